import type { ReviewQuoteFragment } from '../../gql/graphql'
import { isSame, type Money } from '../../lib/money'
import type { TextId } from '../../lib/textId'

/** An amount of a price that came out differently: what it is, before and now. */
export interface Difference {
  /** A text of the catalog, or the name of the product whose line it is. */
  what: { text: TextId } | { product: string; line: ReviewQuoteFragment['changes'][number]['lines'][number]['kind'] }
  before: Money | undefined
  after: Money | undefined
}

/** What differs between two prices of the same cart: its lines first, then the sums; empty where they are equal. */
export function differences(before: ReviewQuoteFragment, after: ReviewQuoteFragment): Difference[] {
  const all = [...lineDifferences(before, after), ...sumDifferences(before, after)]
  return all.filter((each) => !isSame(each.before, each.after))
}

function lineDifferences(before: ReviewQuoteFragment, after: ReviewQuoteFragment): Difference[] {
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

function sumDifferences(before: ReviewQuoteFragment, after: ReviewQuoteFragment): Difference[] {
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
