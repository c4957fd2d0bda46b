import type { Page, Request } from '@playwright/test'
import { emptyCart } from './pages.ts'
import {
  accountNamed,
  api,
  expect,
  expectAccessible,
  forgetPaymentMethods,
  orders,
  payEasily,
  signIn,
  subscriptionOf,
  test,
  typeCard,
} from './support.ts'

test.use({ locale: 'en-GB' })

const buyer = 'friederike.schroeder@hafenlicht.example'
let account: string

test.beforeAll(async () => {
  account = await accountNamed('Hafenlicht')
})

test.beforeEach(async ({ page }) => {
  await forgetPaymentMethods(account)
  await signIn(page, buyer)
})

test.afterAll(() => payEasily(account))

/** One more seat in the cart, and the review of it. */
async function review(page: Page) {
  await page.goto(`/a/${account}`)
  await page.getByRole('link', { name: 'Add organizers' }).click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('link', { name: 'Pay', exact: true }).click()
  await expect(page.getByLabel('Card number')).toBeVisible()
}

const place = (page: Page) => page.getByRole('button', { name: 'Place order' })

test('asks for a card only now, keeps it, and refuses a number that is no test number', async ({ page }) => {
  const before = (await orders(account)).totalCount
  await review(page)
  await expect(page.getByText('Kept for renewals')).toBeVisible()
  await typeCard(page, '4111 1111 1111 1111')
  await place(page).click()
  await expect(page.getByRole('alert')).toContainText('only the published test numbers')
  await expect(page.getByLabel('Card number')).toHaveValue('4111 1111 1111 1111')
  await typeCard(page, '4242 4242 4242 4242')
  await place(page).click()
  await expect(page.getByText('Order placed')).toBeVisible()
  expect((await orders(account)).totalCount).toBe(before + 1)
})

test('says why a card was declined, charges nothing, and buys with another', async ({ page }) => {
  await review(page)
  await typeCard(page, '4000 0000 0000 9995')
  await place(page).click()
  const answer = page.getByRole('alert')
  await expect(answer).toContainText('Declined: there are not enough funds. Nothing was charged; use another method.')
  await expect(answer).toBeFocused()
  await expectAccessible(page)
  await typeCard(page, '5555 5555 5555 4444')
  await place(page).click()
  await expect(page.getByText('Order placed')).toBeVisible()
})

test('goes to the bank and comes back to the order, which is placed', async ({ page }) => {
  await review(page)
  await typeCard(page, '4000 0025 0000 3155')
  await place(page).click()
  await expect(page.getByText('Your bank asks you to confirm')).toBeVisible()
  const order = page.url()
  await page.reload()
  await page.getByRole('button', { name: 'Go to bank' }).click()
  await page.getByRole('button', { name: /Confirm/ }).click()
  await expect(page.getByText('Order placed')).toBeVisible()
  expect(page.url()).toBe(order)
})

