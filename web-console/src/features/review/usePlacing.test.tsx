import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import { act, renderHook } from '@testing-library/react'
import { type ReactNode, useRef } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReviewCartFragment, ReviewQuoteFragment } from '../../gql/graphql'
import { AccountContext } from '../../lib/account'
import { orderKey } from '../../lib/orderKey'
import type { Tokenized } from '../../lib/payment/form'
import { usePlacing } from './usePlacing'
import { useShownQuote } from './useReview'

type Reply = () => object | Promise<object>

const eur = (amount: string) => ({ amount, currency: 'EUR' })

function quote(id: string, fields: { due?: string; released?: string[] } = {}) {
  const { due = '10.00', released = ['ana'] } = fields
  return {
    id,
    asOf: '2026-11-30T09:00:00Z',
    validUntil: '2026-11-30T09:30:00Z',
    amountDue: eur(due),
    obstacles: [],
    changes: [
      {
        product: { name: 'Desk' },
        plan: { name: 'Monthly' },
        effective: 'NOW',
        seatsBefore: 10,
        seats: 9,
        period: null,
        releasedCount: released.length,
        released: released.map((userId) => ({ userId, name: userId })),
        lines: [],
      },
    ],
    totals: null,
  } as unknown as ReviewQuoteFragment
}

const account = { id: 'account', name: '', timeZone: 'UTC', currency: 'EUR', corporate: false, permissions: [] }

const cart = (fields: object = {}) =>
  ({ id: 'cart', state: 'OPEN', orderId: null, lines: [], seatQuote: null, ...fields }) as unknown as ReviewCartFragment

const placed = { checkout: { order: { id: 'order', state: 'PLACED' }, userErrors: [] } }
const refused = (fields: object) => ({ checkout: { order: null, userErrors: [{ message: 'no', ...fields }] } })
const quoteChanged = (seatQuote: ReviewQuoteFragment) => refused({ __typename: 'SeatQuoteChanged', seatQuote })
const json = { 'content-type': 'application/json' }
const lost = () => Promise.reject(new TypeError('connection lost'))

beforeEach(() => {
  sessionStorage.clear()
  vi.useFakeTimers({ now: new Date('2026-11-30T09:00:00Z') })
})
afterEach(() => vi.useRealTimers())

/** The review of a cart, whose server gives these replies to the orders, and to what is asked about the cart after them. */
function reviewing(replies: { orders: Reply[]; looks?: Reply[]; method?: string }) {
  const { orders, looks = [], method } = replies
  const sent: Record<string, unknown>[] = []
  const tokenize = vi.fn<() => Promise<Tokenized>>()
  const answer = async (_: unknown, init?: RequestInit) => {
    const { query, variables } = JSON.parse(String(init?.body))
    if (String(query).includes('checkout(')) sent.push(variables.input)
    const left = String(query).includes('checkout(') ? orders : String(query).includes('node(') ? looks : []
    const reply = left.shift() ?? lost
    return new Response(JSON.stringify({ data: await reply() }), { headers: json })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: answer as typeof fetch,
    preferGetMethod: false,
  })
  const history = createMemoryHistory({ initialEntries: ['/review'] })
  const router = createRouter({ routeTree: createRootRoute(), history })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RouterContextProvider router={router as never}>
      <Provider value={client}>
        <AccountContext value={account}>{children}</AccountContext>
      </Provider>
    </RouterContextProvider>
  )
  const [loaded, first] = [cart(), quote('seen')]
  const { result } = renderHook(
    () => {
      const review = useShownQuote(loaded, first)
      const fields = useRef({ tokenize })
      return { review, placing: usePlacing(review, { method, newCard: method === undefined, fields }) }
    },
    { wrapper },
  )
  const press = (button: 'place' | 'check' = 'place') =>
    act(async () => {
      const { placing } = result.current
      const pressed = button === 'place' ? placing.place(() => Promise.resolve(true)) : placing.check()
      await vi.advanceTimersByTimeAsync(60_000)
      await pressed
    })
  return {
    sent,
    tokenize,
    press,
    shown: () => result.current.placing.shown,
    changed: () => result.current.review.changed,
    forgetCard: () => result.current.placing.forgetCard(),
    path: () => history.location.pathname,
  }
}

