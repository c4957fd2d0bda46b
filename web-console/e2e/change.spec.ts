import { accountNamed, expect, expectAccessibleInBothSchemes, signIn, speak, subscriptionOf, test } from './support.ts'

test.use({ locale: 'en-GB' })

const buyer = 'friederike.schroeder@hafenlicht.example'

test('says before a reduction who loses a seat, and schedules it for the renewal, and undoes it', async ({ page }) => {
  await signIn(page, buyer)
  await page.getByRole('link', { name: 'Add organizers' }).click()
  const seats = page.getByRole('spinbutton', { name: 'Number of organizers' })
  await seats.fill('20')
  await expect(page.getByText('To keep 20, release 2 seats')).toBeVisible()
  await page.getByLabel('Longest without sign-in').check()
  await expect(page.getByText('They lose access once the order is placed')).toBeVisible()
  await page.getByRole('radio', { name: /At renewal/ }).check()
  await expect(page.getByText(/You pay nothing today/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('link', { name: 'Pay', exact: true }).click()
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByText('Order placed')).toBeVisible()

  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Home' }).click()
  await expect(page.getByText(/From .*: 20 organizers/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/From .*: 20 organizers/)).toBeHidden()
})

test('finds by name who is to lose a seat', async ({ page }) => {
  const account = await accountNamed('Scale')
  const { id, seatsAssigned } = await subscriptionOf(account, 'meetings')
  await signIn(
    page,
    'marta.iglesias@gestoria-iglesias.example',
    `/a/${account}/s/${id}/change?seats=${seatsAssigned - 1}`,
  )
  await speak(page, 'en')
  await page.getByRole('radio', { name: 'Choose (0 of 1)' }).check()
  const people = page.getByRole('checkbox')
  await expect(people.first()).toBeVisible()
  expect(await people.count()).toBeLessThanOrEqual(30)
  const search = page.getByRole('searchbox')
  expect((await search.boundingBox())?.width).toBeGreaterThan(200)
  await search.fill('user 099')
  await page.getByRole('checkbox', { name: /^User 099000/ }).check()
  await expect(page.getByRole('radio', { name: 'Choose (1 of 1)' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /^User 099001/ })).toBeDisabled()
  await expectAccessibleInBothSchemes(page)
})

test('keeps the number in the address, tells the limit, and warns of a cancellation', async ({ page }) => {
  await signIn(page, buyer)
  await page.getByRole('link', { name: 'Add experts' }).click()
  const seats = page.getByRole('spinbutton', { name: 'Number of experts' })
  await seats.fill('14')
  await expect(page).toHaveURL(/seats=14/)
  await page.reload()
  await expect(seats).toHaveValue('14')
  await seats.fill('1')
  await expect(seats).toHaveAttribute('aria-invalid', 'true')
  await expect(seats).toHaveValue('1')
  await seats.fill('0')
  await expect(page.getByText('Cancels the subscription', { exact: true })).toBeVisible()
})

test('shows the price of the number asked for last, however the answers come', async ({ page }) => {
  await signIn(page, buyer)
  await page.getByRole('link', { name: 'Add organizers' }).click()
  const seats = page.getByRole('spinbutton', { name: 'Number of organizers' })
  await seats.fill('30')
  await seats.press('PageUp')
  await seats.press('ArrowDown')
  await expect(seats).toHaveValue('39')
  await expect(
    page
      .getByRole('complementary')
      .getByText(/39 organizers/)
      .first(),
  ).toBeVisible()
})
