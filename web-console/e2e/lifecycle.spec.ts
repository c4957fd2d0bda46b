import type { Page } from '@playwright/test'
import { emptyCart, expectSound } from './pages.ts'
import {
  accountNamed,
  api,
  expect,
  expectAccessible,
  type Language,
  settled,
  signIn,
  speak,
  subscriptionOf,
  test,
} from './support.ts'

test.use({ locale: 'en-GB' })
test.describe.configure({ mode: 'serial' })

const buyer = 'friederike.schroeder@hafenlicht.example'
let account: string

test.beforeAll(async () => {
  account = await accountNamed('Hafenlicht')
})

test.beforeEach(async ({ page }) => {
  await signIn(page, buyer, `/a/${account}`)
  await emptyCart(page, account)
})

const card = (page: Page) => page.getByRole('article').filter({ hasText: 'Ágora Webinars' })

/** From the change in hand to its order. */
async function place(page: Page) {
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('link', { name: 'Pay', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Place order' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByText('Order placed')).toBeVisible()
}

async function order(page: Page) {
  await place(page)
  await expectAccessible(page)
}

async function webinars() {
  const query = `query ($id: ID!) { account(id: $id) { subscriptions(first: 20) { nodes {
    id status seatsOwned nextBillingDate plan { interval } product { name } } } } }`
  interface Found {
    account: {
      subscriptions: { nodes: { id: string; status: string; seatsOwned: number; product: { name: string } }[] }
    }
  }
  const { nodes } = (await api<Found>(query, { id: account })).account.subscriptions
  const found = nodes.filter((each) => each.product.name === 'Ágora Webinars').find((each) => each.status !== 'ENDED')
  if (!found) throw new Error('no webinars')
  return found
}

test('buys a new product on the dates of another subscription', async ({ page }) => {
  await page.getByRole('link', { name: 'New product' }).click()
  await settled(page)
  await expect(page.getByText('Choose a plan to see what it costs.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Ágora Webinars, Monthly' }).check()
  await page.getByRole('spinbutton', { name: 'Number of attendees' }).fill('5')
  const joined = page.getByLabel('Billing date').locator('option', { hasText: 'Ágora Meetings' })
  await page.getByLabel('Billing date').selectOption((await joined.getAttribute('value')) ?? '')
  await expect(page).toHaveURL(/alignTo=/)
  await expect(
    page
      .getByRole('complementary')
      .getByText(/5 attendees/)
      .first(),
  ).toBeVisible()
  await expectAccessible(page)
  await order(page)
  await expect(page.getByRole('paragraph').filter({ hasText: '5 attendees' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Home' }).click()
  await expect(card(page)).toBeVisible()
  const dates = page
    .getByRole('article')
    .filter({ hasText: /Ágora (Meetings|Webinars)/ })
    .getByRole('definition')
  const shown = (await dates.allTextContents()).filter((text) => / \d{4}$/.test(text))
  expect(shown).toHaveLength(2)
  expect(shown[0]).toBe(shown[1])
})

test('changes the plan, and says from which date to which the invoice moves, with their years', async ({ page }) => {
  await card(page).getByRole('link', { name: 'Add attendees' }).click()
  await page.getByRole('spinbutton', { name: 'Number of attendees' }).fill('12')
  await page.getByLabel('Plan').selectOption({ label: 'Yearly' })
  await expect(page.getByText(/Next invoice: was \d+ \w+ \d{4}, now \d+ \w+ \d{4}/)).toBeVisible()
  await expectAccessible(page)
  await order(page)
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Home' }).click()
  await expect(card(page)).toContainText('Yearly')
  await expect(card(page)).toContainText('12 seats')
})

test('leaves a reduction for the renewal where the plan says so, tells who will lose a seat, and takes it back', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Add experts' }).click()
  await page.getByRole('spinbutton', { name: 'Number of experts' }).fill('7')
  await expect(page.getByRole('radio', { name: /At renewal/ })).toBeChecked()
  await expect(page.getByRole('radio', { name: /Now/ })).toBeDisabled()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('Choose first who loses a seat.')).toBeVisible()
  await expect(page.getByLabel('Longest without sign-in')).toBeFocused()
  await page.getByLabel('Last assigned').check()
  await expect(page.getByText('They lose access at the renewal')).toBeVisible()
  await expectAccessible(page)
  await place(page)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByText('The change is undone; everything stays as it was')).toBeVisible()
  await page.goto(`/a/${account}`)
  const assist = page.getByRole('article').filter({ hasText: 'Ágora Assist' })
  await expect(assist).toContainText('8 assigned')
  await expect(assist.getByText(/From .*: 7 experts/)).toHaveCount(0)
})

interface Foreseen {
  subscription: { scheduledChange: { id: string; releases: { count: number; users: { name: string }[] } } }
}

for (const language of ['en', 'es'] satisfies Language[]) {
  test(`tells on its order whom a waiting change would release today, in ${language}`, async ({ page }) => {
    const { id, seatsAssigned } = await subscriptionOf(account, 'assist')
    await speak(page, language)
    await page.goto(`/a/${account}/s/${id}/change?seats=${seatsAssigned - 2}&effective=AT_RENEWAL`)
    await page.getByLabel(/^(Last assigned|Últimos asignados)$/).check()
    await page.getByRole('button', { name: /^(Add to cart|Añadir al carrito)$/ }).click()
    await page.getByRole('link', { name: /^(Pay|Pagar)$/ }).click()
    await page.getByRole('button', { name: /^(Place order|Realizar pedido)$/ }).click()
    await expect(page.getByText(/^(Order placed|Pedido realizado)$/)).toBeVisible()

    const query = `query ($id: ID!) { subscription(id: $id) { scheduledChange { id releases { count users { name } } } } }`
    const { scheduledChange } = (await api<Foreseen>(query, { id })).subscription
    try {
      expect(scheduledChange.releases.count).toBe(2)
      const [one, other] = scheduledChange.releases.users.map(({ name }) => name)
      const sentence = {
        en: `2 released at the renewal: those last assigned. Today those would be ${one} and ${other}.`,
        es: `Se liberan 2 en la renovación: las últimas personas asignadas. Hoy serían ${one} y ${other}.`,
      }
      await expect(page.getByRole('article').getByText(sentence[language])).toBeVisible()
      await settled(page)
      await expectSound(page)
    } finally {
      const undo = `mutation ($input: CancelScheduledChangeInput!) {
        cancelScheduledChange(input: $input) { userErrors { message } } }`
      await api(undo, { input: { scheduledChangeId: scheduledChange.id } })
      await speak(page, 'en')
    }
    await page.reload()
    await expect(page.getByText(/those last assigned/)).toHaveCount(0)
  })
}

test('undoes a scheduled change at home, and offers ten seconds long to schedule it again', async ({ page }) => {
  const { id } = await webinars()
  await page.goto(`/a/${account}/s/${id}/change?seats=14&effective=AT_RENEWAL`)
  await order(page)
  await page.goto(`/a/${account}`)
  await expect(card(page).getByText(/From .*: 14 attendees/)).toBeVisible()
  await expectAccessible(page)
  await card(page).getByRole('button', { name: /^Undo/ }).click()
  await expect(card(page).getByText(/^Undone: there will not be 14 attendees from \d+ \w+ \d{4}/)).toContainText(
    'To schedule it again takes a new order.',
  )
  await card(page).getByRole('button', { name: 'Prepare it again' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Number of attendees' })).toHaveValue('14')
  await expect(page.getByRole('radio', { name: /At renewal/ })).toBeChecked()
})

test('cancels by the number 0, names all who lose a seat, and leads to the mail about it', async ({ page }) => {
  const { id } = await webinars()
  await seat(id, 12)
  await page.goto(`/a/${account}/s/${id}/change?seats=0`)
  await expect(page.getByText('Cancels the subscription', { exact: true })).toBeVisible()
  await expect(page.getByText('12 people have a seat and lose it')).toBeVisible()
  await expect(page.getByRole('group', { name: /lose it/ }).getByRole('listitem')).toHaveCount(12)
  await expectAccessible(page)
  await order(page)
  await expect(page.getByRole('main').getByText('Cancels the subscription')).toBeVisible()
  await expect(page.getByText(/12 seats released:/)).toBeVisible()
  await page.getByRole('link', { name: 'See the confirmation mail' }).click()
  await expect(page).toHaveURL(/\/mails\//)
  await page.goto(`/a/${account}`)
  await expect(card(page)).toHaveCount(0)
})

/** Gives the first users of the account so many seats of a subscription. */
async function seat(subscription: string, count: number) {
  const query = 'query ($id: ID!, $count: Int!) { account(id: $id) { users(first: $count) { nodes { id } } } }'
  const { users } = (await api<{ account: { users: { nodes: { id: string }[] } } }>(query, { id: account, count }))
    .account
  const assign = 'mutation ($input: AssignSeatsInput!) { assignSeats(input: $input) { userErrors { message } } }'
  const input = {
    subscriptionId: subscription,
    userIds: users.nodes.map((user) => user.id),
    idempotencyKey: crypto.randomUUID(),
  }
  const { assignSeats } = await api<{ assignSeats: { userErrors: object[] } }>(assign, { input })
  expect(assignSeats.userErrors).toEqual([])
}
