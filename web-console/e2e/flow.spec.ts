import { accountNamed, expect, expectAccessibleInBothSchemes, orders, signIn, test } from './support.ts'

const buyers = {
  es: {
    email: 'lucia.garcia@estudio-norte.example',
    account: 'Estudio Norte',
    add: 'Añadir agentes',
    more: 'Añadir uno',
    cart: 'Añadir al carrito',
    pay: 'Pagar',
    place: 'Realizar pedido',
    placed: 'Pedido realizado',
    now: /Hoy paga/,
  },
  en: {
    email: 'friederike.schroeder@hafenlicht.example',
    account: 'Hafenlicht',
    add: 'Add organizers',
    more: 'One more',
    cart: 'Add to cart',
    pay: 'Pay',
    place: 'Place order',
    placed: 'Order placed',
    now: /You pay .* today/,
  },
} as const

for (const language of ['es', 'en'] as const) {
  const words = buyers[language]

  test.describe(`in ${language}`, () => {
    test.use({ locale: language === 'es' ? 'es-ES' : 'en-GB' })

    test('buys seats from home in five clicks, and can assign them at once', async ({ page }) => {
      const account = await accountNamed(words.account)
      const before = (await orders(account)).totalCount
      await signIn(page, words.email)

      await page.getByRole('link', { name: words.add }).click()
      await page.getByRole('button', { name: words.more }).click()
      await page.getByRole('button', { name: words.cart }).click()
      await page.getByRole('link', { name: words.pay, exact: true }).click()
      await expect(page.getByText(words.now).last()).toBeVisible()
      await page.getByRole('button', { name: words.place }).click()

      await expect(page.getByText(words.placed)).toBeVisible()
      const after = await orders(account)
      expect(after.totalCount).toBe(before + 1)
      expect(page.url()).toContain(after.nodes[0]?.id ?? 'no order')
      expect(after.nodes[0]?.state).toBe('PLACED')
    })

    test('axe finds nothing from home to review, light and dark', async ({ page }) => {
      await signIn(page, words.email)
      await expect(page.getByRole('link', { name: words.add })).toBeVisible()
      await expectAccessibleInBothSchemes(page)
      await page.getByRole('link', { name: words.add }).click()
      await expect(page.getByText(words.now).last()).toBeVisible()
      await expectAccessibleInBothSchemes(page)
      await page.getByRole('button', { name: words.cart }).click()
      await expect(page.getByRole('link', { name: words.pay, exact: true })).toBeVisible()
      await expectAccessibleInBothSchemes(page)
      await page.getByRole('link', { name: words.pay, exact: true }).click()
      await expect(page.getByRole('button', { name: words.place })).toBeVisible()
      await expectAccessibleInBothSchemes(page)
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, locale: 'es-ES' })

  test('nothing scrolls sideways from home to review', async ({ page }) => {
    const words = buyers.es
    const expectNoSidewaysScroll = async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await signIn(page, words.email)
    await expect(page.getByRole('link', { name: words.add })).toBeVisible()
    await expectNoSidewaysScroll()
    await page.getByRole('link', { name: words.add }).click()
    await expect(page.getByText(words.now).last()).toBeVisible()
    await expectNoSidewaysScroll()
    await page.getByRole('button', { name: words.cart }).click()
    await expect(page.getByRole('link', { name: words.pay, exact: true })).toBeVisible()
    await expectNoSidewaysScroll()
    await page.getByRole('link', { name: words.pay, exact: true }).click()
    await expect(page.getByRole('button', { name: words.place })).toBeVisible()
    await expectNoSidewaysScroll()
  })
})
