import type { ReviewQuoteFragment } from '../../gql/graphql'
import { formatDay } from '../../lib/dates'
import { isSame, type Money } from '../../lib/money'
import type { TextId } from '../../lib/textId'

type Change = ReviewQuoteFragment['changes'][number]

/** An amount of a price that came out differently: what it is, before and now. */
export interface AmountDifference {
  /** A text of the catalog, or the name of the product whose line it is. */
  what: { text: TextId } | { product: string; line: ReviewQuoteFragment['changes'][number]['lines'][number]['kind'] }
  before: Money | undefined
  after: Money | undefined
}

/** What else the person saw of a change: its plan, its seats, from when to when it is billed, and who loses a seat. */
export type Fact = 'plan' | 'seats' | 'period' | 'released'

/** A change that does something else than before, whatever it costs. */
export interface FactDifference {
  fact: Fact
  before: Change | undefined
  after: Change | undefined
}

export type Difference = AmountDifference | FactDifference

/**
 * What differs between two prices of the same cart: what its changes do, then their lines, then the sums; empty where both are
 * the same order.
 */
export function differences(before: ReviewQuoteFragment, after: ReviewQuoteFragment): Difference[] {
  const amounts = [...lineDifferences(before, after), ...sumDifferences(before, after)]
  return [...factDifferences(before, after), ...amounts.filter((each) => !isSame(each.before, each.after))]
}

const facts: Record<Fact, (change: Change) => unknown> = {
  plan: (change) => [change.product?.name, change.plan?.name],
  seats: (change) => [change.seatsBefore, change.seats],
  period: ({ effective, period }) => [effective, period && [period.start, period.end].map(dayIn(period.timeZone))],
  released: ({ releasedCount, released }) => [releasedCount, released.map((user) => user.userId).sort()],
}

/** A period that begins with the order begins a little later in each price: what counts is the day. */
const dayIn = (timeZone: string) => (instant: string) => formatDay(instant, timeZone, 'en')

function factDifferences(before: ReviewQuoteFragment, after: ReviewQuoteFragment): FactDifference[] {
  return longer(before.changes, after.changes).flatMap((_, at) => {
    const pair = { before: before.changes[at], after: after.changes[at] }
    const differing = Object.entries(facts).filter(
      ([, of]) => JSON.stringify(pair.before && of(pair.before)) !== JSON.stringify(pair.after && of(pair.after)),
    )
    return differing.map(([fact]) => ({ fact: fact as Fact, ...pair }))
  })
}

function lineDifferences(before: ReviewQuoteFragment, after: ReviewQuoteFragment): AmountDifference[] {
  return after.changes.flatMap((change, at) => {
    const lines = longer(before.changes[at]?.lines ?? [], change.lines)
    return lines.map((line, place) => ({
      what: { product: change.product?.name ?? '', line: line.kind },
      before: before.changes[at]?.lines[place]?.amount,
      after: change.lines[place]?.amount,
    }))
  })
}

function longer<Item>(one: readonly Item[], other: readonly Item[]) {
  return one.length > other.length ? one : other
}

const sums = ['charges', 'credits', 'carriedInvoices', 'balanceApplied', 'balanceAdded'] as const

function sumDifferences(before: ReviewQuoteFragment, after: ReviewQuoteFragment): AmountDifference[] {
  const totals = sums.map((sum) => ({
    what: { text: `review.difference.${sum}` as const },
    before: before.totals?.[sum],
    after: after.totals?.[sum],
  }))
  const due = {
    what: { text: 'review.due' as const },
    before: before.amountDue ?? undefined,
    after: after.amountDue ?? undefined,
  }
  return [...totals, due]
}
