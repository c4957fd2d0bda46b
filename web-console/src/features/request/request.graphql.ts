import { graphql } from '../../gql'

export const RequestDraft = graphql(`
  query RequestDraft($account: ID!) {
    account(id: $account) {
      id
      representative {
        name
        email
        phone
      }
    }
    cart(accountId: $account) {
      id
      state
      requestId
      lines {
        id
        seats
        effective
        plan {
          name
        }
        product {
          name
          seatNoun {
            one
            other
          }
        }
        subscription {
          id
          seatsOwned
        }
      }
    }
  }
`)

export const RequestView = graphql(`
  fragment RequestView on Request {
    id
    number
    state
    closeReason
    note
    contactName
    createdAt
    closedAt
    version
    representative {
      name
      email
      phone
    }
    lines {
      id
      previousSeats
      seats
      effective
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
    }
  }
`)

export const OneRequest = graphql(`
  query OneRequest($request: ID!) {
    request(id: $request) {
      ...RequestView
    }
  }
`)

export const SendRequest = graphql(`
  mutation SendRequest($input: RequestSeatChangeInput!) {
    requestSeatChange(input: $input) {
      request {
        id
      }
      cart {
        id
        state
      }
      userErrors {
        code
        message
      }
    }
  }
`)

export const WithdrawRequest = graphql(`
  mutation WithdrawRequest($input: WithdrawRequestInput!) {
    withdrawRequest(input: $input) {
      request {
        ...RequestView
      }
      cart {
        id
        state
      }
      userErrors {
        code
        message
      }
    }
  }
`)
