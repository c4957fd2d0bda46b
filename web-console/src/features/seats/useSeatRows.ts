import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import type {
  AssignmentOrderField,
  SeatedUsersQuery,
  SeatOfFragment,
  SeatOutcomesFragment,
  SortDirection,
  UsersToSeatQuery,
} from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { usePages } from '../../lib/usePages'
import type { Sort } from '../../ui/Table'
import { type Action, changedBy, type Whom } from './calls'
import { ofSeat, ofUser, type SeatRow } from './rows'
import { SeatedUsers, UsersToSeat } from './seats.graphql'

const route = getRouteApi('/a/$account/s/$sub')

const fields: Record<string, AssignmentOrderField> = { name: 'NAME', since: 'ASSIGNED_AT', signIn: 'LAST_SIGN_IN' }

const seatsOf = (data: SeatedUsersQuery) => data.subscription?.assignments
const usersOf = (data: UsersToSeatQuery) => data.account?.users

export type SeatRows = ReturnType<typeof useSeatRows>

/**
 * The rows of the open tab, in the order and filter of the address, and what all of them together are to a mutation. They are
 * asked for together with the subscription itself.
 */
export function useSeatRows(subscription: string) {
  const can = useCan()
  const account = useAccount()
  const { tab = 'all', q, who, idle, sort, dir } = route.useSearch()
  const seated = tab === 'seated'
  const direction: SortDirection = dir === 'desc' ? 'DESC' : 'ASC'
  const seatFilter = { search: q ?? null, inactiveForDays: idle ?? null, assignedBy: who ?? null }
  const everybody = { search: q ?? null, status: 'ACTIVE' as const }
  const unseated = { ...everybody, seat: { with: false, productOfSubscriptionId: subscription } }
  const seats = usePages(
    SeatedUsers,
    {
      subscription,
      filter: seatFilter,
      orderBy: { field: fields[sort ?? 'name'] ?? 'NAME', direction },
    },
    seatsOf,
    !seated || !can('READ_SEATS'),
  )
  const users = usePages(
    UsersToSeat,
    { account: account.id, filter: tab === 'free' ? unseated : everybody, orderBy: { field: 'NAME', direction } },
    usersOf,
    seated || !can('READ_SEATS'),
  )
  const rows = useMemo<readonly SeatRow[]>(
    () => (seated ? seats.rows.map(ofSeat) : users.rows.map((user) => ofUser(user, subscription))),
    [seated, seats.rows, users.rows, subscription],
  )
  const all: Whom = { users: { search: q ?? null }, seats: seatFilter, exceptUserIds: [] }
  const shown: Sort = { by: seated ? (sort ?? 'name') : 'name', direction: dir ?? 'asc' }
  return {
    ...(seated ? seats : users),
    rows,
    tab,
    all,
    /** Whom each change could concern. */
    concerned: { account: account.id, subscription, users: unseated, seats: seatFilter },
    sort: shown,
    list: JSON.stringify([tab, q, who, idle]),
    take: (action: Action, changed: readonly SeatOutcomesFragment[]) => {
      const ids = new Map(changed.map((result) => [result.user?.id ?? '', result]))
      if (seated) seats.patch((before) => before.filter((seat) => action === 'assign' || !ids.has(seat.user.id)))
      else if (tab === 'free')
        users.patch((before) => before.filter((user) => action === 'release' || !ids.has(user.id)))
      else users.patch((before) => before.map((user) => taken(user, ids.get(user.id), subscription)))
    },
    transferred: (from: string, seat: SeatOfFragment) => {
      seats.patch((before) => before.map((each) => (each.user.id === from ? seat : each)))
      if (tab === 'all') users.again()
    },
  }
}

type ListedUser = NonNullable<UsersToSeatQuery['account']>['users']['nodes'][number]

/** The user as a mutation's answer left them. */
function taken(user: ListedUser, result: SeatOutcomesFragment | undefined, subscription: string): ListedUser {
  if (!result) return user
  const others = user.assignments.filter((each) => each.subscription.id !== subscription)
  if (result.outcome !== changedBy.assign || !result.assignment) return { ...user, assignments: others }
  const { user: _, ...seat } = result.assignment
  return { ...user, assignments: [...others, { ...seat, subscription: { id: subscription } }] }
}
