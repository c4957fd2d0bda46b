import { graphql } from '../../gql'

export const ReviewQuote = graphql(`
  fragment ReviewQuote on SeatQuote {
    id
    validUntil
    summary
    amountDue {
      amount
      currency
    }
    obstacles {
      __typename
      code
      message
    }
    tax {
      explanation
    }
    changes {
      effective
      kind
      seatsBefore
      seats
      nextBillingDate
      trial
      period {
        start
        end
        timeZone
      }
      periodBefore {
        start
        end
      }
      product {
        name
        seatNoun {
          one
          other
        }
      }
      plan {
        name
        interval
      }
      planBefore {
        name
      }
      renewal {
        amount
        currency
      }
      releasedCount
      released {
        userId
        name
      }
      lines {
        kind
        explanation
        tiers {
          firstSeat
          lastSeat
          seats
          unitPrice {
            amount
            currency
          }
        }
        fixedFee {
          amount
          currency
        }
        amount {
          amount
          currency
        }
      }
    }
    totals {
      charges {
        amount
        currency
      }
      credits {
        amount
        currency
      }
      chargeTax {
        net {
          amount
          currency
        }
        tax {
          amount
          currency
        }
        group {
          rateBasisPoints
        }
      }
      creditTax {
        net {
          amount
          currency
        }
        tax {
          amount
          currency
        }
        group {
          rateBasisPoints
        }
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
    }
  }
`)

export const ReviewCart = graphql(`
  fragment ReviewCart on Cart {
    id
    version
    state
    stale
    orderId
    purchaseOrderNumber
    taxIdToAdd
    lines {
      id
    }
    seatQuote {
      ...ReviewQuote
    }
  }
`)

export const Review = graphql(`
  query Review($account: ID!) {
    cart(accountId: $account) {
      ...ReviewCart
    }
    account(id: $account) {
      id
      customerType
      collection
      paymentTermDays
      taxIds {
        id
        number
        state
      }
      paymentMethods {
        id
        brand
        lastDigits
        expiresOn
        preferred
      }
    }
  }
`)

/** The same cart at its present price. */
export const FreshCart = graphql(`
  query FreshCart($account: ID!) {
    cart(accountId: $account) {
      ...ReviewCart
    }
  }
`)

export const SetDetails = graphql(`
  mutation SetDetails($input: SetCartDetailsInput!) {
    setCartDetails(input: $input) {
      cart {
        ...ReviewCart
      }
      userErrors {
        code
        message
      }
    }
  }
`)

export const PlaceOrder = graphql(`
  mutation PlaceOrder($input: CheckoutInput!) {
    checkout(input: $input) {
      order {
        id
        state
      }
      userErrors {
        __typename
        code
        message
        ... on SeatQuoteChanged {
          seatQuote {
            ...ReviewQuote
          }
        }
        ... on CartChanged {
          cart {
            id
            state
            orderId
          }
        }
        ... on OrderInProgress {
          order {
            id
          }
        }
      }
    }
  }
`)
