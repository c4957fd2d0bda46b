import { graphql } from '../../gql'

export const Users = graphql(`
  query Users($account: ID!, $filter: UserFilter, $orderBy: UserOrder, $after: String, $counted: Boolean!) {
    account(id: $account) {
      id
      users(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount @include(if: $counted)
        pageInfo {
          ...PageEnd
        }
        nodes {
          id
          name
          email
          status
          invitedAt
          assignments {
            id
            subscription {
              id
              product {
                name
              }
            }
          }
        }
      }
    }
  }
`)

export const UserDetails = graphql(`
  fragment UserDetails on User {
    id
    name
    email
    externalId
    status
    invitedAt
    deactivatedAt
    version
    assignments {
      id
      assignedAt
      lastSignInAt
      releasing
      subscription {
        id
        product {
          name
        }
      }
    }
  }
`)

export const OneUser = graphql(`
  query OneUser($account: ID!, $user: ID!) {
    account(id: $account) {
      id
      user(by: { id: $user }) {
        ...UserDetails
      }
    }
  }
`)

export const InviteUser = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) {
      user {
        id
        name
      }
      userErrors {
        __typename
        code
        message
        field
        ... on EmailTaken {
          user {
            id
          }
        }
      }
    }
  }
`)

export const UpdateUser = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user {
        ...UserDetails
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

export const DeactivateUser = graphql(`
  mutation DeactivateUser($input: DeactivateUserInput!) {
    deactivateUser(input: $input) {
      user {
        ...UserDetails
      }
      userErrors {
        code
        message
      }
    }
  }
`)

export const ReleaseUserSeat = graphql(`
  mutation ReleaseUserSeat($input: ReleaseSeatsInput!) {
    releaseSeats(input: $input) {
      results {
        outcome
        user {
          id
        }
      }
      userErrors {
        message
      }
    }
  }
`)

export const AssignUserSeat = graphql(`
  mutation AssignUserSeat($input: AssignSeatsInput!) {
    assignSeats(input: $input) {
      results {
        outcome
        user {
          id
        }
      }
      userErrors {
        message
      }
    }
  }
`)
