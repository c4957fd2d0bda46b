import type { Page } from '@playwright/test'
import {
  accountNamed,
  expect,
  expectAccessibleInBothSchemes,
  personOf,
  signIn,
  subscriptionOf,
  test,
} from './support.ts'

test.use({ locale: 'es-ES' })

const buyer = 'lucia.garcia@estudio-norte.example'

test('a session that ends in mid-checkout says so, and signing in leads back to the same page with the cart', async ({
  page,
  context,
}) => {
  await signIn(page, buyer)
  await page.getByRole('link', { name: 'Añadir organizadores' }).click()
  await page.getByRole('button', { name: 'Añadir al carrito' }).click()
  await page.getByRole('link', { name: 'Pagar', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Realizar pedido' })).toBeVisible()
  const review = page.url()

  await context.clearCookies()
  await page.getByRole('button', { name: 'Realizar pedido' }).click()
  const dialog = page.getByRole('dialog', { name: 'Su sesión ha terminado; el carrito está guardado' })
  await expect(dialog).toBeVisible()
  expect(page.url()).toBe(review)

  await dialog.getByRole('button', { name: 'Iniciar sesión' }).click()
  await enter(page)
  await page.waitForURL(review)
  await page.getByRole('button', { name: 'Realizar pedido' }).click()
  await expect(page.getByText('Pedido realizado')).toBeVisible()
})

/** Types name and password on the sign-in page, which knows the way back. */
async function enter(page: Page) {
  await page.getByLabel('Correo electrónico').fill(buyer)
  await page.getByLabel('Contraseña').fill(personOf(buyer).password)
  await page.getByRole('button', { name: 'Iniciar sesión' }).click()
}

test('a session that ends while a number is chosen leads back to that number; axe finds nothing in the dialog', async ({
  page,
  context,
}) => {
  const account = await accountNamed('Estudio Norte')
  const { id, seatsOwned } = await subscriptionOf(account, 'meetings')
  await signIn(page, buyer, `/a/${account}/s/${id}/change?seats=${seatsOwned + 2}`)
  const number = page.getByRole('spinbutton', { name: 'Número de organizadores' })
  await expect(number).toHaveValue(String(seatsOwned + 2))
  await context.clearCookies()
  await number.press('ArrowUp')
  const dialog = page.getByRole('dialog', { name: /^Su sesión ha terminado/ })
  const signInAgain = dialog.getByRole('button', { name: 'Iniciar sesión' })
  await expect(signInAgain).toBeFocused()
  await expectAccessibleInBothSchemes(page)
  const here = page.url()
  expect(new URL(here).search).toBe(`?seats=${seatsOwned + 3}`)

  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await signInAgain.click()
  await enter(page)
  await page.waitForURL(here)
  await expect(number).toHaveValue(String(seatsOwned + 3))
})

test('a seat administrator sees no amounts, and who can buy', async ({ page }) => {
  await signIn(page, 'andres.ortega@estudio-norte.example')
  await expect(page.getByRole('heading', { name: 'Ágora Meetings' })).toBeVisible()
  await expect(page.getByText('€')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Añadir organizadores' })).toHaveCount(0)
  await page.goto(`${page.url()}/buy`)
  await expect(page.getByText('Lo gestiona Lucía García Muñoz')).toBeVisible()
})

test('another language is kept on the person', async ({ page }) => {
  await signIn(page, buyer)
  await page.getByRole('button', { name: /^Menú de/ }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  await page.getByRole('button', { name: /^Menu of/ }).click()
  await page.getByRole('menuitem', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inicio' })).toBeVisible()
})
