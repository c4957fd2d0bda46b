import { appendFileSync, mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { emptyCart } from './pages.ts'
import {
  accountNamed,
  api,
  expect,
  forgetPaymentMethods,
  payEasily,
  settled,
  signIn,
  speak,
  subscriptionOf,
  test,
} from './support.ts'

test.use({ locale: 'en-GB' })

const percentile = (values: readonly number[], share = 0.95) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? 0

/** Into the test's output, and to read later into `target/measures.txt`. */
function report(lines: readonly string[]) {
  const text = `${lines.join('\n')}\n`
  process.stdout.write(text)
  mkdirSync('target', { recursive: true })
  appendFileSync('target/measures.txt', text)
}

/** What the browser saw since it was watched: shifts that nobody caused, and how long events took to be painted. */
interface Seen {
  shift: number
  events: number[]
}

const seen = (page: Page) => page.evaluate(() => (window as never as { seen: Seen }).seen)

async function watch(page: Page) {
  await page.addInitScript(() => {
    const seen: Seen = { shift: 0, events: [] }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      seen.events.push(...list.getEntries().map((entry) => entry.duration))
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  })
}

function requests(page: Page) {
  const sent: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/graphql') sent.push(request.postDataJSON()?.operationName)
  })
  return sent
}

test('each page asks at most twice, and nothing on it moves', async ({ page }) => {
  test.setTimeout(240_000)
  const account = await accountNamed('Olivar')
  const { id, seatsAssigned, seatsOwned } = await subscriptionOf(account, 'support-desk')
  const { plan, order, invoice, mail } = await deepLinks(account)
  await watch(page)
  await signIn(page, 'marta.iglesias@gestoria-iglesias.example', `/a/${account}`)
  await speak(page, 'en')
  const sent = requests(page)
  const rows: string[] = []
  const lists = ['users', 'orders', 'documents', 'mails', 'balance', 'payment-methods', 'tax-ids', 'settings']
  const seats = ['', '?tab=seated', '?tab=free', '/change'].map((rest) => `s/${id}${rest}`)
  // The addresses that name a choice, and a review that needs a card, know the most to ask for at once.
  const chosen = [
    `s/${id}/change?seats=${seatsOwned + 1}`,
    `s/${id}/change?seats=${seatsAssigned - 1}`,
    `buy?plan=${plan}&seats=3`,
    `orders/${order}`,
    `documents/${invoice}`,
    `mails/${mail}`,
  ]
  await forgetPaymentMethods(account)
  await page.goto(`/a/${account}/s/${id}/change?seats=${seatsOwned + 1}`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('link', { name: 'Pay', exact: true })).toBeVisible()
  for (const path of ['', ...seats, 'buy', 'cart', 'review', ...chosen, ...lists]) {
    await settled(page)
    sent.length = 0
    await page.goto(`/a/${account}/${path}`)
    await settled(page)
    await page.waitForLoadState('networkidle')
    const { shift } = await seen(page)
    rows.push(`${path.replace(id, '…').padEnd(24)} ${sent.length} requests, shift ${shift.toFixed(4)}  ${sent}`)
    expect.soft(sent.length, `${path}: ${sent}`).toBeLessThanOrEqual(2)
    expect.soft(shift, path).toBeLessThan(0.001)
  }
  await emptyCart(page, account)
  await payEasily(account)
  report(rows)
})

interface DeepLinks {
  products: { nodes: { code: string; plans: { id: string; active: boolean }[] }[] }
  account: {
    orders: { nodes: { id: string; mails: { id: string }[]; invoice: { id: string } | null }[] }
  }
}

/** A plan, and an order with its invoice and its mail. */
async function deepLinks(account: string) {
  const query = `query ($id: ID!) { products(first: 20) { nodes { code plans { id active } } }
    account(id: $id) { orders(first: 20, state: PLACED) { nodes { id mails { id } invoice { id } } } } }`
  const found = await api<DeepLinks>(query, { id: account })
  const plan = found.products.nodes.flatMap((product) => product.plans).find((each) => each.active)
  const order = found.account.orders.nodes.find((each) => each.invoice && each.mails.length > 0)
  if (!plan || !order?.invoice) throw new Error('no plan, or no order with an invoice and a mail')
  return { plan: plan.id, order: order.id, invoice: order.invoice.id, mail: order.mails[0]?.id }
}

test('answers on 110,000 users within a frame or two', async ({ page }) => {
  const account = await accountNamed('Scale')
  const { id } = await subscriptionOf(account, 'meetings')
  await watch(page)
  await signIn(page, 'marta.iglesias@gestoria-iglesias.example', `/a/${account}/s/${id}`)
  await settled(page)
  for (let round = 0; round < 5; round++) {
    for (const key of ['j', 'x', 'j', 'Shift+x', 'k', 'Escape']) await page.keyboard.press(key)
    await page.getByRole('checkbox').nth(2).click()
  }
  const frames = await page.evaluate(async () => {
    const took: number[] = []
    let last = performance.now()
    for (let frame = 0; frame < 240; frame++) {
      window.scrollBy(0, 60)
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      took.push(now - last)
      last = now
    }
    return took
  })
  const rows = await page.getByRole('table').getByRole('row').count()
  const { events } = await seen(page)
  report([
    `rows in the document      ${rows}`,
    `event to paint            p95 ${percentile(events)} ms, of ${events.length} that took 16 ms or more`,
    `frame while scrolling     p95 ${percentile(frames).toFixed(1)} ms, p50 ${percentile(frames, 0.5).toFixed(1)} ms`,
  ])
  expect(rows).toBeLessThanOrEqual(60)
  expect(percentile(events)).toBeLessThan(1000)
  expect(percentile(frames)).toBeLessThan(500)
})
