import { emptyCart } from './pages.ts'
import { accountNamed, api, expect, expectAccessible, signIn, test } from './support.ts'

test.use({ locale: 'es-ES' })

interface Subscriptions {
  account: { subscriptions: { nodes: { id: string; seatsOwned: number; product: { name: string } }[] } }
}

/** Somebody else of the account orders one seat more with a card whose bank asks for a confirmation; the order waits. */
async function colleagueOrders(account: string) {
  const query = `query ($id: ID!) { account(id: $id) { subscriptions(first: 20) { nodes {
    id seatsOwned product { name } } } } }`
  const { nodes } = (await api<Subscriptions>(query, { id: account })).account.subscriptions
  const subscription = nodes.find((each) => each.product.name === 'Ágora Support Desk')
  if (!subscription) throw new Error('no subscription')
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
  const account = await accountNamed('Estudio Norte')
  await signIn(page, 'lucia.garcia@estudio-norte.example', `/a/${account}`)
  await emptyCart(page, account)
  const { order, subscription, seats } = await colleagueOrders(account)
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
})
