import { emptyCart, endPending } from './pages.ts'
import {
  accountNamed,
  api,
  expect,
  expectAccessible,
  orders,
  paymentMethods,
  signIn,
  speak,
  subscriptionOf,
  test,
} from './support.ts'

test.use({ locale: 'es-ES' })

let account: string

test.beforeAll(async () => {
  account = await accountNamed('Estudio Norte')
})

/** A given token is kept as the account's first means of payment: without it the others buy with their own again. */
test.afterEach(async ({ page }) => {
  await endPending(page, account)
  const remove =
    'mutation ($id: ID!) { removePaymentMethod(input: { paymentMethodId: $id }) { userErrors { message } } }'
  const prefer =
    'mutation ($id: ID!) { setDefaultPaymentMethod(input: { paymentMethodId: $id }) { userErrors { message } } }'
  const methods = await paymentMethods(account)
  for (const { id, lastDigits } of methods) if (lastDigits === '3155') await api(remove, { id })
  const usual = methods.find((each) => each.lastDigits !== '3155')
  if (usual) await api(prefer, { id: usual.id })
})

/** Somebody else of the account orders one seat more with a card whose bank asks for a confirmation; the order waits. */
async function colleagueOrders() {
  const subscription = await subscriptionOf(account, 'support-desk')
  const change = { subscriptionId: subscription.id, seats: subscription.seatsOwned + 1, effective: 'NOW' }
  const put = `mutation ($input: SetCartLineInput!) { setCartLine(input: $input) {
    cart { id seatQuote { id } } userErrors { message } } }`
  const { setCartLine } = await api<{ setCartLine: { cart: { id: string; seatQuote: { id: string } } } }>(put, {
    input: { accountId: account, change },
  })
  const place = `mutation ($input: CheckoutInput!) { checkout(input: $input) {
    order { id number state } userErrors { message } } }`
  const input = {
    accountId: account,
    cartId: setCartLine.cart.id,
    seatQuoteId: setCartLine.cart.seatQuote.id,
    idempotencyKey: crypto.randomUUID(),
    paymentToken: 'sandbox_authentication_required',
  }
  interface Placed {
    checkout: { order: { id: string; number: number; state: string }; userErrors: object[] }
  }
  const { checkout } = await api<Placed>(place, { input })
  expect(checkout.userErrors).toEqual([])
  expect(checkout.order.state).toBe('PENDING_PAYMENT')
  return { order: checkout.order, subscription: subscription.id, seats: subscription.seatsOwned }
}

test('a colleague’s order in progress is told, and leads to its page, which follows it to its end', async ({
  page,
}) => {
  await signIn(page, 'lucia.garcia@estudio-norte.example', `/a/${account}`)
  await speak(page, 'es')
  await emptyCart(page, account)
  const before = (await orders(account)).totalCount
  const { order, subscription, seats } = await colleagueOrders()
  await page.goto(`/a/${account}/s/${subscription}/change?seats=${seats + 2}`)
  await page.getByRole('button', { name: 'Añadir al carrito' }).click()
  const way = page.getByRole('link', { name: /Ver ese pedido|Pagar/ }).first()
  await expect(way).toBeVisible()
  await expectAccessible(page)
  if ((await way.textContent())?.includes('Pagar')) {
    await way.click()
    await page.getByRole('button', { name: 'Realizar pedido' }).click()
    await page.getByRole('link', { name: 'Ver ese pedido' }).click()
  } else await way.click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`Pedido ${order.number}`) })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ir al banco' }).click()
  await page.getByRole('button', { name: /Confirmar|Confirm/ }).click()
  await expect(page.getByText('Pedido realizado')).toBeVisible()
  const after = await orders(account)
  expect(after.totalCount).toBe(before + 1)
  expect(after.nodes.find((each) => each.id === order.id)?.state).toBe('PLACED')
  expect((await subscriptionOf(account, 'support-desk')).seatsOwned).toBe(seats + 1)
})
