import { useQuery } from 'urql'
import type { Action } from './calls'
import type { SeatRow } from './rows'
import { Concerned } from './seats.graphql'
import { type Selection, sizeOf } from './selection'
import type { SeatRows } from './useSeatRows'

/** How many of the chosen each change concerns. */
export type ConcernedCounts = Record<Action, number>

/**
 * Of chosen rows the page sees who has a seat; of a whole list of users the server says it, unknown until then. While a change
 * is busy the number stays: each of its calls would have it counted anew.
 */
export function useConcerned(pages: SeatRows, selection: Selection<SeatRow>, busy: boolean) {
  const { tab } = pages
  const mixed = selection.kind === 'list' && tab === 'all'
  const [{ data, error, fetching }, again] = useQuery({
    query: Concerned,
    variables: pages.concerned,
    pause: !mixed || busy,
    requestPolicy: 'network-only',
  })
  const retry = () => again({ requestPolicy: 'network-only' })
  if (!mixed) return { counts: countsOf(selection, tab, pages.total ?? 0), error: undefined, retry }
  const users = fetching ? undefined : data?.account?.users.totalCount
  const seats = fetching ? undefined : data?.subscription?.assignments.totalCount
  if (users === undefined || seats === undefined)
    return { counts: undefined, error: fetching ? undefined : error, retry }
  const kept = byAction([...selection.except.values()])
  const counts = { assign: Math.max(0, users - kept.assign), release: Math.max(0, seats - kept.release) }
  return { counts, error: undefined, retry }
}

function countsOf(selection: Selection<SeatRow>, tab: SeatRows['tab'], length: number): ConcernedCounts {
  if (selection.kind === 'rows') return byAction([...selection.rows.values()])
  const size = sizeOf(selection, length)
  return tab === 'seated' ? { assign: 0, release: size } : { assign: size, release: 0 }
}

function byAction(rows: readonly SeatRow[]): ConcernedCounts {
  const release = rows.filter((row) => row.seat).length
  return { assign: rows.length - release, release }
}
