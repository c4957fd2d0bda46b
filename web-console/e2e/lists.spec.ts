import { expectAllSound, expectSound } from './pages.ts'
import { accountNamed, expect, type Language, settled, signIn, speak, subscriptionOf, test } from './support.ts'

for (const language of ['es', 'en'] satisfies Language[]) {
  test(`axe finds nothing on an account’s lists, light and dark, and none is cut off at 320 px, in ${language}`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    const account = await accountNamed('Olivar')
    const { id } = await subscriptionOf(account, 'support-desk')
    await signIn(page, 'marta.iglesias@gestoria-iglesias.example', `/a/${account}`)
    await speak(page, language)
    const lists = ['users', 'orders', 'documents', 'mails', 'balance'].map((list) => `/a/${account}/${list}`)
    await expectAllSound(page, [`/a/${account}/s/${id}`, ...lists, `/a/${account}/orders?state=voided`])

    await page.goto(`/a/${account}/s/${id}?tab=seated`)
    await settled(page)
    await page.getByRole('checkbox').first().check()
    await expectSound(page)
    for (const list of ['users', 'orders', 'documents', 'mails']) {
      await page.goto(`/a/${account}/${list}`)
      await page.getByRole('table').getByRole('link').first().click()
      await expect(page).toHaveURL(/\/(users|orders|documents|mails)\/./)
      await settled(page)
      await expectSound(page)
    }
  })

  test(`axe finds nothing on the vendor’s pages, light and dark, and none is cut off at 320 px, in ${language}`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    await signIn(page, 'vera.salinas@agora.example', '/ops/accounts')
    await speak(page, language)
    await expectAllSound(page, ['/ops/accounts', '/ops/requests', '/ops/catalog', '/ops/catalog/meetings'])
    await page.goto('/api')
    await expect(page.locator('.graphiql-query-editor .view-line').first()).toContainText('{')
    await expectSound(page)
  })
}
