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
      amount
      currency
    }
    charges {
      amount
      currency
    }
    credits {
      amount
      currency
    }
    carriedInvoices {
      amount
      currency
    }
    balanceApplied {
      amount
      currency
    }
    balanceAdded {
      amount
      currency
    }
    paymentAction {
      redirectUrl
      expiresAt
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
          one
          other
        }
      }
      plan {
        name
      }
      subscription {
        id
        seatsFree
        currentPeriod {
          timeZone
        }
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
