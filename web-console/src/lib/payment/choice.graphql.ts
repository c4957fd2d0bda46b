import { graphql } from '../../gql'

export const PaymentFormOfServer = graphql(`
  query PaymentFormOfServer {
    paymentForm {
      kind
      publicKey
      origins
    }
  }
`)
