import { expect, test } from 'vitest'
import type { ReviewQuoteFragment } from '../../gql/graphql'
import { differences } from './differences'

const eur = (amount: string) => ({ amount, currency: 'EUR' })

function quote(credit: string, due: string): ReviewQuoteFragment {
  const lines = [
    { kind: 'CREDIT', amount: eur(credit) },
    { kind: 'CHARGE', amount: eur('308.00') },
  ]
  const sum = {
    charges: eur('308.00'),
    credits: eur(credit),
    carriedInvoices: eur('0.00'),
    balanceApplied: eur('0.00'),
    balanceAdded: eur('0.00'),
  }
  return {
    amountDue: eur(due),
    changes: [{ product: { name: 'Desk' }, lines }],
    totals: sum,
  } as unknown as ReviewQuoteFragment
}

test('finds nothing where all amounts are the same', () => {
  expect(differences(quote('189.71', '118.29'), quote('189.71', '118.29'))).toEqual([])
})

test('names the line, the sum and the amount due that changed', () => {
  expect(differences(quote('189.71', '118.29'), quote('189.62', '118.38'))).toEqual([
    { what: { product: 'Desk', line: 'CREDIT' }, before: eur('189.71'), after: eur('189.62') },
    { what: { text: 'review.difference.credits' }, before: eur('189.71'), after: eur('189.62') },
    { what: { text: 'review.due' }, before: eur('118.29'), after: eur('118.38') },
  ])
})

test('finds a line that came or went', () => {
  const shorter = quote('189.71', '118.29')
  shorter.changes[0]?.lines.pop()
  expect(differences(quote('189.71', '118.29'), shorter)).toContainEqual({
    what: { product: 'Desk', line: 'CHARGE' },
    before: eur('308.00'),
    after: undefined,
  })
})
