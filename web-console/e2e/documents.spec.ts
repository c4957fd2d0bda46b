import { accountNamed, expect, settled, signIn, speak, test } from './support.ts'

test.use({ locale: 'en-GB' })

const operator = 'vera.salinas@agora.example'
const owner = 'marta.iglesias@gestoria-iglesias.example'

test('filters invoices, and leads from a credit note to what it corrects, and to the order', async ({ page }) => {
  const account = await accountNamed('Atelier')
  await signIn(page, operator, `/a/${account}/documents`)
  await speak(page, 'en')
  const table = page.getByRole('table', { name: 'Invoices' })
  await expect(table.getByRole('row')).toHaveCount(4)
  await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Credit note' })
  await expect(page).toHaveURL(/type=credit-note/)
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText(/Credit −€[\d,.]+/)
  await page.reload()
  await expect(page.getByLabel('Type', { exact: true })).toHaveValue('credit-note')

  await table.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: /^Credit note A-R-/ })).toBeVisible()
  const paper = page.getByRole('article')
  await expect(paper).toContainText('Atelier Lumière SARL')
  const corrected = paper.getByRole('row').getByRole('link').first()
  const number = (await corrected.textContent()) ?? ''
  await corrected.click()
  await expect(page.getByRole('heading', { level: 1, name: `Invoice ${number}` })).toBeVisible()
  await expect(paper).toContainText(number)
  await expect(paper).toContainText(/Due by/)
  await expect(paper).toContainText(/Paid/)
  await paper.getByRole('link', { name: 'Show order' }).click()
  await expect(page).toHaveURL(/\/orders\//)
})

test('prints a document alone', async ({ page }) => {
  const account = await accountNamed('Atelier')
  await signIn(page, operator, `/a/${account}/documents`)
  await speak(page, 'en')
  await page.getByRole('table').getByRole('link').first().click()
  const paper = page.getByRole('article')
  await expect(paper).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(paper).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByText('You are looking at')).toBeHidden()
})

test('keeps days in the address, typed or picked in the page’s own way of writing them', async ({ page }) => {
  const account = await accountNamed('Atelier')
  await signIn(page, operator, `/a/${account}/documents`)
  await speak(page, 'es')
  const from = page.getByRole('textbox', { name: 'Desde' })
  await from.fill('31/12/2099')
  await expect(page).toHaveURL(/from=2099-12-31/)
  await expect(page.getByText('No hay coincidencias.')).toBeVisible()
  await page.reload()
  await expect(from).toHaveValue('31/12/2099')
  await page.getByRole('link', { name: 'Ver todo' }).click()
  await expect(from).toHaveValue('')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(4)
  await from.click()
  await page
    .getByRole('button', { name: /^1 \p{L}+ \d{4}$/u })
    .first()
    .click()
  await expect(from).toHaveValue(/^01\/\d\d\/\d{4}$/)
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01/)
})

test('shows a mail as it was written, and runs nothing of it', async ({ page }) => {
  const account = await accountNamed('Atelier')
  await signIn(page, operator, `/a/${account}/mails`)
  await speak(page, 'en')
  await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Order confirmation' })
  await expect(page).toHaveURL(/type=order/)
  const subject = page.getByRole('table').getByRole('link').first()
  const title = (await subject.textContent()) ?? ''
  await subject.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const letter = page.locator('iframe')
  await expect(letter).toHaveAttribute('sandbox', 'allow-same-origin')
  const heading = letter.contentFrame().getByRole('heading', { level: 1 })
  await expect(heading).toBeVisible()
  await expect(heading).toHaveCSS('font-size', '24px')
})

test('shows the balance entry by entry, and the invoices that are open', async ({ page }) => {
  const atelier = await accountNamed('Atelier')
  await signIn(page, operator, `/a/${atelier}/balance`)
  await speak(page, 'en')
  const table = page.getByRole('table', { name: 'Movements' })
  await settled(page)
  await expect(page.getByText('Available')).toBeVisible()
  await expect(table.getByRole('row').nth(1).getByRole('cell').last()).toContainText('€1,173.54')
  await expect(page.getByText('No invoice is open.')).toBeVisible()
  await page.getByRole('textbox', { name: 'As of' }).fill('01/01/2020')
  await expect(page).toHaveURL(/asOf=2020-01-01/)
  await expect(page.getByText('€0.00').last()).toBeVisible()
})

test('leads from an open invoice to its document', async ({ page }) => {
  const account = await accountNamed('Olivar')
  await signIn(page, owner, `/a/${account}/balance`)
  await speak(page, 'en')
  const invoice = page.getByRole('link', { name: /^A-/ }).first()
  const number = (await invoice.textContent()) ?? ''
  await invoice.click()
  await expect(page.getByRole('heading', { level: 1, name: `Invoice ${number}` })).toBeVisible()
  await expect(page.getByRole('article')).toContainText('Open')
})
