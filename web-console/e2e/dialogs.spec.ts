import { expectSound } from './pages.ts'
import { accountNamed, expect, type Language, settled, signIn, speak, subscriptionOf, test } from './support.ts'

const words = {
  en: {
    invite: 'Invite user',
    deactivate: 'Deactivate',
    transfer: /^Transfer:/,
    all: 'Select all loaded users',
    every: /^Select all [\d,]+$/,
    release: 'Release',
    who: /can do this/,
    none: 'No matches.',
  },
  es: {
    invite: 'Invitar a un usuario',
    deactivate: 'Dar de baja',
    transfer: /^Traspasar:/,
    all: 'Seleccionar a todos los usuarios cargados',
    every: /^Seleccionar los [\d.]+$/,
    release: 'Liberar',
    who: /^Lo gestiona/,
    none: 'No hay coincidencias.',
  },
} as const

const admin = 'marta.iglesias@gestoria-iglesias.example'

for (const language of ['en', 'es'] satisfies Language[]) {
  const word = words[language]

  test(`axe finds nothing on the dialogs of users and seats, light and dark, in ${language}`, async ({ page }) => {
    test.setTimeout(240_000)
    const account = await accountNamed('Olivar')
    const { id } = await subscriptionOf(account, 'support-desk')
    await signIn(page, admin, `/a/${account}/users`)
    await speak(page, language)
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: word.invite }).click()
    await dialog.getByRole('button', { name: word.invite }).click()
    await expect(dialog.getByRole('textbox').first()).toHaveAttribute('aria-invalid', 'true')
    await expectSound(page)

    await page.goto(`/a/${account}/users`)
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('button', { name: word.deactivate }).click()
    await expect(dialog).toBeVisible()
    await expectSound(page)

    await page.goto(`/a/${account}/s/${id}?tab=seated`)
    await page.getByRole('button', { name: word.transfer }).first().click()
    await expect(dialog.getByRole('radio').first()).toBeVisible()
    await expectSound(page)
  })

  test(`axe finds nothing on the question before a large change, light and dark, in ${language}`, async ({ page }) => {
    const account = await accountNamed('Scale')
    const { id } = await subscriptionOf(account, 'meetings')
    await signIn(page, admin, `/a/${account}/s/${id}?tab=seated`)
    await speak(page, language)
    await settled(page)
    await page.getByRole('checkbox', { name: word.all }).check()
    await page.getByRole('button', { name: word.every }).click()
    await page.getByRole('region').getByRole('button', { name: word.release, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectSound(page)
  })

  test(`axe finds nothing where one may not, and where nothing matches, light and dark, in ${language}`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const account = await accountNamed('Estudio Norte')
    await signIn(page, 'andres.ortega@estudio-norte.example', `/a/${account}/users?q=nobody`)
    await speak(page, language)
    await expect(page.getByText(word.none)).toBeVisible()
    await expectSound(page)
    await page.goto(`/a/${account}/orders`)
    await expect(page.getByText(word.who)).toBeVisible()
    await expectSound(page)
  })
}
