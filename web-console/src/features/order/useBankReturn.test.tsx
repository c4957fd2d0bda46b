import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useBankReturn } from './useBankReturn'

const mark = 'puesto.bank'
const page = '/a/account/orders/order'

beforeEach(() => {
  sessionStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

const bodies = {
  answered: { data: { confirmPayment: { order: null, userErrors: [] } } },
  401: { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] },
  404: { errors: [{ message: 'no', extensions: { code: 'NOT_FOUND' } }] },
  503: { errors: [{ message: 'no', extensions: { code: 'UNAVAILABLE' } }] },
}

/** The order's page, whose server answers what is asked of it so, one after the other. */
function orderPage(answers: (keyof typeof bodies)[]) {
  const asked: { at: number; key: string }[] = []
  const start = Date.now()
  const answer = async (_: unknown, init?: RequestInit) => {
    const { input } = JSON.parse(String(init?.body)).variables
    asked.push({ at: (Date.now() - start) / 1000, key: input.idempotencyKey })
    const next = answers.shift() ?? 503
    return new Response(JSON.stringify(bodies[next]), {
      status: typeof next === 'number' ? next : 200,
      headers: { 'content-type': 'application/json' },
    })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: answer as typeof fetch,
    preferGetMethod: false,
  })
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>
  const hook = renderHook(() => useBankReturn('order', 'account'), { wrapper })
  return { asked, asking: () => hook.result.current, leave: hook.unmount }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('asks nothing where the person does not come from the bank', async () => {
  const { asked, asking } = orderPage([])
  await pass(1000)
  expect(asked).toEqual([])
  expect(asking()).toBe(false)
})

test('asks once, and forgets the way to the bank with the answer', async () => {
  sessionStorage.setItem(mark, page)
  const { asked, asking } = orderPage(['answered'])
  expect(asking()).toBe(true)
  expect(sessionStorage.getItem(mark)).toBe(page)
  await pass(60_000)
  expect(asked).toHaveLength(1)
  expect(asking()).toBe(false)
  expect(sessionStorage.getItem(mark)).toBeNull()
})

test('asks again after 1, 2 and 4 seconds, then every 15, under one key, and does not send to the bank meanwhile', async () => {
  sessionStorage.setItem(mark, page)
  const { asked, asking } = orderPage([503, 503, 503, 503, 'answered'])
  await pass(21_000)
  expect(asking()).toBe(true)
  await pass(60_000)
  expect(asked.map(({ at }) => at)).toEqual([0, 1, 3, 7, 22])
  expect(new Set(asked.map(({ key }) => key)).size).toBe(1)
  expect(asking()).toBe(false)
  expect(sessionStorage.getItem(mark)).toBeNull()
})

test('leaves the question to the next visit where the session is over', async () => {
  sessionStorage.setItem(mark, page)
  const { asked, asking } = orderPage([401])
  await pass(60_000)
  expect(asked).toHaveLength(1)
  expect(asking()).toBe(true)
  expect(sessionStorage.getItem(mark)).toBe(page)
})

test('takes a refusal for an answer', async () => {
  sessionStorage.setItem(mark, page)
  const { asked, asking } = orderPage([404])
  await pass(60_000)
  expect(asked).toHaveLength(1)
  expect(asking()).toBe(false)
})

test('stops when the page is left', async () => {
  sessionStorage.setItem(mark, page)
  const { asked, leave } = orderPage([])
  await pass(1000)
  leave()
  await pass(60_000)
  expect(asked).toHaveLength(2)
})
