import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
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
  const server = async () => {
    calls++
    const data = {
      account: { id: 'acc', users: { totalCount: 3 } },
      subscription: { id: 's', assignments: { totalCount: 995 } },
    }
    return Response.json({ data })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: server,
    preferGetMethod: false,
  })
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>
  const pages = { tab, total: 1000, concerned: { account: 'acc', subscription: 's', users: {}, seats: {} } } as never
  const { result } = renderHook(() => useConcerned(pages, selection), { wrapper })
  const first = result.current.counts
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  return { first, counts: result.current.counts, calls }
}

test('counts chosen rows by who has a seat', async () => {
  const rows = mapOf(row('u0', true), row('u1', false), row('u2', false))
  expect(await concerned('all', { kind: 'rows', rows })).toMatchObject({ counts: { assign: 2, release: 1 }, calls: 0 })
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
