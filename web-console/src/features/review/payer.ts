import type { ReviewQuery } from '../../gql/graphql'

/** The account as far as its order asks: who pays, how, and under which VAT number. */
export type Payer = NonNullable<ReviewQuery['account']>
