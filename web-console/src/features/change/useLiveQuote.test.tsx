import { act, renderHook } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useLiveQuote } from './useLiveQuote'

type Answer = { seatQuote: { seats: number } }
const query = 'query Q($seats: Int!) { seatQuote(seats: $seats) { seats } }' as never

let pending: { seats: number; answer: () => void }[]

beforeEach(() => {
  vi.useFakeTimers()
  pending = []
})

afterEach(() => vi.useRealTimers())

/** A server that answers when told to, in any order. */
function server(_: unknown, init?: RequestInit) {
  const { variables } = JSON.parse(String(init?.body))
  return new Promise<Response>((resolve) => {
    const body = JSON.stringify({ data: { seatQuote: { seats: variables.seats } } })
    pending.push({ seats: variables.seats, answer: () => resolve(new Response(body)) })
  })
}

type Early = { variables: { seats: number }; data: Answer }

function quotes(given?: Early) {
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: server as typeof fetch,
    preferGetMethod: false,
  })
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>
  return renderHook(
    () => {
      const [seats, ask] = useState(10)
      const [early, come] = useState(given)
      return { ask, come, quote: useLiveQuote<Answer, { seats: number }>(query, { seats }, early) }
    },
    { wrapper },
  )
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('asks once, 200 ms after the last change', async () => {
  const { result } = quotes()
  await pass(150)
  act(() => result.current.ask(11))
  await pass(150)
  act(() => result.current.ask(12))
  await pass(199)
  expect(pending).toHaveLength(0)
  await pass(1)
  expect(pending.map((each) => each.seats)).toEqual([12])
})

test('drops the answer for another number, and keeps the old one marked until the new one comes', async () => {
  const { result } = quotes()
  await pass(200)
  pending[0]?.answer()
  await pass(0)
  expect(result.current.quote).toMatchObject({ data: { seatQuote: { seats: 10 } }, outdated: false })

  act(() => result.current.ask(11))
  await pass(200)
  act(() => result.current.ask(12))
  await pass(200)
  pending[1]?.answer()
  await pass(0)
  expect(result.current.quote).toMatchObject({ data: { seatQuote: { seats: 10 } }, outdated: true })
  pending[2]?.answer()
  await pass(0)
  expect(result.current.quote).toMatchObject({ data: { seatQuote: { seats: 12 } }, outdated: false })
})

const earlyOf = (seats: number): Early => ({ variables: { seats }, data: { seatQuote: { seats } } })

test('takes what the page asked for early, and asks for the same number again once another was wanted', async () => {
  const { result } = quotes(earlyOf(10))
  expect(result.current.quote).toMatchObject({ data: { seatQuote: { seats: 10 } }, outdated: false })
  await pass(1000)
  expect(pending).toHaveLength(0)
  act(() => result.current.ask(11))
  await pass(200)
  act(() => result.current.ask(10))
  await pass(200)
  expect(pending.map((each) => each.seats)).toEqual([11, 10])
})

test('waits not for its own answer where the early one comes before it asks', async () => {
  const { result } = quotes()
  await pass(100)
  act(() => result.current.come(earlyOf(10)))
  await pass(1000)
  expect(pending).toHaveLength(0)
  expect(result.current.quote).toMatchObject({ data: { seatQuote: { seats: 10 } }, outdated: false })
})

test('asks where the early answer is of another number', async () => {
  quotes(earlyOf(9))
  await pass(200)
  expect(pending.map((each) => each.seats)).toEqual([10])
})
