import { accountNamed, expect, expectAccessible, settled, signIn, speak, test } from './support.ts'

test.use({ locale: 'es-ES' })

test('checks a VAT number: valid, unknown to its register, register out of reach, and no number at all', async ({
  page,
}) => {
  const account = await accountNamed('Olivar de la Sierra')
  await signIn(page, 'marta.iglesias@gestoria-iglesias.example', `/a/${account}/tax-ids`)
  await speak(page, 'es')
  await settled(page)
  const field = page.getByRole('textbox', { name: 'NIF-IVA' })
  const check = async (number: string) => {
    await field.fill(number)
    await page.getByRole('button', { name: 'Comprobar', exact: true }).click()
  }

  await check('ESB50000009')
  await expect(page.getByText('ESB50000009 es válido')).toBeVisible()
  await expectAccessible(page)
  await check('ESB50000025')
  await expect(page.getByText(/ESB50000025.*(sin confirmar|no se ha podido)/i)).toBeVisible()
  await expectAccessible(page)
  await check('ESB1')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(/ESB50000025/)).toBeVisible()
  await expectAccessible(page)
  await check('ESB50000017')
  await expect(page.getByText(/ESB50000017.*no/)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Quitar', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /ESB50000017/ })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Quitar' }).click()
  await expect(page.getByText('Todavía no hay NIF-IVA.')).toBeVisible()
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
  await page.reload()
  await expect(page.getByText('Todavía no hay NIF-IVA.')).toBeVisible()
})
