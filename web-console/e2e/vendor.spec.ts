import { expect, expectAccessible, settled, signIn, speak, test } from './support.ts'

test.use({ locale: 'en-GB' })

const operator = 'vera.salinas@agora.example'

test('finds an account by how its name begins, filters, sorts, and opens it', async ({ page }) => {
  await signIn(page, operator, '/ops/accounts')
  await speak(page, 'en')
  const table = page.getByRole('table', { name: 'Accounts' })
  await expect(table.getByRole('row').nth(1)).toContainText('Atelier')
  await page.getByRole('button', { name: 'Name' }).click()
  await expect(page).toHaveURL(/sort=name&dir=desc/)
  await expect(table.getByRole('row').nth(1)).not.toContainText('Atelier')
  await page.getByLabel('Buys', { exact: true }).selectOption({ label: 'Corporate' })
  await expect(table.getByRole('row')).toHaveCount(5)
  await page.getByRole('searchbox').fill('liff')
  await expect(table.getByRole('row')).toHaveCount(2)
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('liff')
  await table.getByRole('link', { name: 'Liffey Clinics Ltd' }).click()
  await expect(page.getByText('You are looking at the account of Liffey Clinics Ltd')).toBeVisible()
})

test('lists what corporate accounts asked for, by state', async ({ page }) => {
  await signIn(page, operator, '/ops/requests')
  await speak(page, 'en')
  await settled(page)
  await page.getByLabel('State', { exact: true }).selectOption('quoted')
  await expect(page).toHaveURL(/state=quoted/)
  await expect(page.getByText('No matches.')).toBeVisible()
  await page.getByRole('link', { name: 'Show all' }).click()
  await expect(page).not.toHaveURL(/state=/)
})

test('the palette leads from a page of the vendor to the others', async ({ page }) => {
  await signIn(page, operator, '/ops/accounts')
  await speak(page, 'en')
  await settled(page)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder(/Pages/).fill('catal')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Catalog' }).last().click()
  await expect(page).toHaveURL(/\/ops\/catalog$/)
})

test('previews what a number of seats costs, tier by tier', async ({ page }) => {
  await signIn(page, operator, '/ops/catalog')
  await speak(page, 'en')
  await page.getByRole('link', { name: 'Ágora Meetings' }).click()
  await expect(page).toHaveURL(/catalog\/meetings/)
  const preview = page.getByRole('region', { name: /^Price preview/ }).first()
  const seats = preview.getByRole('spinbutton')
  await seats.fill('30')
  await expect(page).toHaveURL(/seats=30/)
  const total = preview.getByText(/^A full period/).locator('xpath=..')
  const before = (await total.textContent()) ?? ''
  await preview.getByRole('button', { name: 'One more' }).click()
  await expect(seats).toHaveValue('31')
  await expect(total).not.toHaveText(before)
  await preview.getByLabel('Currency').selectOption('USD')
  await expect(total).toContainText('$')
  await page.reload()
  await expect(seats).toHaveValue('31')
})

test('the API explorer runs a query under the page’s policy', async ({ page }) => {
  await signIn(page, operator, '/api')
  await expect(page.locator('.graphiql-query-editor .view-line').first()).toContainText('{')
  await page.getByRole('button', { name: /Execute query/ }).click()
  await expect(page.getByRole('region', { name: /Result/ })).toContainText('Vera Salinas')
})
