import {
  accountNamed,
  expect,
  expectAccessible,
  forgetPaymentMethods,
  settled,
  signIn,
  speak,
  test,
  typeCard,
} from './support.ts'

test.use({ locale: 'es-ES' })

test('adds cards, refuses a number that is no test number, prefers one, and takes them away', async ({ page }) => {
  const account = await accountNamed('Olivar de la Sierra')
  await forgetPaymentMethods(account)
  await signIn(page, 'marta.iglesias@gestoria-iglesias.example', `/a/${account}/payment-methods`)
  await speak(page, 'es')
  await settled(page)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Añadir una tarjeta' }).click()
  await typeCard(page, '4111 1111 1111 1111')
  await page.getByRole('button', { name: 'Guardar la tarjeta' }).click()
  await expect(page.getByRole('alert')).toContainText('solo admite los números de prueba publicados')
  await expect(page.getByLabel('Número de tarjeta')).toHaveValue('4111 1111 1111 1111')
  await expectAccessible(page)
  await typeCard(page, '4242 4242 4242 4242')
  await page.getByRole('button', { name: 'Guardar la tarjeta' }).click()
  await expect(page.getByText('Visa terminada en 4242')).toBeVisible()

  await page.getByRole('button', { name: 'Añadir una tarjeta' }).click()
  await typeCard(page, '5555 5555 5555 4444')
  await page.getByRole('button', { name: 'Guardar la tarjeta' }).click()
  const mastercard = page.getByRole('listitem').filter({ hasText: 'terminada en 4444' })
  const visa = page.getByRole('listitem').filter({ hasText: 'terminada en 4242' })
  await expect(mastercard).toContainText('Se usa primero')
  await expectAccessible(page)
  await visa.getByRole('button', { name: /^Usar primero/ }).click()
  await expect(visa).toContainText('Se usa primero')

  for (const card of [mastercard, visa]) {
    await card.getByRole('button', { name: /^Quitar/ }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Quitar' }).click()
    await expect(card).toHaveCount(0)
  }
  await expect(page.getByText(/Todavía no|No hay/).first()).toBeVisible()
})
