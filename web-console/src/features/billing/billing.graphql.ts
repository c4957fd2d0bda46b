import { graphql } from '../../gql'

export const Orders = graphql(`
  query Orders($account: ID!, $state: OrderState, $after: String, $counted: Boolean!) {
    account(id: $account) {
      id
      orders(first: 50, after: $after, state: $state) {
        totalCount @include(if: $counted)
        pageInfo {
          ...PageEnd
        }
        nodes {
          id
          number
          state
          createdAt
          amountDue {
            amount
            currency
          }
          lines {
            id
            previousSeats
            seats
            product {
              name
            }
          }
        }
      }
    }
  }
`)

export const DocumentRow = graphql(`
  fragment DocumentRow on Document {
    __typename
    id
    number
    issueDate
    total {
      amount
      currency
    }
    ... on Invoice {
      dueDate
      settlement {
        state
        open {
          amount
          currency
        }
      }
    }
  }
`)

export const Documents = graphql(`
  query Documents(
    $account: ID!
    $type: DocumentType
    $status: SettlementState
    $from: Date
    $to: Date
    $after: String
    $counted: Boolean!
  ) {
    account(id: $account) {
      id
      documents(first: 50, after: $after, type: $type, status: $status, from: $from, to: $to) {
        totalCount @include(if: $counted)
        pageInfo {
          ...PageEnd
        }
        nodes {
          ...DocumentRow
        }
      }
    }
  }
`)

export const Party = graphql(`
  fragment Party on DocumentParty {
    name
    line1
    line2
    postalCode
    city
    country
    taxId
  }
`)

export const OneDocument = graphql(`
  query OneDocument($document: ID!) {
    document(id: $document) {
      __typename
      id
      number
      issueDate
      orderId
      purchaseOrderNumber
      taxInclusive
      seller {
        ...Party
      }
      buyer {
        ...Party
      }
      lines {
        id
        description
        sentence
        seats
        correctsInvoiceId
        correctsInvoiceNumber
        taxGroup {
          rateBasisPoints
          treatment
        }
        net {
          amount
          currency
        }
      }
      taxes {
        group {
          country
          rateBasisPoints
          treatment
        }
        net {
          amount
          currency
        }
        tax {
          amount
          currency
        }
        stated {
          rate
          rateDate
          source
          tax {
            amount
            currency
          }
        }
      }
      net {
        amount
        currency
      }
      tax {
        amount
        currency
      }
      total {
        amount
        currency
      }
      ... on Invoice {
        dueDate
        settlement {
          state
          credited {
            amount
            currency
          }
          paid {
            amount
            currency
          }
          open {
            amount
            currency
          }
        }
      }
    }
  }
`)

export const Mails = graphql(`
  query Mails(
    $account: ID!
    $kind: MailKind
    $state: MailState
    $from: Date
    $to: Date
    $after: String
    $counted: Boolean!
  ) {
    account(id: $account) {
      id
      mails(first: 50, after: $after, kind: $kind, state: $state, from: $from, to: $to) {
        totalCount @include(if: $counted)
        pageInfo {
          ...PageEnd
        }
        nodes {
          id
          kind
          subject
          recipient
          state
          createdAt
        }
      }
    }
  }
`)

export const OneMail = graphql(`
  query OneMail($mail: ID!) {
    mail(id: $mail) {
      id
      subject
      recipient
      state
      createdAt
      sentAt
      html
    }
  }
`)

export const BalanceNow = graphql(`
  query BalanceNow($account: ID!, $at: DateTime) {
    account(id: $account) {
      id
      balance(at: $at) {
        available {
          amount
          currency
        }
        fromCredits {
          amount
          currency
        }
        fromGoodwill {
          amount
          currency
        }
        held {
          amount
          currency
        }
      }
      documents(first: 20, status: OPEN) {
        totalCount
        nodes {
          ...DocumentRow
        }
      }
    }
  }
`)

export const BalanceEntries = graphql(`
  query BalanceEntries($account: ID!, $from: Date, $to: Date, $after: String, $counted: Boolean!) {
    account(id: $account) {
      id
      ledgerEntries(first: 50, after: $after, from: $from, to: $to) {
        totalCount @include(if: $counted)
        pageInfo {
          ...PageEnd
        }
        nodes {
          id
          kind
          enteredAt
          documentId
          orderId
          amount {
            amount
            currency
          }
          balanceChange {
            amount
            currency
          }
          balanceAfter {
            amount
            currency
          }
        }
      }
    }
  }
`)
