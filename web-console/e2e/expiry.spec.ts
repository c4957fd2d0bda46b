import { accountNamed, expect, orders, signIn, test } from './support.ts'

test.use({ locale: 'es-ES' })

// Runs where seat quotes are valid for seconds; the amounts of a plan that counts in seconds move with them.
test('an expired price is shown before and now, and a press within that second buys nothing @expiry', async ({
  page,
}) => {
  const account = await accountNamed('Estudio Norte')
  const before = (await orders(account)).totalCount
  await signIn(page, 'lucia.garcia@estudio-norte.example')
  await page.getByRole('link', { name: 'Añadir organizadores' }).click()
  await page.getByRole('button', { name: 'Añadir al carrito' }).click()
  await page.getByRole('link', { name: 'Pagar', exact: true }).click()

  const changed = page.getByRole('alert').filter({ hasText: 'El precio ha cambiado; no se ha cobrado nada' })
  await expect(changed).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Realizar pedido' }).click()
  await expect(changed.getByRole('columnheader', { name: 'Antes' })).toBeVisible()
  await expect(changed.getByRole('row', { name: /Total adeudado/ })).toBeVisible()
  expect((await orders(account)).totalCount).toBe(before)

  await expect(async () => {
    await page.getByRole('button', { name: 'Realizar pedido' }).click()
    await expect(page.getByText('Pedido realizado')).toBeVisible({ timeout: 1500 })
  }).toPass({ timeout: 30_000 })
  expect((await orders(account)).totalCount).toBe(before + 1)
})
