import { graphql } from '../../gql'

/** The subscription's counters, as every change returns them. */
export const SeatCounts = graphql(`
  fragment SeatCounts on Subscription {
    id
    seatsOwned
    seatsAssigned
    seatsFree
  }
`)

/** The subscription whose seats are shown, and its counters. */
export const SeatsOf = graphql(`
  query SeatsOf($subscription: ID!) {
    subscription(id: $subscription) {
      ...SeatCounts
      status
      seatsReleasing
      pendingSeats
      assigners {
        actor
        name
      }
      product {
        name
      }
    }
  }
`)

/** A seat, whoever sits there. */
export const SeatFacts = graphql(`
  fragment SeatFacts on Assignment {
    id
    assignedAt
    lastSignInAt
    assignedByName
    releasing
  }
`)

export const SeatOf = graphql(`
  fragment SeatOf on Assignment {
    ...SeatFacts
    user {
      id
      name
      email
    }
  }
`)

export const SeatedUsers = graphql(`
  query SeatedUsers(
    $subscription: ID!
    $filter: AssignmentFilter
    $orderBy: AssignmentOrder
    $after: String
    $counted: Boolean!
  ) {
    subscription(id: $subscription) {
      id
      assignments(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount @include(if: $counted)
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...SeatOf
        }
      }
    }
  }
`)

/** Users and where they sit: all of them, or those without a seat. */
export const UsersToSeat = graphql(`
  query UsersToSeat($account: ID!, $filter: UserFilter, $orderBy: UserOrder, $after: String, $counted: Boolean!) {
    account(id: $account) {
      id
      users(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount @include(if: $counted)
        pageInfo {
          ...PageEnd
        }
        nodes {
          id
          name
          email
          assignments {
            ...SeatFacts
            subscription {
              id
            }
          }
        }
      }
    }
  }
`)

/** Of all users that match, those who could be seated, and those who could lose their seat. */
export const Concerned = graphql(`
  query Concerned($account: ID!, $subscription: ID!, $users: UserFilter!, $seats: AssignmentFilter!) {
    account(id: $account) {
      id
      users(first: 1, filter: $users) {
        totalCount
      }
    }
    subscription(id: $subscription) {
      id
      assignments(first: 1, filter: $seats) {
        totalCount
      }
    }
  }
`)

/** Who may take over a seat: a few users without one, by the beginning of their name. */
export const UsersWithoutSeat = graphql(`
  query UsersWithoutSeat($account: ID!, $filter: UserFilter!) {
    account(id: $account) {
      id
      users(first: 10, filter: $filter) {
        nodes {
          id
          name
          email
        }
      }
    }
  }
`)

export const SeatOutcomes = graphql(`
  fragment SeatOutcomes on SeatResult {
    named
    outcome
    user {
      id
      name
      email
    }
    assignment {
      ...SeatOf
    }
  }
`)

export const AssignSeats = graphql(`
  mutation AssignSeats($input: AssignSeatsInput!) {
    assignSeats(input: $input) {
      remaining
      results {
        ...SeatOutcomes
      }
      subscription {
        ...SeatCounts
      }
      userErrors {
        code
        message
      }
    }
  }
`)

export const ReleaseSeats = graphql(`
  mutation ReleaseSeats($input: ReleaseSeatsInput!) {
    releaseSeats(input: $input) {
      remaining
      results {
        ...SeatOutcomes
      }
      subscription {
        ...SeatCounts
      }
      userErrors {
        code
        message
      }
    }
  }
`)

export const TransferSeat = graphql(`
  mutation TransferSeat($input: TransferSeatInput!) {
    transferSeat(input: $input) {
      assignment {
        ...SeatOf
      }
      subscription {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`)
