import type { Page } from '@playwright/test'
import { accountNamed, expect, orders, signIn, test } from './support.ts'

test.use({ locale: 'es-ES' })

const words = { add: 'Añadir organizadores', cart: 'Añadir al carrito', pay: 'Pagar', place: 'Realizar pedido' }

/** So many organizers in the cart, and the review of it. */
async function review(page: Page, seats: string) {
  await page.getByRole('link', { name: words.add }).click()
  await page.getByRole('spinbutton', { name: 'Número de organizadores' }).fill(seats)
  await page.getByRole('button', { name: words.cart }).click()
  await page.getByRole('link', { name: words.pay, exact: true }).click()
  await expect(page.getByRole('button', { name: words.place })).toBeVisible()
}

// Runs where seat quotes are valid for seconds. Of so many seats the credit for what is unused falls by cents in that time.
test('an expired price is shown before and now, and a press within that second buys nothing @expiry', async ({
  page,
}) => {
  const account = await accountNamed('Estudio Norte')
  await signIn(page, 'lucia.garcia@estudio-norte.example')
  await review(page, '30000')
  await page.getByRole('button', { name: words.place }).click()
  await expect(page.getByText('Pedido realizado')).toBeVisible()
  const before = (await orders(account)).totalCount

  await page.goto(`/a/${account}`)
  await review(page, '30001')
  const changed = page.getByRole('alert').filter({ hasText: 'El precio ha cambiado; no se ha cobrado nada' })
  await expect(changed).toBeVisible({ timeout: 30_000 })
  await expect(changed.getByRole('columnheader', { name: 'Antes' })).toBeVisible()
  await expect(changed.getByRole('row', { name: /Total adeudado/ })).toBeVisible()
  expect((await orders(account)).totalCount).toBe(before)

  await expect(async () => {
    await page.getByRole('button', { name: words.place }).click({ timeout: 500 })
    await expect(page.getByText('Pedido realizado')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  expect((await orders(account)).totalCount).toBe(before + 1)
})
