import { graphql } from '../../gql'

export const CartContent = graphql(`
  fragment CartContent on Cart {
    id
    version
    state
    stale
    orderId
    lines {
      id
      effective
      seats
      stale
      driftExplanations
      releaseRule
      releaseUserIds
      alignTo
      subscriptionId
      plan {
        id
        name
      }
      product {
        name
        seatNoun {
          ...Nouns
        }
      }
      subscription {
        id
        seatsOwned
        plan {
          id
        }
      }
    }
    seatQuote {
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
      changes {
        effective
        seatsBefore
        seats
        releasedCount
        lines {
          ...QuoteLineOf
        }
      }
    }
  }
`)

export const MyCart = graphql(`
  query MyCart($account: ID!) {
    cart(accountId: $account) {
      ...CartContent
    }
  }
`)

export const SetLine = graphql(`
  mutation SetLine($input: SetCartLineInput!) {
    setCartLine(input: $input) {
      cart {
        ...CartContent
      }
      userErrors {
        code
        message
      }
    }
  }
`)

export const RemoveLine = graphql(`
  mutation RemoveLine($input: RemoveCartLineInput!) {
    removeCartLine(input: $input) {
      cart {
        ...CartContent
      }
      userErrors {
        code
        message
      }
    }
  }
`)
