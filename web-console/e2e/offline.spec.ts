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

test.use({ locale: 'en-GB' })

const buyer = 'friederike.schroeder@hafenlicht.example'

test('what did not reach the server says so where it was asked, and works once it does', async ({ page, context }) => {
  const account = await accountNamed('Hafenlicht')
  await signIn(page, buyer, `/a/${account}/payment-methods`)
  await speak(page, 'en')
  await settled(page)
  const offline = page.getByText('The server cannot be reached')

  const menu = page.getByRole('button', { name: /^Menu of/ })
  await menu.click()
  await context.setOffline(true)
  await page.getByRole('menuitem', { name: 'Español' }).click()
  await expect(offline).toBeVisible()
  await expectAccessibleInBothSchemes(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('alert')).toContainText('You could not be signed out')

  await context.setOffline(false)
  await menu.click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('a next page that did not come says so under the rows, and comes when asked for again', async ({
  page,
  context,
}) => {
  const account = await accountNamed('Scale')
  const { id } = await subscriptionOf(account, 'meetings')
  await signIn(page, 'marta.iglesias@gestoria-iglesias.example', `/a/${account}/s/${id}`)
  await speak(page, 'en')
  await settled(page)
  const rows = page.getByRole('table').getByRole('row')
  await context.setOffline(true)
  await page.mouse.wheel(0, 20_000)
  const failed = page.getByRole('alert')
  await expect(failed).toContainText('The server cannot be reached')
  await expect(rows.last()).toHaveAttribute('aria-rowindex', '101')
  await expectAccessibleInBothSchemes(page)
  await context.setOffline(false)
  await failed.getByRole('button', { name: 'Try again' }).click()
  await expect(failed).toBeHidden()
  await page.mouse.wheel(0, 20_000)
  await expect.poll(async () => Number(await rows.last().getAttribute('aria-rowindex'))).toBeGreaterThan(101)
})
