import {
  accountNamed,
  expect,
  expectAccessibleInBothSchemes,
  settled,
  signIn,
  speak,
  subscriptionOf,
  test,
} from './support.ts'

const admin = 'marta.iglesias@gestoria-iglesias.example'

const words = {
  es: {
    invite: 'Invitar a un usuario',
    name: 'Nombre',
    email: 'Correo',
    missing: 'Aquí hace falta un valor.',
    malformed: 'El valor no tiene la forma que se necesita aquí.',
    taken: 'Abrir ese usuario',
    save: 'Guardar',
    user: 'Rosa Prueba',
    deactivate: 'Dar de baja',
    deactivated: /^De baja desde el/,
    status: 'Estado',
    gone: 'De baja',
    none: 'No hay coincidencias.',
    release: 'Liberar el puesto de Ágora Support Desk',
    released: 'Puesto de Ágora Support Desk liberado',
    undo: /^Deshacer/,
  },
  en: {
    invite: 'Invite user',
    name: 'Name',
    email: 'E-mail',
    missing: 'A value is needed here.',
    malformed: 'The value does not have the form that is needed here.',
    taken: 'Open that user',
    save: 'Save',
    user: 'Rosa Trial',
    deactivate: 'Deactivate',
    deactivated: /^Deactivated on/,
    status: 'Status',
    gone: 'Deactivated',
    none: 'No matches.',
    release: 'Release the seat of Ágora Support Desk',
    released: 'Seat of Ágora Support Desk released',
    undo: /^Undo/,
  },
} as const

for (const language of ['es', 'en'] as const) {
  const word = words[language]

  test(`invites, edits, finds and deactivates a user, and says what is refused, in ${language}`, async ({ page }) => {
    const account = await accountNamed('Olivar')
    const mark = Date.now().toString(36)
    const [first, second] = [`${word.user} ${mark} Uno`, `${word.user} ${mark} Dos`]
    await signIn(page, admin, `/a/${account}/users`)
    await speak(page, language)
    const table = page.getByRole('table')
    await settled(page)
    const known = (await table.getByTitle(/@/).first().getAttribute('title')) ?? ''

    const dialog = page.getByRole('dialog')
    const name = dialog.getByRole('textbox', { name: word.name, exact: true })
    const email = dialog.getByRole('textbox', { name: word.email, exact: true })
    await page.getByRole('button', { name: word.invite }).click()
    await email.fill('nobody')
    await dialog.getByRole('button', { name: word.invite }).click()
    await expect(name).toHaveAccessibleDescription(word.missing)
    await name.fill(first)
    await dialog.getByRole('button', { name: word.invite }).click()
    await expect(email).toHaveAccessibleDescription(word.malformed)
    await email.fill(known)
    await dialog.getByRole('button', { name: word.invite }).click()
    await expect(dialog.getByRole('link', { name: word.taken })).toBeVisible()
    await expect(name).toHaveValue(first)
    await email.fill(`rosa.${language}.${mark}@olivar-sierra.example`)
    await dialog.getByRole('button', { name: word.invite }).click()
    await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible()

    const user = page.url()
    await page.getByLabel(word.name, { exact: true }).fill(second)
    await page.getByRole('button', { name: word.save }).click()
    await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible()

    await page.goto(`/a/${account}/users?q=${encodeURIComponent(second.toLowerCase())}`)
    await table.getByRole('link', { name: second }).first().click()
    expect(page.url()).toBe(user)
    await page.getByRole('button', { name: word.deactivate }).click()
    await page.getByRole('dialog').getByRole('button', { name: word.deactivate }).click()
    await expect(page.getByText(word.deactivated)).toBeVisible()
    await expect(page.getByRole('button', { name: word.save })).toHaveCount(0)

    await page.goBack()
    await expect(page.getByRole('searchbox')).toHaveValue(second.toLowerCase())
    await page.getByLabel(word.status, { exact: true }).selectOption('active')
    await expect(page.getByText(word.none)).toBeVisible()
    await page.getByLabel(word.status, { exact: true }).selectOption('deactivated')
    await expect(page).toHaveURL(/status=deactivated/)
    await expect(table.getByRole('row').nth(1)).toContainText(word.gone)
  })

  test(`releases a user’s seat and gives it back, in ${language}`, async ({ page }) => {
    const account = await accountNamed('Olivar')
    const { id, seatsAssigned } = await subscriptionOf(account, 'support-desk')
    const assigned = async () => (await subscriptionOf(account, 'support-desk')).seatsAssigned
    await signIn(page, admin, `/a/${account}/s/${id}?tab=seated`)
    await speak(page, language)
    await settled(page)
    await page.getByRole('table').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/users\/./)
    await page.getByRole('button', { name: word.release }).click()
    await expect(page.getByText(word.released)).toBeVisible()
    await expect(page.getByRole('button', { name: word.release })).toHaveCount(0)
    expect(await assigned()).toBe(seatsAssigned - 1)
    await expectAccessibleInBothSchemes(page)
    await page.getByRole('button', { name: word.undo }).click()
    await expect(page.getByRole('button', { name: word.release })).toBeVisible()
    await expect(page.getByText(word.released)).toHaveCount(0)
    expect(await assigned()).toBe(seatsAssigned)
  })
}
