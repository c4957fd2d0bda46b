import { graphql } from '../../gql'

/** Subscriptions and seats: what everybody of the account may read. */
export const HomeSeats = graphql(`
  query HomeSeats($account: ID!) {
    account(id: $account) {
      id
      seatAttention {
        ...AttentionOfAccount
      }
      subscriptions(first: 100) {
        nodes {
          ...HomeSubscription
        }
      }
    }
  }
`)

export const AttentionOfAccount = graphql(`
  fragment AttentionOfAccount on AttentionItem {
    kind
    severity
    message
    subscriptionId
    orderId
    documentId
    requestId
  }
`)

export const HomeSubscription = graphql(`
  fragment HomeSubscription on Subscription {
    id
    status
    seatsOwned
    seatsAssigned
    seatsFree
    pendingSeats
    nextBillingDate
    trialEndAt
    currentPeriod {
      timeZone
    }
    product {
      name
      seatNoun {
        ...Nouns
      }
    }
    plan {
      name
      interval
    }
    scheduledChange {
      id
      seats
      dueAt
      plan {
        id
        name
      }
    }
  }
`)

/** What it costs: for those who may see amounts. */
export const HomeMoney = graphql(`
  query HomeMoney($account: ID!) {
    account(id: $account) {
      id
      billingAttention {
        ...AttentionOfAccount
      }
      subscriptions(first: 100) {
        nodes {
          id
          currentCharge {
            taxInclusive
            fullPrice {
              ...Amount
            }
          }
        }
      }
    }
  }
`)

export const UndoScheduledChange = graphql(`
  mutation UndoScheduledChange($change: ID!) {
    cancelScheduledChange(input: { scheduledChangeId: $change }) {
      subscription {
        id
        scheduledChange {
          id
        }
      }
      userErrors {
        message
      }
    }
  }
`)
