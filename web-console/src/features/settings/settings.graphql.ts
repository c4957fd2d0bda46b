import { graphql } from '../../gql'

export const Settings = graphql(`
  query Settings($account: ID!) {
    account(id: $account) {
      id
      name
      externalId
      customerType
      kind
      currency
      locale
      timeZone
      createdAt
      sandbox
      version
      address {
        line1
        line2
        postalCode
        city
        country
      }
      representative {
        name
        email
        phone
      }
    }
  }
`)

/** What only those may see who see amounts. */
export const BillingSettings = graphql(`
  query BillingSettings($account: ID!) {
    account(id: $account) {
      id
      billingEmail
      collection
      paymentTermDays
      purchaseOrderNumber
    }
  }
`)

export const UpdateSettings = graphql(`
  mutation UpdateSettings($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      account {
        id
        name
        locale
        timeZone
        version
        address {
          line1
          line2
          postalCode
          city
        }
        billingEmail
        purchaseOrderNumber
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)
