import { expect, expectAccessible, signIn, test } from './support.ts'

test.use({ locale: 'en-GB' })

test('a corporate account asks its representative instead of paying, and sees no prices on the way', async ({
  page,
}) => {
  await signIn(page, 'imogen.fairclough@liffey-clinics.example')
  await page.getByRole('link', { name: 'Add agents' }).click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('link', { name: 'Ask your representative' }).click()
  await expect(page.getByText('Tobias Lindqvist looks after your account')).toBeVisible()
  await expect(page.getByRole('main').getByText('€')).toHaveCount(0)
  await page.getByLabel('Note (optional)').fill('From next month, please.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send request' }).click()
  await expect(page.getByText('Sent to your representative')).toBeVisible()
  await expect(page.getByText('From next month, please.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Withdraw request' }).click()
  await expect(page.getByText('Closed', { exact: true })).toBeVisible()
})
