import { graphql } from '../../gql'

export const OpsAccounts = graphql(`
  query OpsAccounts($filter: AccountFilter, $orderBy: AccountOrder, $after: String, $counted: Boolean!) {
    accounts(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount @include(if: $counted)
      pageInfo {
        ...PageEnd
      }
      nodes {
        id
        name
        externalId
        kind
        status
        country
        currency
        sandbox
      }
    }
  }
`)

export const OpsProducts = graphql(`
  query OpsProducts {
    products(first: 100) {
      nodes {
        id
        code
        name
        description
        active
        seatNoun {
          one
          other
        }
        plans {
          id
          active
        }
      }
    }
  }
`)

export const OpsPrice = graphql(`
  fragment OpsPrice on Price {
    id
    currency
    model
    taxInclusive
    newFrom
    existingFrom
    fixedFee {
      amount
      currency
    }
    tiers {
      firstSeat
      lastSeat
      unitPrice {
        amount
        currency
      }
    }
  }
`)

export const OpsProduct = graphql(`
  query OpsProduct($code: String!) {
    product(code: $code) {
      id
      code
      name
      description
      active
      seatNoun {
        one
        other
      }
      plans {
        id
        code
        name
        active
        interval
        minimumSeats
        maximumSeats
        trialDays
        policy {
          anchor
          decrease
          grain
        }
        prices {
          ...OpsPrice
        }
      }
    }
  }
`)

export const Preview = graphql(`
  query Preview($plan: ID!, $currency: CurrencyCode!, $seats: SeatCount!) {
    pricePreview(planId: $plan, currency: $currency, seats: $seats) {
      seats
      total {
        amount
        currency
      }
      fixedFee {
        amount
        currency
      }
      price {
        id
        taxInclusive
      }
      tiers {
        firstSeat
        lastSeat
        seats
        unitPrice {
          amount
          currency
        }
        amount {
          amount
          currency
        }
      }
    }
  }
`)

export const OpsRequests = graphql(`
  query OpsRequests($filter: RequestFilter, $after: String, $counted: Boolean!) {
    requests(first: 50, after: $after, filter: $filter) {
      totalCount @include(if: $counted)
      pageInfo {
        ...PageEnd
      }
      nodes {
        id
        number
        state
        accountId
        accountName
        contactName
        createdAt
      }
    }
  }
`)
