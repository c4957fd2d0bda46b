import type { Page } from '@playwright/test'
import { accountNamed, expect, expectAccessibleInBothSchemes, orders, signIn, speak, test } from './support.ts'

const words = {
  es: {
    add: 'Añadir organizadores',
    number: 'Número de organizadores',
    cart: 'Añadir al carrito',
    pay: 'Pagar',
    place: 'Realizar pedido',
    placed: 'Pedido realizado',
    changed: 'El precio ha cambiado; no se ha cobrado nada',
    before: 'Antes',
    due: /Total adeudado/,
    seats: ['30000', '30001'],
  },
  en: {
    add: 'Add organizers',
    number: 'Number of organizers',
    cart: 'Add to cart',
    pay: 'Pay',
    place: 'Place order',
    placed: 'Order placed',
    changed: 'The price changed; nothing was charged',
    before: 'Before',
    due: /Total due/,
    seats: ['30002', '30003'],
  },
} as const

for (const language of ['es', 'en'] as const) {
  const word = words[language]

  /** So many organizers in the cart, and the review of it. */
  const review = async (page: Page, seats: string) => {
    await page.getByRole('link', { name: word.add }).click()
    await page.getByRole('spinbutton', { name: word.number }).fill(seats)
    await page.getByRole('button', { name: word.cart }).click()
    await page.getByRole('link', { name: word.pay, exact: true }).click()
    await expect(page.getByRole('button', { name: word.place })).toBeVisible()
  }

  // Runs where seat quotes are valid for seconds. Of so many seats the credit for what is unused falls by cents in that time.
  test(`an expired price is shown before and now, and a press within that second buys nothing, in ${language} @expiry`, async ({
    page,
  }) => {
    const account = await accountNamed('Estudio Norte')
    await signIn(page, 'lucia.garcia@estudio-norte.example')
    await speak(page, language)
    try {
      await review(page, word.seats[0])
      await page.getByRole('button', { name: word.place }).click()
      await expect(page.getByText(word.placed)).toBeVisible()
      const before = (await orders(account)).totalCount

      await page.goto(`/a/${account}`)
      await review(page, word.seats[1])
      const changed = page.getByRole('alert').filter({ hasText: word.changed })
      await expect(changed).toBeVisible({ timeout: 30_000 })
      await expect(changed.getByRole('columnheader', { name: word.before })).toBeVisible()
      await expect(changed.getByRole('row', { name: word.due })).toBeVisible()
      await expectAccessibleInBothSchemes(page)
      expect((await orders(account)).totalCount).toBe(before)

      await expect(async () => {
        await page.getByRole('button', { name: word.place }).click({ timeout: 500 })
        await expect(page.getByText(word.placed)).toBeVisible({ timeout: 2000 })
      }).toPass({ timeout: 30_000 })
      expect((await orders(account)).totalCount).toBe(before + 1)
    } finally {
      await speak(page, 'es')
    }
  })
}
