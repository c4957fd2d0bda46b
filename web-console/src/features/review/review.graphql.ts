import { graphql } from '../../gql'

/** The tax of a sum at one rate. */
export const TaxOf = graphql(`
  fragment TaxOf on SeatQuoteTaxAmount {
    net {
      ...Amount
    }
    tax {
      ...Amount
    }
    group {
      rateBasisPoints
    }
  }
`)

export const ReviewQuote = graphql(`
  fragment ReviewQuote on SeatQuote {
    id
    asOf
    validUntil
    summary
    amountDue {
      ...Amount
    }
    obstacles {
      __typename
      code
      message
      ... on SeatsStillAssigned {
        subscriptionId
      }
    }
    tax {
      explanation
    }
    changes {
      subscriptionId
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
          ...Nouns
        }
      }
      plan {
        id
        name
        interval
      }
      planBefore {
        id
        name
      }
      renewal {
        ...Amount
      }
      releasedCount
      released {
        userId
        name
      }
      lines {
        ...QuoteLineOf
        tiers {
          firstSeat
          lastSeat
          seats
          unitPrice {
            ...Amount
          }
        }
        fixedFee {
          ...Amount
        }
      }
    }
    totals {
      charges {
        ...Amount
      }
      credits {
        ...Amount
      }
      chargeTax {
        ...TaxOf
      }
      creditTax {
        ...TaxOf
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

/** What became of a cart: its order too, once it is checked out. */
export const OrderedCart = graphql(`
  query OrderedCart($cart: ID!) {
    node(id: $cart) {
      __typename
      ... on Cart {
        id
        state
        orderId
      }
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
        ... on SeatsStillAssigned {
          subscriptionId
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
