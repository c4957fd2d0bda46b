import { graphql } from '../../gql'

/** Who asks, and the account whose pages are open. */
export const Frame = graphql(`
  query Frame($account: ID!) {
    viewer {
      name
      ... on PersonViewer {
        id
        locale
        operator
        representative {
          name
        }
      }
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

/** What the palette offers to do. */
export const PaletteSubscriptions = graphql(`
  query PaletteSubscriptions($account: ID!) {
    account(id: $account) {
      id
      subscriptions(first: 100) {
        nodes {
          id
          status
          seatsOwned
          product {
            name
            seatNoun {
              other
            }
          }
        }
      }
    }
  }
`)
