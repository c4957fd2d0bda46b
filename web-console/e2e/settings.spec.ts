import { accountNamed, api, expect, expectAccessible, settled, signIn, test } from './support.ts'

test.use({ locale: 'es-ES' })

const person = 'marta.iglesias@gestoria-iglesias.example'
let account: string

test.beforeAll(async () => {
  account = await accountNamed('Olivar de la Sierra')
})

test('saves what the account says of itself, and refuses by the field', async ({ page }) => {
  await signIn(page, person, `/a/${account}/settings`)
  await settled(page)
  const city = page.getByLabel('Ciudad')
  const before = await city.inputValue()
  await city.fill('')
  await page.getByRole('button', { name: 'Guardar' }).click()
  await expect(city).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await city.fill('Baeza')
  await page.getByRole('button', { name: 'Guardar' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Guardado' })).toBeVisible()
  await expectAccessible(page)
  const query = 'query ($id: ID!) { account(id: $id) { address { city } } }'
  const saved = await api<{ account: { address: { city: string } } }>(query, { id: account })
  expect(saved.account.address.city).toBe('Baeza')
  await city.fill(before)
  await page.getByRole('button', { name: 'Guardar' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Guardado' })).toBeVisible()
})

test('another language is the person’s on every machine, and the server’s sentences follow at once', async ({
  page,
  browser,
}) => {
  await signIn(page, person, `/a/${account}`)
  await expect(page.getByText(/está vencida/)).toBeVisible()
  await page.getByRole('button', { name: /^Menú de/ }).click()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByText(/is overdue/)).toBeVisible()
  await expect(page.getByText(/está vencida/)).toHaveCount(0)
  await expect(page).toHaveTitle(/^Home · Olivar/)

  const other = await browser.newContext({ locale: 'es-ES' })
  const elsewhere = await other.newPage()
  await signIn(elsewhere, person, `/a/${account}`)
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  await elsewhere.getByRole('button', { name: /^Menu of/ }).click()
  await elsewhere.getByRole('menuitem', { name: 'Español' }).click()
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Inicio' })).toBeVisible()
  await other.close()
})

test('the colours are chosen by the person and stay over a reload', async ({ page }) => {
  await signIn(page, person, `/a/${account}`)
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: /^Menú de/ }).click()
  await page.getByRole('menuitem', { name: 'Oscuros' }).click()
  await expect.poll(ground).not.toBe(light)
  const dark = await ground()
  await page.reload()
  await settled(page)
  expect(await ground()).toBe(dark)
  await page.getByRole('button', { name: /^Menú de/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Oscuros' })).toHaveAttribute('aria-current', 'true')
})
