import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Client, cacheExchange, fetchExchange, Provider } from 'urql'
import { expect, test } from 'vitest'
import type { SeatRow } from './rows'
import type { Selection } from './selection'
import { useConcerned } from './useConcerned'

const seat = { id: 'a' } as SeatRow['seat']
const row = (userId: string, seated: boolean): SeatRow => ({
  userId,
  name: userId,
  email: '',
  seat: seated ? seat : undefined,
})
const mapOf = (...rows: SeatRow[]) => new Map(rows.map((each) => [each.userId, each]))

/** Counts of a list of a thousand users, three of whom could be seated. */
async function concerned(tab: string, selection: Selection<SeatRow>) {
  let calls = 0
  const server = async (_: unknown, init?: RequestInit) => {
    const { query } = JSON.parse(String(init?.body))
    if (query.startsWith('mutation'))
      return Response.json({ data: { change: { __typename: 'Subscription', id: 's' } } })
    calls++
    const data = {
      account: { __typename: 'Account', id: 'acc', users: { totalCount: 3 } },
      subscription: { __typename: 'Subscription', id: 's', assignments: { totalCount: 995 } },
    }
    return Response.json({ data })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [cacheExchange, fetchExchange],
    fetch: server as typeof fetch,
    preferGetMethod: false,
  })
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>
  const pages = { tab, total: 1000, concerned: { account: 'acc', subscription: 's', users: {}, seats: {} } } as never
  const { result, rerender } = renderHook(({ busy }) => useConcerned(pages, selection, busy), {
    wrapper,
    initialProps: { busy: false },
  })
  const first = result.current.counts
  const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)))
  await settle()
  return {
    first,
    counts: result.current.counts,
    calls: () => calls,
    shown: () => result.current.counts,
    begin: () => rerender({ busy: true }),
    /** A call of a change came back: urql asks anew for what it changed. */
    change: async () => {
      client.mutation('mutation M { change { __typename id } }', {}).toPromise()
      await settle()
    },
    end: async () => {
      rerender({ busy: false })
      await settle()
    },
  }
}

test('counts chosen rows by who has a seat', async () => {
  const rows = mapOf(row('u0', true), row('u1', false), row('u2', false))
  const { counts, calls } = await concerned('all', { kind: 'rows', rows })
  expect(counts).toEqual({ assign: 2, release: 1 })
  expect(calls()).toBe(0)
})

test('a list of one kind is what its length says, but for the exceptions', async () => {
  const except = mapOf(row('u0', false))
  expect((await concerned('free', { kind: 'list', except })).counts).toEqual({ assign: 999, release: 0 })
  expect((await concerned('seated', { kind: 'list', except })).counts).toEqual({ assign: 0, release: 999 })
})

test('of a list of all users the server says how many each change concerns', async () => {
  const except = mapOf(row('u0', true), row('u1', true), row('u2', false))
  const { first, counts } = await concerned('all', { kind: 'list', except })
  expect(first).toBeUndefined()
  expect(counts).toEqual({ assign: 2, release: 993 })
})

test('counts anew once a change is over, not after each of its calls', async () => {
  const { counts, shown, calls, begin, change, end } = await concerned('all', { kind: 'list', except: new Map() })
  begin()
  await change()
  await change()
  expect(calls()).toBe(1)
  expect(shown()).toEqual(counts)
  await end()
  expect(calls()).toBe(2)
})
