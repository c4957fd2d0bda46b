import { graphql } from '../../gql'

/** What a seat quote says about one way to make a change. */
export const ChangeQuote = graphql(`
  fragment ChangeQuote on SeatQuote {
    id
    summary
    amountDue {
      ...Amount
    }
    obstacles {
      __typename
      code
      message
      field
    }
    tax {
      explanation
    }
    changes {
      effective
      kind
      seats
      seatsBefore
      nextBillingDate
      periodBefore {
        end
      }
      period {
        timeZone
      }
      renewal {
        ...Amount
      }
      dropsScheduledChange
      newPriceVersion
      releasedCount
      released {
        userId
        name
        lastSignInAt
      }
      lines {
        ...QuoteLineOf
      }
    }
    totals {
      chargeTax {
        tax {
          ...Amount
        }
      }
      creditTax {
        tax {
          ...Amount
        }
      }
      balanceApplied {
        ...Amount
      }
      balanceAdded {
        ...Amount
      }
      carriedInvoices {
        ...Amount
      }
      total {
        ...Amount
      }
    }
  }
`)

export const ChangePlan = graphql(`
  fragment ChangePlan on Plan {
    id
    code
    name
    active
    interval
    minimumSeats
    maximumSeats
  }
`)

export const ChangedSubscription = graphql(`
  query ChangedSubscription($subscription: ID!) {
    subscription(id: $subscription) {
      id
      status
      seatsOwned
      seatsAssigned
      seatsReleasing
      nextBillingDate
      product {
        name
        seatNoun {
          ...Nouns
        }
        plans {
          ...ChangePlan
        }
      }
      plan {
        ...ChangePlan
      }
      scheduledChange {
        seats
        dueAt
      }
    }
  }
`)

/** The same change now and at the renewal, and whom the two rules would release. */
export const ChangeQuotes = graphql(`
  query ChangeQuotes($now: SeatQuoteInput!, $atRenewal: SeatQuoteInput!, $unreleased: SeatQuoteInput!, $releasing: Boolean!) {
    now: seatQuote(input: $now) {
      ...ChangeQuote
    }
    atRenewal: seatQuote(input: $atRenewal) {
      ...ChangeQuote
    }
    unreleased: seatQuote(input: $unreleased) @include(if: $releasing) {
      obstacles {
        ... on SeatsStillAssigned {
          excess
          toRelease {
            rule
            users {
              userId
              name
              lastSignInAt
            }
          }
        }
      }
    }
  }
`)

export const BuyQuote = graphql(`
  query BuyQuote($input: SeatQuoteInput!) {
    seatQuote(input: $input) {
      ...ChangeQuote
    }
  }
`)

export const Seated = graphql(`
  query Seated($subscription: ID!, $filter: AssignmentFilter, $after: String, $counted: Boolean!) {
    subscription(id: $subscription) {
      id
      assignments(first: 100, after: $after, filter: $filter) {
        totalCount @include(if: $counted)
        pageInfo {
          ...PageEnd
        }
        nodes {
          id
          lastSignInAt
          user {
            id
            name
            email
          }
        }
      }
    }
  }
`)

export const Offers = graphql(`
  query Offers {
    products(first: 100) {
      nodes {
        id
        name
        description
        active
        seatNoun {
          ...Nouns
        }
        plans {
          ...ChangePlan
          prices {
            id
            currency
            newFrom
            model
            taxInclusive
            tiers {
              firstSeat
              unitPrice {
                ...Amount
              }
            }
          }
        }
      }
    }
  }
`)

export const AlignTargets = graphql(`
  query AlignTargets($account: ID!) {
    account(id: $account) {
      id
      subscriptions(first: 100) {
        nodes {
          id
          status
          nextBillingDate
          currentPeriod {
            timeZone
          }
          product {
            name
          }
          plan {
            interval
          }
        }
      }
    }
  }
`)

export const AddToCart = graphql(`
  mutation AddToCart($input: SetCartLineInput!) {
    setCartLine(input: $input) {
      cart {
        id
        version
      }
      userErrors {
        __typename
        code
        message
        ... on OrderInProgress {
          order {
            id
          }
        }
      }
    }
  }
`)
