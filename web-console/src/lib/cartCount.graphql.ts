import { graphql } from '../gql'

export const CartCount = graphql(`
  query CartCount($account: ID!) {
    cart(accountId: $account) {
      id
      state
      lines {
        id
      }
    }
  }
`)
