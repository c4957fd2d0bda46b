import { graphql } from '../../gql'

/** Who asks, and the account whose pages are open. */
export const Frame = graphql(`
  query Frame($account: ID!) {
    viewer {
      ...ViewerOf
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

/** Who asks, where no account is open. */
export const ViewerAlone = graphql(`
  query ViewerAlone {
    viewer {
      ...ViewerOf
    }
  }
`)

/** Who asks, the account that was open last, and the first that there is. */
export const Start = graphql(`
  query Start($last: ID!, $known: Boolean!) {
    viewer {
      ...ViewerOf
    }
    account(id: $last) @include(if: $known) {
      id
    }
    accounts(first: 1) {
      nodes {
        id
      }
    }
  }
`)

/** What of an account begins with a text; the server leaves out what the person may not read. */
export const Search = graphql(`
  query Search($account: ID!, $text: String!) {
    search(accountId: $account, text: $text, first: 12) {
      kind
      id
      title
      detail
    }
  }
`)

export const Accounts = graphql(`
  query Accounts($first: Int!, $after: String) {
    accounts(first: $first, after: $after) {
      totalCount
      pageInfo {
        ...PageEnd
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
