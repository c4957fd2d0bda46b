import type { SeatOfFragment, UsersToSeatQuery } from '../../gql/graphql'

/** A user in the list of seats, with the seat where there is one. */
export interface SeatRow {
  userId: string
  name: string
  email: string
  seat: Omit<SeatOfFragment, 'user'> | undefined
}

export function ofSeat({ user, ...seat }: SeatOfFragment): SeatRow {
  return { userId: user.id, name: user.name, email: user.email, seat }
}

type ListedUser = NonNullable<UsersToSeatQuery['account']>['users']['nodes'][number]

export function ofUser(user: ListedUser, subscription: string): SeatRow {
  const seat = user.assignments.find((each) => each.subscription.id === subscription)
  return { userId: user.id, name: user.name, email: user.email, seat }
}
