import { graphql } from '../../gql'

export const OrderView = graphql(`
  fragment OrderView on Order {
    id
    number
    state
    createdAt
    placedAt
    voidReason
    purchaseOrderNumber
    amountDue {
      ...Amount
    }
    charges {
      ...Amount
    }
    credits {
      ...Amount
    }
    carriedInvoices {
      ...Amount
    }
    balanceApplied {
      ...Amount
    }
    balanceAdded {
      ...Amount
    }
    paymentAction {
      redirectUrl
      expiresAt
    }
    mails {
      id
      subject
    }
    invoice {
      id
      number
      settlement {
        state
      }
    }
    creditNote {
      id
      number
    }
    lines {
      id
      kind
      effective
      seats
      previousSeats
      periodStartAt
      periodEndAt
      subscriptionId
      product {
        name
        seatNoun {
          ...Nouns
        }
      }
      plan {
        name
      }
      timeZone
      subscription {
        id
        seatsFree
        scheduledChange {
          id
          seats
          orderId
          releaseRule
        }
      }
    }
  }
`)

/** Who lost a seat by it, or would at the renewal: for those who may see seats. */
export const OrderReleases = graphql(`
  query OrderReleases($order: ID!) {
    order(id: $order) {
      id
      lines {
        id
        releasedUserIds
        releasedUsers {
          id
          name
        }
        subscription {
          id
          scheduledChange {
            id
            releases {
              count
              users {
                userId
                name
              }
            }
          }
        }
      }
    }
  }
`)

export const UndoScheduled = graphql(`
  mutation UndoScheduled($change: ID!) {
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

export const OneOrder = graphql(`
  query OneOrder($order: ID!) {
    order(id: $order) {
      ...OrderView
    }
  }
`)

export const ConfirmPayment = graphql(`
  mutation ConfirmPayment($input: ConfirmPaymentInput!) {
    confirmPayment(input: $input) {
      order {
        ...OrderView
      }
      userErrors {
        code
        message
      }
    }
  }
`)
