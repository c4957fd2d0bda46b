import type { Page } from '@playwright/test'
import {
  accountNamed,
  expect,
  expectAccessibleInBothSchemes,
  type Language,
  settled,
  signIn,
  speak,
  subscriptionOf,
  test,
} from './support.ts'

async function expectAllAccessible(page: Page, addresses: readonly string[]) {
  for (const address of addresses) {
    await page.goto(address)
    await settled(page)
    await expectAccessibleInBothSchemes(page)
  }
}

for (const language of ['es', 'en'] satisfies Language[]) {
  test(`axe finds nothing on an account’s lists, light and dark, in ${language}`, async ({ page }) => {
    test.setTimeout(300_000)
    const account = await accountNamed('Olivar')
    const { id } = await subscriptionOf(account, 'support-desk')
    await signIn(page, 'marta.iglesias@gestoria-iglesias.example', `/a/${account}`)
    await speak(page, language)
    const lists = ['users', 'orders', 'documents', 'mails', 'balance'].map((list) => `/a/${account}/${list}`)
    await expectAllAccessible(page, [`/a/${account}/s/${id}`, ...lists])

    await page.goto(`/a/${account}/s/${id}?tab=seated`)
    await settled(page)
    await page.getByRole('checkbox').first().check()
    await expectAccessibleInBothSchemes(page)
    for (const list of ['users', 'documents', 'mails']) {
      await page.goto(`/a/${account}/${list}`)
      await page.getByRole('table').getByRole('link').first().click()
      await expect(page).toHaveURL(/\/(users|documents|mails)\/./)
      await settled(page)
      await expectAccessibleInBothSchemes(page)
    }
  })

  test(`axe finds nothing on the vendor’s pages, light and dark, in ${language}`, async ({ page }) => {
    test.setTimeout(300_000)
    await signIn(page, 'vera.salinas@agora.example', '/ops/accounts')
    await speak(page, language)
    await expectAllAccessible(page, ['/ops/accounts', '/ops/requests', '/ops/catalog', '/ops/catalog/meetings'])
  })
}

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 }, locale: 'es-ES' })

  test('nothing scrolls sideways on any list', async ({ page }) => {
    const account = await accountNamed('Olivar')
    const { id } = await subscriptionOf(account, 'support-desk')
    const narrow = async (address: string) => {
      await page.goto(address)
      await settled(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320)
    }
    await signIn(page, 'marta.iglesias@gestoria-iglesias.example', `/a/${account}`)
    for (const list of [`s/${id}`, `s/${id}?tab=seated`, 'users', 'orders', 'documents', 'mails', 'balance'])
      await narrow(`/a/${account}/${list}`)
    await page.goto(`/a/${account}/documents`)
    await page.getByRole('table').getByRole('link').first().click()
    await expect(page.getByRole('article')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})
