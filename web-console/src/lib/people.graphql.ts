import { graphql } from '../gql'

export const People = graphql(`
  query People($account: ID!) {
    account(id: $account) {
      contacts(first: 100) {
        nodes {
          name
          roles
        }
      }
    }
  }
`)
