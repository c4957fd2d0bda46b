import { graphql } from '../../gql'

/** Who asks, and the account whose pages are open. */
export const Frame = graphql(`
  query Frame($account: ID!) {
    viewer {
      name
    }
    account(id: $account) {
      id
      name
      kind
      sandbox
      currency
      timeZone
      viewerPermissions
    }
  }
`)

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

export const Accounts = graphql(`
  query Accounts($first: Int!, $after: String) {
    viewer {
      name
    }
    accounts(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        kind
      }
    }
  }
`)