test('watches a payment that is late until the order is placed, and leads there from the cart', async ({ page }) => {
  await review(page)
  await typeCard(page, '4000 0000 0000 0341')
  await place(page).click()
  await expect(page.getByText("Payment pending: don't pay again, we'll e-mail you")).toBeVisible()
  await page.goto(`/a/${account}/review`)
  await expect(page).toHaveURL(/\/orders\//)
  await expect(page.getByText('Order placed')).toBeVisible({ timeout: 30_000 })
})

test('one order for two clicks, a reload and a second tab', async ({ page, context }) => {
  const before = (await orders(account)).totalCount
  await review(page)
  const other = await context.newPage()
  await other.goto(`/a/${account}/review`)
  await expect(place(other)).toBeVisible()
  await typeCard(page, '4242 4242 4242 4242')
  await place(page).dblclick()
  await expect(page.getByText('Order placed')).toBeVisible()
  await page.goBack()
  await typeCard(other, '4242 4242 4242 4242')
  await place(other).click()
  await expect(other).toHaveURL(/\/orders\//)
  expect((await orders(account)).totalCount).toBe(before + 1)
})

test('one order where the answer is lost: the same key is sent again', async ({ page }) => {
  const before = (await orders(account)).totalCount
  await review(page)
  const keys: string[] = []
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON()
    if (!String(body.query).includes('checkout(')) return route.continue()
    keys.push(body.variables.input.idempotencyKey)
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await typeCard(page, '4242 4242 4242 4242')
  await place(page).click()
  await expect(page.getByText("Checking your order; you won't be charged twice").first()).toBeVisible()
  await expect(page.getByText('Order placed')).toBeVisible()
  expect(new Set(keys).size).toBe(1)
  expect((await orders(account)).totalCount).toBe(before + 1)
})

/** The keys under which the page asks for an order. */
function keysSent(page: Page) {
  const keys: string[] = []
  page.on('request', (request) => {
    if (isOrder(request)) keys.push(request.postDataJSON().variables.input.idempotencyKey)
  })
  return keys
}

const isOrder = (request: Request) => (request.postData() ?? '').includes('checkout(')

test('one order where the connection is lost for a moment: the same key is sent again', async ({ page, context }) => {
  const before = (await orders(account)).totalCount
  await review(page)
  const keys = keysSent(page)
  await typeCard(page, '4242 4242 4242 4242')
  await context.setOffline(true)
  await place(page).click()
  await expect(page.getByText("Checking your order; you won't be charged twice").first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Order placed')).toBeVisible()
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect((await orders(account)).totalCount).toBe(before + 1)
})

test('offers to check after seven seconds without an answer, and checks under the same key', async ({
  page,
  context,
}) => {
  const before = (await orders(account)).totalCount
  await review(page)
  const keys = keysSent(page)
  await typeCard(page, '4242 4242 4242 4242')
  await context.setOffline(true)
  await place(page).click()
  const check = page.getByRole('button', { name: 'Check' })
  await expect(check).toBeVisible()
  expect(keys).toHaveLength(4)
  await expect(page.getByRole('alert')).toContainText("Checking your order; you won't be charged twice")
  await context.setOffline(false)
  await check.click()
  await expect(page.getByText('Order placed')).toBeVisible()
  expect(new Set(keys).size).toBe(1)
  expect((await orders(account)).totalCount).toBe(before + 1)
})

for (const [name, card] of [
  ['a payment that takes its time', '4000 0000 0000 0077'],
  ['a payment whose answer was lost between server and provider', '4000 0000 0000 0259'],
] as const) {
  test(`one order for ${name}`, async ({ page }) => {
    const before = (await orders(account)).totalCount
    await review(page)
    await typeCard(page, card)
    await place(page).click()
    await expect(page.getByText('Order placed')).toBeVisible({ timeout: 60_000 })
    expect((await orders(account)).totalCount).toBe(before + 1)
  })
}

// The provider is silent for as long as the server was told to: seconds here, an hour by itself.
test('keeps an order pending whose payment nobody knows, and buys no second one meanwhile', async ({ page }) => {
  const before = (await orders(account)).totalCount
  await review(page)
  await typeCard(page, '4000 0000 0000 5126')
  await place(page).click()
  const pending = page.getByText("Payment pending: don't pay again, we'll e-mail you")
  await expect(pending).toBeVisible()
  const order = page.url()
  for (const address of ['review', 'cart']) {
    await page.goto(`/a/${account}/${address}`)
    await page.waitForURL(order)
    await expect(pending).toBeVisible()
  }
  await expect(page.getByText('Order placed')).toBeVisible({ timeout: 90_000 })
  expect((await orders(account)).totalCount).toBe(before + 1)
})

test('says that a late payment was declined in the end, and opens the cart again', async ({ page }) => {
  await review(page)
  await typeCard(page, '4000 0000 0000 0358')
  await place(page).click()
  await expect(page.getByText("Payment pending: don't pay again, we'll e-mail you")).toBeVisible()
  await expect(page.getByText('The payment was declined; nothing was charged')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Back to the cart' }).click()
  await expect(page.getByRole('link', { name: 'Pay', exact: true })).toBeVisible()
})

test('says what changed of a line since it was added, and orders it at its present price', async ({ page }) => {
  const { id, seatsOwned } = await subscriptionOf(account, 'meetings')
  await page.goto(`/a/${account}`)
  await page.getByRole('link', { name: 'Add organizers' }).click()
  await page.getByRole('spinbutton', { name: 'Number of organizers' }).fill(String(seatsOwned + 3))
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('link', { name: 'Pay', exact: true })).toBeVisible()

  await buyElsewhere(id, seatsOwned + 1)
  await page.reload()
  await expect(page.getByText('Something changed since you added it')).toBeVisible()
  await expect(page.getByText(`The subscription now has ${seatsOwned + 1} seats.`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Pay', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Ágora Meetings' })).toContainText(
    `${seatsOwned + 1} → ${seatsOwned + 3}`,
  )
})

/** A partner's tool, with a cart of its own, buys seats of the same subscription. */
async function buyElsewhere(subscription: string, seats: number) {
  const set =
    'mutation ($input: SetCartLineInput!) { setCartLine(input: $input) { cart { id seatQuote { id } } userErrors { message } } }'
  interface Set {
    setCartLine: { cart: { id: string; seatQuote: { id: string } } }
  }
  const { cart } = (
    await api<Set>(set, { input: { accountId: account, change: { subscriptionId: subscription, seats } } })
  ).setCartLine
  const checkout =
    'mutation ($input: CheckoutInput!) { checkout(input: $input) { order { state } userErrors { message } } }'
  const input = {
    accountId: account,
    cartId: cart.id,
    seatQuoteId: cart.seatQuote.id,
    paymentToken: 'sandbox_success',
    idempotencyKey: crypto.randomUUID(),
  }
  const bought = await api<{ checkout: { order: { state: string } | null } }>(checkout, { input })
  expect(bought.checkout.order?.state).toBe('PLACED')
}

test('orders the number that was typed a moment before', async ({ page }) => {
  await page.goto(`/a/${account}`)
  await page.getByRole('link', { name: 'Add organizers' }).click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  const number = page.getByRole('spinbutton', { name: /^Number of organizers/ })
  const seats = Number(await number.inputValue()) + 3
  await number.fill(String(seats))
  await page.getByRole('link', { name: 'Pay', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Ágora Meetings' })).toContainText(`→ ${seats}`)
  await page.goBack()
  await expect(number).toHaveValue(String(seats))
})

test('leads from the cart to where those are chosen who lose a seat', async ({ page }) => {
  await page.goto(`/a/${account}`)
  await page.getByRole('link', { name: 'Add organizers' }).click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  const { seatsAssigned } = await subscriptionOf(account, 'meetings')
  const number = page.getByRole('spinbutton', { name: /^Number of organizers/ })
  await number.fill(String(seatsAssigned - 1))
  await page.getByRole('link', { name: 'Choose who loses a seat' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Number of organizers' })).toHaveValue(String(seatsAssigned - 1))
  await page.getByLabel('Last assigned').check()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(number).toHaveValue(String(seatsAssigned - 1))
  await expect(page.getByRole('link', { name: 'Choose who loses a seat' })).toHaveCount(0)
  await emptyCart(page, account)
})
