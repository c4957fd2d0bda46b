import type { CartContentFragment, SeatChangeInput } from '../../gql/graphql'

/** One change of the cart. */
export type Line = CartContentFragment['lines'][number]

/** The change that a line stands for, with another number of seats. */
export function changeOf(line: Line, seats: number): SeatChangeInput {
  const isPlanChange = line.subscription && line.subscription.plan.id !== line.plan.id
  return {
    seats,
    ...(line.subscriptionId && { subscriptionId: line.subscriptionId }),
    ...((!line.subscriptionId || isPlanChange) && { planId: line.plan.id }),
    ...(line.effective && { effective: line.effective }),
    ...(line.alignTo && { alignTo: line.alignTo }),
    ...releasesOf(line),
  }
}

function releasesOf(line: Line): Pick<SeatChangeInput, 'releases'> {
  if (line.releaseRule) return { releases: { rule: line.releaseRule } }
  return line.releaseUserIds.length > 0 ? { releases: { userIds: line.releaseUserIds } } : {}
}
