import { expect, signIn, test } from './support.ts'

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

  const path = new URL(review).pathname
  await signIn(page, buyer, path)
  expect(new URL(page.url()).pathname).toBe(path)
  await page.getByRole('button', { name: 'Realizar pedido' }).click()
  await expect(page.getByText('Pedido realizado')).toBeVisible()
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
