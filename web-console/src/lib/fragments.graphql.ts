import { graphql } from '../gql'

/** An amount, as everything that shows money asks for it. */
export const Amount = graphql(`
  fragment Amount on Money {
    amount
    currency
  }
`)

/** What a product calls its seats. */
export const Nouns = graphql(`
  fragment Nouns on SeatNoun {
    one
    other
  }
`)

/** Where an amount comes from, in the server's sentence. */
export const QuoteLineOf = graphql(`
  fragment QuoteLineOf on SeatQuoteLine {
    kind
    explanation
    amount {
      ...Amount
    }
  }
`)

/** Where a list reads on. */
export const PageEnd = graphql(`
  fragment PageEnd on PageInfo {
    hasNextPage
    endCursor
  }
`)

/** Who asks, and in which language. */
export const ViewerOf = graphql(`
  fragment ViewerOf on Viewer {
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
`)