test('orders at once a price that expired and came out the same', async () => {
  const page = reviewing({ orders: [() => quoteChanged(quote('fresh')), () => placed], method: 'card' })
  await page.press()
  expect(page.sent.map((input) => input.seatQuoteId)).toEqual(['seen', 'fresh'])
  expect(page.sent[0]?.idempotencyKey).toBe(page.sent[1]?.idempotencyKey)
  expect(page.path()).toBe('/a/account/orders/order')
})

test.each([{ due: '11.00' }, { released: ['bo'] }])(
  'shows what came out otherwise, and orders nothing: %o',
  async (fresh) => {
    const page = reviewing({ orders: [() => quoteChanged(quote('fresh', fresh)), () => placed], method: 'card' })
    await page.press()
    expect(page.sent).toHaveLength(1)
    expect(page.shown()?.kind).toBe('quoteChanged')
    expect(page.changed()).toHaveLength(1)
    expect(page.path()).toBe('/review')
  },
)

test('pays with the token once made, over a price that changed', async () => {
  const page = reviewing({ orders: [() => quoteChanged(quote('fresh', { due: '11.00' })), () => placed] })
  page.tokenize.mockResolvedValue({ token: 'first' })
  await page.press()
  await page.press()
  expect(page.sent.map((input) => input.paymentToken)).toEqual(['first', 'first'])
  expect(page.tokenize).toHaveBeenCalledTimes(1)
})

test('makes another token of what was typed since', async () => {
  const page = reviewing({ orders: [() => quoteChanged(quote('fresh', { due: '11.00' })), () => placed] })
  page.tokenize.mockResolvedValueOnce({ token: 'first' }).mockResolvedValueOnce({ token: 'other' })
  await page.press()
  page.forgetCard()
  await page.press()
  expect(page.sent.map((input) => input.paymentToken)).toEqual(['first', 'other'])
})

test.each([
  ['PaymentTokenRefused', true],
  ['PaymentDeclined', false],
])('makes another token after %s; the key stays: %s', async (typename, sameKey) => {
  const page = reviewing({ orders: [() => refused({ __typename: typename }), () => placed] })
  page.tokenize.mockResolvedValueOnce({ token: 'first' }).mockResolvedValueOnce({ token: 'other' })
  await page.press()
  expect(page.shown()).toMatchObject({ message: 'no' })
  await page.press()
  expect(page.sent.map((input) => input.paymentToken)).toEqual(['first', 'other'])
  expect(page.sent[0]?.idempotencyKey === page.sent[1]?.idempotencyKey).toBe(sameKey)
})

const keyUsed = () => refused({ __typename: 'IdempotencyKeyReused' })
const cartIs = (state: string, orderId: string | null) => () => ({
  node: { __typename: 'Cart', id: 'cart', state, orderId },
})

test.each(['HELD', 'CHECKED_OUT'])('leads to the order that an earlier try with the key left: %s', async (state) => {
  const page = reviewing({ orders: [keyUsed], looks: [cartIs(state, 'order')], method: 'card' })
  const key = orderKey('cart')
  await page.press()
  expect(page.path()).toBe('/a/account/orders/order')
  expect(orderKey('cart')).toBe(key)
})

test('takes another key once the cart is seen to be open after the earlier try', async () => {
  const page = reviewing({ orders: [keyUsed, () => placed], looks: [cartIs('OPEN', null)], method: 'card' })
  await page.press()
  expect(page.shown()?.kind).toBe('keyUsed')
  await page.press()
  expect(page.sent[1]?.idempotencyKey).not.toBe(page.sent[0]?.idempotencyKey)
  expect(page.path()).toBe('/a/account/orders/order')
})

test.each([
  ['fails', lost],
  ['finds nothing', () => ({ node: null })],
])('keeps the key where the look at the cart %s, and asks again', async (_, look) => {
  const looks = [look, cartIs('CHECKED_OUT', 'order')]
  const page = reviewing({ orders: [keyUsed, keyUsed], looks, method: 'card' })
  await page.press()
  expect(page.shown()?.kind).toBe('noAnswer')
  await page.press('check')
  expect(page.sent[1]).toEqual(page.sent[0])
  expect(page.path()).toBe('/a/account/orders/order')
})

test('has the key from when the review opens', async () => {
  reviewing({ orders: [] })
  const made = sessionStorage.length
  orderKey('cart')
  expect([made, sessionStorage.length]).toEqual([1, 1])
})
