import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Whom } from './calls'
import type { SeatRow } from './rows'
import type { Selection } from './selection'
import { useSeatChange } from './useSeatChange'

interface Sent {
  userIds?: string[]
  exceptUserIds?: string[]
  /** Answers that so many were seated, and that so many are left. */
  answer: (ids: readonly string[], remaining: number) => Promise<void>
}

let sent: Sent[]

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
})

afterEach(() => vi.useRealTimers())

function server(_: unknown, init?: RequestInit) {
  const { input } = JSON.parse(String(init?.body)).variables
  return new Promise<Response>((resolve) => {
    const answer = async (ids: readonly string[], remaining: number) => {
      const results = ids.map((id) => ({ named: id, outcome: 'ASSIGNED', user: { id }, assignment: null }))
      const assignSeats = { results, remaining, userErrors: [], subscription: { id: 's' } }
      resolve(Response.json({ data: { assignSeats } }))
      await settle()
    }
    sent.push({ ...input, answer })
  })
}

const settle = () => act(() => vi.advanceTimersByTimeAsync(0))

const row = (userId: string): SeatRow => ({ userId, name: userId, email: '', seat: undefined })
const everybody: Whom = { users: { search: null }, seats: {}, exceptUserIds: [] }

function change(selection: Selection<SeatRow>, loaded: readonly SeatRow[]) {
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: server as typeof fetch,
    preferGetMethod: false,
  })
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>
  const list = { all: everybody, rows: loaded, take: vi.fn(), again: vi.fn() }
  const clear = vi.fn()
  const hook = renderHook(() => useSeatChange({ id: 's' } as never, list, { selection, clear }), { wrapper })
  return { ...hook, list, clear }
}

const ids = (count: number) => Array.from({ length: count }, (_, at) => `u${at}`)
const chosen = (rows: readonly SeatRow[]): Selection<SeatRow> => ({
  kind: 'rows',
  rows: new Map(rows.map((each) => [each.userId, each])),
})

test('patches the rows where all that changed are loaded', async () => {
  const rows = ids(2).map(row)
  const { result, list, clear } = change(chosen(rows), rows)
  act(() => result.current.askForSelection('assign', 2))
  await settle()
  await sent[0]?.answer(['u0', 'u1'], 0)
  expect(list.take).toHaveBeenCalledOnce()
  expect(list.again).not.toHaveBeenCalled()
  expect(clear).toHaveBeenCalledOnce()
})

test('loads the list anew where some that changed are not loaded: their number is the server’s to say', async () => {
  const { result, list } = change({ kind: 'list', except: new Map() }, ids(100).map(row))
  act(() => result.current.askForSelection('assign', 999))
  await settle()
  await sent[0]?.answer(ids(999), 0)
  expect(result.current.running).toMatchObject({ state: 'done', done: 999 })
  expect(list.again).toHaveBeenCalledOnce()
  expect(list.take).not.toHaveBeenCalled()
})

test('a large change begins after a question, and ends with the page', async () => {
  const { result, unmount } = change({ kind: 'list', except: new Map() }, ids(100).map(row))
  act(() => result.current.askForSelection('assign', 3000))
  expect(sent).toHaveLength(0)
  act(() => {
    result.current.confirm()
  })
  await settle()
  await sent[0]?.answer(ids(1000), 2000)
  expect(sent).toHaveLength(2)
  unmount()
  await sent[1]?.answer(ids(1000), 1000)
  expect(sent).toHaveLength(2)
})
