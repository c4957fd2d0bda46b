import type {
  ChangedSubscriptionQuery,
  ChangeQuotesQueryVariables,
  OffersQuery,
  ReleaseRule,
  SeatChangeInput,
} from '../../gql/graphql'
import type { Effective } from '../../lib/paths'

/** The subscription whose seats are changed. */
export type Subscription = NonNullable<ChangedSubscriptionQuery['subscription']>

export type Product = OffersQuery['products']['nodes'][number]
export type Plan = Product['plans'][number]

/** What is asked about a change: it now and at the renewal, and whom the rules would release where it is not said yet. */
export function quotesOf(account: string, change: SeatChangeInput, releasing: boolean): ChangeQuotesQueryVariables {
  const { releases: _, ...unreleased } = change
  const input = (each: SeatChangeInput, effective: Effective) => ({
    accountId: account,
    changes: [{ ...each, effective }],
  })
  return {
    now: input(change, 'NOW'),
    atRenewal: input(change, 'AT_RENEWAL'),
    unreleased: input(unreleased, 'NOW'),
    releasing,
  }
}

/** Who loses a seat: by a rule, or by name. */
export type Releases = { rule: ReleaseRule } | { userIds: string[] }

/** Whether enough people are named, or a rule is, to free so many seats. */
export function frees(releases: Releases | undefined, excess: number) {
  if (excess <= 0) return true
  if (!releases) return false
  return 'rule' in releases || releases.userIds.length >= excess
}
