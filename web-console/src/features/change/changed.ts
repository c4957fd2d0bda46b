import type { ChangedSubscriptionQuery, OffersQuery, ReleaseRule } from '../../gql/graphql'

/** The subscription whose seats are changed. */
export type Subscription = NonNullable<ChangedSubscriptionQuery['subscription']>

export type Product = OffersQuery['products']['nodes'][number]
export type Plan = Product['plans'][number]

/** Who loses a seat: by a rule, or by name. */
export type Releases = { rule: ReleaseRule } | { userIds: string[] }

/** Whether enough people are named, or a rule is, to free so many seats. */
export function frees(releases: Releases | undefined, excess: number) {
  if (excess <= 0) return true
  if (!releases) return false
  return 'rule' in releases || releases.userIds.length >= excess
}
