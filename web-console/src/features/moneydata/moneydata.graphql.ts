import { graphql } from '../../gql'

export const PaymentMethods = graphql(`
  query PaymentMethods($account: ID!) {
    account(id: $account) {
      id
      paymentMethods {
        ...Method
      }
    }
  }
`)

export const Method = graphql(`
  fragment Method on PaymentMethod {
    id
    brand
    lastDigits
    expiresOn
    preferred
    createdAt
  }
`)

export const AddPaymentMethod = graphql(`
  mutation AddPaymentMethod($account: ID!, $token: String!, $preferred: Boolean!) {
    addPaymentMethod(input: { accountId: $account, paymentToken: $token, preferred: $preferred }) {
      paymentMethod {
        ...Method
      }
      userErrors {
        message
      }
    }
  }
`)

export const RemovePaymentMethod = graphql(`
  mutation RemovePaymentMethod($method: ID!) {
    removePaymentMethod(input: { paymentMethodId: $method }) {
      removedPaymentMethodId
      userErrors {
        message
      }
    }
  }
`)

export const PreferPaymentMethod = graphql(`
  mutation PreferPaymentMethod($method: ID!) {
    setDefaultPaymentMethod(input: { paymentMethodId: $method }) {
      paymentMethods {
        ...Method
      }
      userErrors {
        message
      }
    }
  }
`)

export const CheckTaxId = graphql(`
  mutation CheckTaxId($taxId: ID!) {
    checkTaxId(input: { taxIdId: $taxId }) {
      taxId {
        ...ShownTaxId
      }
      userErrors {
        message
      }
    }
  }
`)

export const TaxIds = graphql(`
  query TaxIds($account: ID!) {
    account(id: $account) {
      id
      taxIds {
        ...ShownTaxId
      }
    }
  }
`)

export const ShownTaxId = graphql(`
  fragment ShownTaxId on TaxId {
    id
    number
    country
    state
    checkedAt
  }
`)

export const SetTaxId = graphql(`
  mutation SetTaxId($account: ID!, $number: String) {
    setTaxId(input: { accountId: $account, number: $number }) {
      taxId {
        ...ShownTaxId
      }
      userErrors {
        message
      }
    }
  }
`)
