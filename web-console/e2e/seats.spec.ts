import type { Page } from '@playwright/test'
import {
  accountNamed,
  api,
  expect,
  expectAccessibleInBothSchemes,
  type Language,
  settled,
  signIn,
  speak,
  subscriptionOf,
  test,
} from './support.ts'

test.use({ locale: 'en-GB' })

const admin = 'marta.iglesias@gestoria-iglesias.example'

/** The account of 110,000 users: the first 100,000 have a seat. */
const large = { account: 'Scale', product: 'meetings', users: 110_000, assigned: 100_000 }

const olive = { account: 'Olivar', product: 'support-desk' }

async function open(page: Page, of: { account: string; product: string }, search = '', language: Language = 'en') {
  const account = await accountNamed(of.account)
  const { id } = await subscriptionOf(account, of.product)
  await signIn(page, admin, `/a/${account}/s/${id}${search}`)
  await speak(page, language)
  await settled(page)
  return { account, id, assigned: async () => (await subscriptionOf(account, of.product)).seatsAssigned }
}

const table = (page: Page) => page.getByRole('table', { name: 'Users and their seats' })
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })

test('shows 110,000 users in a few rows, loads forward, and jumps by search', async ({ page }) => {
  await open(page, large)
  await expect(table(page)).toHaveAttribute('aria-rowcount', String(large.users + 1))
  const rows = table(page).getByRole('row')
  let last = 0
  for (let round = 0; round < 12; round++) {
    await page.mouse.wheel(0, 4000)
    await expect.poll(async () => Number(await rows.last().getAttribute('aria-rowindex'))).toBeGreaterThan(last)
    last = Number(await rows.last().getAttribute('aria-rowindex'))
    expect(await rows.count()).toBeLessThanOrEqual(60)
  }
  expect(last).toBeGreaterThan(500)

  await page.keyboard.press('Home')
  await page.getByRole('searchbox').fill('user 1099')
  await expect(table(page)).toHaveAttribute('aria-rowcount', '101')
  await expect(rows.nth(1)).toContainText('User 109900')
})

