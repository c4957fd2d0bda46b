import type { SeatsOfQuery } from '../../gql/graphql'

/** The subscription whose seats a page shows. */
export type SeatedSubscription = NonNullable<SeatsOfQuery['subscription']>
