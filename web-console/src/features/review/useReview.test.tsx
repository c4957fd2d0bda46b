import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReviewCartFragment, ReviewQuoteFragment } from '../../gql/graphql'
import { AccountContext } from '../../lib/account'
import { useShownQuote, useWhenExpired } from './useReview'

const minutes = 60_000
const account = { id: 'account', name: '', timeZone: 'UTC', currency: 'EUR', corporate: false, permissions: [] }

// The browser's clock goes an hour ahead of the server's, which is at nine.
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-30T10:00:00Z') })
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
})
afterEach(() => vi.useRealTimers())

const price = { asOf: '2026-11-30T09:00:00Z', validUntil: '2026-11-30T09:30:00Z' }

const watch = (quote: typeof price, answers: boolean[]) => {
  const call = vi.fn(async () => answers.shift() ?? true)
  const hook = renderHook((shown) => useWhenExpired(shown, call), { initialProps: quote })
  return { call, ...hook }
}

test('calls once when a price has been there for as long as it is valid, whatever the clock says', async () => {
  const { call } = watch(price, [])
  await vi.advanceTimersByTimeAsync(30 * minutes - 1)
  expect(call).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(300 * minutes)
  expect(call).toHaveBeenCalledTimes(1)
})

test('counts anew with each price that comes, also where the server gives the same instants again', async () => {
  const { call, rerender } = watch(price, [])
  await vi.advanceTimersByTimeAsync(20 * minutes)
  rerender({ ...price })
  await vi.advanceTimersByTimeAsync(20 * minutes)
  expect(call).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10 * minutes)
  expect(call).toHaveBeenCalledTimes(1)
})

test('waits a second at least', async () => {
  const { call } = watch({ ...price, validUntil: price.asOf }, [])
  await vi.advanceTimersByTimeAsync(999)
  expect(call).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(call).toHaveBeenCalledTimes(1)
})

test('calls again after fifteen seconds where nobody answered', async () => {
  const { call } = watch(price, [false, false])
  await vi.advanceTimersByTimeAsync(30 * minutes + 14_999)
  expect(call).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(10 * minutes)
  expect(call).toHaveBeenCalledTimes(3)
})

test('waits until the page is seen', async () => {
  const { call } = watch(price, [])
  const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await vi.advanceTimersByTimeAsync(60 * minutes)
  expect(call).not.toHaveBeenCalled()
  seen.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(call).toHaveBeenCalledTimes(1)
})

const quote = (id: string, due: string) =>
  ({ ...price, id, amountDue: { amount: due, currency: 'EUR' }, changes: [], totals: null }) as never

/** A review whose server answers with prices of these amounts; it cannot be reached where there is none. */
function shown(dues: (string | undefined)[]) {
  let asked = 0
  const answer = async () => {
    asked += 1
    const due = dues.shift()
    if (!due) throw new TypeError('connection lost')
    const data = { cart: { id: 'cart', seatQuote: quote(`quote-${asked}`, due) } }
    return new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: answer as typeof fetch,
    preferGetMethod: false,
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Provider value={client}>
      <AccountContext value={account}>{children}</AccountContext>
    </Provider>
  )
  const [cart, first] = [{ id: 'cart' } as ReviewCartFragment, quote('seen', '10.00') as ReviewQuoteFragment]
  const { result } = renderHook(() => useShownQuote(cart, first), { wrapper })
  return { asked: () => asked, review: () => result.current }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('asks once per price though the clock goes ahead, and says nothing where it is the same', async () => {
  const page = shown(['10.00', '10.00', '10.00'])
  await pass(29 * minutes)
  expect(page.asked()).toBe(0)
  for (const asked of [1, 2, 3]) {
    await pass(30 * minutes)
    expect(page.asked()).toBe(asked)
  }
  expect(page.review().changed).toEqual([])
  expect(page.review().inert()).toBe(false)
})

test('shows another price before and now, and lets nothing be pressed for a second', async () => {
  const page = shown(['11.00'])
  await pass(30 * minutes + 10)
  expect(page.review().quote.id).toBe('quote-1')
  expect(page.review().changed).toMatchObject([{ before: { amount: '10.00' }, after: { amount: '11.00' } }])
  expect(page.review().inert()).toBe(true)
  await pass(1000)
  expect(page.review().inert()).toBe(false)
})

test('asks again where the server could not be reached', async () => {
  const page = shown([undefined, '11.00'])
  await pass(30 * minutes + 10)
  expect(page.review().quote.id).toBe('seen')
  await pass(15_010)
  expect(page.review().quote.id).toBe('quote-2')
})