test('keeps tab, search and order in the address, over a reload and for whoever gets the link', async ({ page }) => {
  await open(page, large)
  await page.getByRole('link', { name: 'Seated (100,000)' }).click()
  await page.getByRole('button', { name: 'Since' }).click()
  await page.getByRole('button', { name: 'Since' }).click()
  await expect(page).toHaveURL(/sort=since&dir=desc/)
  await expect(page.getByRole('columnheader', { name: 'Since' })).toHaveAttribute('aria-sort', 'descending')
  const first = table(page).getByRole('row').nth(1)
  await expect(first).not.toContainText('User 000001')
  await page.getByLabel('Last sign-in', { exact: true }).selectOption({ label: 'None for 90 days' })
  await expect(page).toHaveURL(/idle=90/)
  await page.getByRole('searchbox').fill('zzz')
  await expect(page).toHaveURL(/q=zzz/)
  await expect(page.getByText('No matches.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('zzz')
  await expect(page.getByLabel('Last sign-in', { exact: true })).toHaveValue('90')
  await page.getByRole('link', { name: 'Show all' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(first).toContainText('User 000001')
})

test('narrows the list by who assigned the seats, in the address too', async ({ page }) => {
  await open(page, olive, '?tab=seated')
  const who = page.getByLabel('Assigned by')
  const [, first] = await who.locator('option').all()
  const name = (await first?.textContent()) ?? ''
  await who.selectOption({ label: name })
  await expect(page).toHaveURL(/who=/)
  await settled(page)
  const cells = table(page).getByRole('row').filter({ hasText: '@' })
  await expect(cells.first()).toContainText(name)
  await page.reload()
  await expect(who.locator('option:checked')).toHaveText(name)
})

test('releases by keyboard, undoes it, and the counters follow', async ({ page }) => {
  const { assigned } = await open(page, large, '?tab=seated&q=user%2000000')
  await expect(table(page)).toHaveAttribute('aria-rowcount', '10')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Shift+x')
  await expect(page.getByText('2 selected')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Release' }).click()
  await expect(page.getByText('2 seats released')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Seated (99,998)' })).toBeVisible()
  expect(await assigned()).toBe(large.assigned - 2)
  await page.getByRole('button', { name: /^Undo \((10|9|8) s\)/ }).click()
  await expect(page.getByText('Undone: 2 seats assigned')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Seated (100,000)' })).toBeVisible()
  expect(await assigned()).toBe(large.assigned)
})

test('transfers a seat to somebody without one, and back', async ({ page }) => {
  await open(page, large, '?tab=seated&q=user%20000011')
  const transfer = async (from: string, to: string) => {
    await table(page)
      .getByRole('button', { name: `Transfer: ${from}` })
      .click()
    const dialog = page.getByRole('dialog', { name: `Transfer the seat of ${from}` })
    await dialog.getByRole('searchbox').fill(to)
    await dialog.getByRole('radio', { name: new RegExp(to) }).check()
    await dialog.getByRole('button', { name: 'Transfer' }).click()
    await expect(dialog).toBeHidden()
    await expect(table(page).getByRole('link', { name: to })).toBeVisible()
    await expect(table(page).getByRole('link', { name: from })).toHaveCount(0)
  }
  await transfer('User 000011', 'User 109999')
  await transfer('User 109999', 'User 000011')
})

test('assigns all that match but one in one call, and takes it back', async ({ page }) => {
  const { assigned } = await open(page, large, '?tab=free&q=user%20101')
  await expect(table(page)).toHaveAttribute('aria-rowcount', '1001')
  await page.getByRole('checkbox', { name: 'Select all loaded users' }).check()
  await expect(page.getByText('100 selected')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Select all 1,000' }).click()
  await page.getByRole('checkbox', { name: 'Select User 101000' }).uncheck()
  await expect(page.getByText('999 selected')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Assign' }).click()
  await expect(page.getByText('999 seats assigned')).toBeVisible()
  await expect(table(page)).toHaveAttribute('aria-rowcount', '2')
  await expect(table(page).getByRole('row')).toHaveCount(2)
  await expect(table(page)).toContainText('User 101000')
  expect(await assigned()).toBe(large.assigned + 999)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByText('Undone: 999 seats released')).toBeVisible()
  expect(await assigned()).toBe(large.assigned)
})

test('says who could not be seated and why, and undoes what was done', async ({ page }) => {
  const { account, id, assigned } = await open(page, large, '?tab=free&q=user%2010950')
  await expect(table(page)).toHaveAttribute('aria-rowcount', '11')
  const find =
    'query ($id: ID!) { account(id: $id) { users(first: 1, filter: { search: "user 109503" }) { nodes { id } } } }'
  interface Found {
    account: { users: { nodes: { id: string }[] } }
  }
  const [colleague] = (await api<Found>(find, { id: account })).account.users.nodes
  const input = () => ({ subscriptionId: id, userIds: [colleague?.id], idempotencyKey: crypto.randomUUID() })
  await api('mutation ($input: AssignSeatsInput!) { assignSeats(input: $input) { userErrors { message } } }', {
    input: input(),
  })

  await page.getByRole('checkbox', { name: 'Select all loaded users' }).check()
  await bar(page).getByRole('button', { name: 'Assign' }).click()
  const change = page.getByRole('region', { name: 'Last change' })
  await expect(change).toContainText('9 seats assigned')
  await expect(change.getByRole('alert')).toContainText('Not changed for 1 user')
  await expect(change.getByRole('listitem')).toHaveText('User 109503: already has this seat')
  await expectAccessibleInBothSchemes(page)
  expect(await assigned()).toBe(large.assigned + 10)
  await change.getByRole('button', { name: /^Undo/ }).click()
  await expect(change).toContainText('Undone: 9 seats released')
  expect(await assigned()).toBe(large.assigned + 1)
  await api('mutation ($input: ReleaseSeatsInput!) { releaseSeats(input: $input) { userErrors { message } } }', {
    input: input(),
  })
})

test('offers to undo for ten seconds, which wait while somebody points at them or is elsewhere in them', async ({
  page,
}) => {
  await page.clock.install()
  const { assigned } = await open(page, large, '?tab=seated&q=user%20000012')
  const release = (name: string) =>
    table(page)
      .getByRole('button', { name: `Release: ${name}` })
      .click()
  const change = page.getByRole('region', { name: 'Last change' })
  const undo = change.getByRole('button', { name: /^Undo/ })
  await release('User 000012')
  await expect(undo).toBeVisible()
  await undo.hover()
  await page.clock.runFor(30_000)
  await expect(undo).toBeVisible()
  await page.mouse.move(0, 0)
  await undo.focus()
  await page.clock.runFor(30_000)
  await expect(undo).toBeVisible()
  await undo.click()
  await expect(change).toContainText('Undone: 1 seat assigned')
  expect(await assigned()).toBe(large.assigned)

  await release('User 000012')
  await expect(undo).toBeVisible()
  await page.mouse.move(0, 0)
  await page.clock.runFor(12_000)
  await expect(change).toHaveCount(0)
  expect(await assigned()).toBe(large.assigned - 1)
  await page.goto(page.url().replace('tab=seated', 'tab=all'))
  await table(page).getByRole('button', { name: 'Assign: User 000012' }).click()
  await expect.poll(assigned).toBe(large.assigned)
})

test('goes through thousands call by call, says how far it is, and stops where told', async ({ page }) => {
  const { assigned } = await open(page, large, '?tab=free&q=user%2010')
  await expect(table(page)).toHaveAttribute('aria-rowcount', '10000')
  await page.getByRole('checkbox', { name: 'Select all loaded users' }).check()
  await bar(page).getByRole('button', { name: 'Select all 9,999' }).click()
  await page.getByRole('checkbox', { name: 'Select User 100001' }).uncheck()
  await bar(page).getByRole('button', { name: 'Assign' }).click()
  const dialog = page.getByRole('dialog', { name: 'Assign 9,998 seats?' })
  await expect(dialog).toContainText('It goes in steps of 1,000 and can be stopped, but not undone.')
  await dialog.getByRole('button', { name: 'Assign' }).click()

  const change = page.getByRole('region', { name: 'Last change' })
  await expect(change).toContainText(/[1-4],000 done · 0 failed · [5-8],998 left/)
  await change.getByRole('button', { name: 'Stop' }).click()
  await expect(change.getByRole('button', { name: 'Close' })).toBeVisible()
  await expect(change.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
  const done = Number(/([\d,]+) done/.exec((await change.textContent()) ?? '')?.[1]?.replace(',', ''))
  expect(done % 1000).toBe(0)
  expect(done).toBeLessThan(9_998)
  expect(await assigned()).toBe(large.assigned + done)
  await settled(page)
  await page.evaluate(() => scrollTo(0, 0))
  await expect(table(page).getByRole('row').nth(1)).toContainText('User 100001')
  await change.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('link', { name: /^Seated/ }).click()
  await expect(table(page)).toHaveAttribute('aria-rowcount', String(done + 2))
  await page.getByRole('checkbox', { name: 'Select all loaded users' }).check()
  await bar(page)
    .getByRole('button', { name: /^Select all [\d,]+$/ })
    .click()
  await page.getByRole('checkbox', { name: 'Select User 100000' }).uncheck()
  await bar(page).getByRole('button', { name: 'Release' }).click()
  const question = page.getByRole('dialog', { name: /^Release/ })
  if (done > 1000) await question.getByRole('button', { name: 'Release' }).click()
  await expect(change).toContainText(`${done.toLocaleString('en')} seats released`)
  await expect.poll(assigned).toBe(large.assigned)
})

test('counts of all users those whom a change concerns', async ({ page }) => {
  await open(page, large)
  await page.getByRole('checkbox', { name: 'Select all loaded users' }).check()
  await bar(page).getByRole('button', { name: 'Select all 110,000' }).click()
  await page.getByRole('checkbox', { name: 'Select User 000001' }).uncheck()
  await expect(page.getByText('109,999 selected')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Assign' }).click()
  await page.getByRole('dialog', { name: 'Assign 10,000 seats?' }).getByRole('button', { name: 'Cancel' }).click()
  await bar(page).getByRole('button', { name: 'Release' }).click()
  const question = page.getByRole('dialog', { name: 'Release 99,999 seats?' })
  await expectAccessibleInBothSchemes(page)
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(bar(page)).toBeVisible()
})

test('a new filter ends the selection', async ({ page }) => {
  await open(page, large, '?tab=free')
  await page.getByRole('checkbox', { name: 'Select all loaded users' }).check()
  await expect(bar(page)).toBeVisible()
  await page.getByRole('searchbox').fill('user 1000')
  await expect(bar(page)).toBeHidden()
})

test('leads to more seats where too few are free', async ({ page }) => {
  const { account } = await open(page, olive, '?tab=free')
  const { seatsFree, seatsOwned } = await subscriptionOf(account, olive.product)
  const chosen = Number(await table(page).getAttribute('aria-rowcount')) - 1
  const short = chosen - seatsFree
  expect(short).toBeGreaterThan(1)
  await page.getByRole('checkbox', { name: 'Select all loaded users' }).check()
  await expect(page.getByText(`${short} seats short`)).toBeVisible()
  await expect(bar(page).getByRole('button', { name: 'Assign' })).toHaveAttribute('aria-disabled', 'true')
  await bar(page).getByRole('link', { name: 'Change seats' }).click()
  await expect(page.getByRole('spinbutton')).toHaveValue(String(seatsOwned + short))
})

test('leads to more seats from a row that found none free', async ({ page }) => {
  const { account, id } = await open(page, olive, '?tab=free')
  const { seatsFree, seatsOwned } = await subscriptionOf(account, olive.product)
  const some = `query ($id: ID!, $first: Int!, $filter: UserFilter!) {
    account(id: $id) { users(first: $first, filter: $filter) { nodes { id } } }
  }`
  const filter = { status: 'ACTIVE', seat: { with: false, productOfSubscriptionId: id } }
  interface Found {
    account: { users: { nodes: { id: string }[] } }
  }
  const { nodes } = (await api<Found>(some, { id: account, first: seatsFree, filter })).account.users
  const input = () => ({
    subscriptionId: id,
    userIds: nodes.map((user) => user.id),
    idempotencyKey: crypto.randomUUID(),
  })
  await api('mutation ($input: AssignSeatsInput!) { assignSeats(input: $input) { userErrors { message } } }', {
    input: input(),
  })
  try {
    await table(page)
      .getByRole('button', { name: /^Assign/ })
      .last()
      .click()
    const change = page.getByRole('region', { name: 'Last change' })
    await expect(change.getByRole('listitem')).toContainText('no seat is free')
    await expect(change).toContainText('1 seat short')
    await expectAccessibleInBothSchemes(page)
    await change.getByRole('link', { name: 'Change seats' }).click()
    await expect(page.getByRole('spinbutton')).toHaveValue(String(seatsOwned + 1))
  } finally {
    await api('mutation ($input: ReleaseSeatsInput!) { releaseSeats(input: $input) { userErrors { message } } }', {
      input: input(),
    })
  }
})

test('says the same in Spanish', async ({ page }) => {
  await open(page, olive, '?tab=free', 'es')
  await page.getByRole('checkbox', { name: 'Seleccionar' }).first().check()
  await expect(page.getByText(/Faltan \d puestos/)).toBeVisible()
})
