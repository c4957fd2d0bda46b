import { expect, test } from 'vitest'
import type { ReviewQuoteFragment } from '../../gql/graphql'
import { differences } from './differences'

const eur = (amount: string) => ({ amount, currency: 'EUR' })

const period = { start: '2026-11-30T09:00:00Z', end: '2026-12-30T09:00:00Z', timeZone: 'Europe/Berlin' }

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
    changes: [
      {
        product: { name: 'Desk' },
        plan: { name: 'Monthly' },
        effective: 'NOW',
        seatsBefore: 10,
        seats: 8,
        period,
        releasedCount: 2,
        released: [{ userId: 'ana' }, { userId: 'bo' }],
        lines,
      },
    ],
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

const changed = (fields: object) => {
  const { changes, ...rest } = quote('189.71', '118.29')
  return { ...rest, changes: changes.map((change) => ({ ...change, ...fields })) } as ReviewQuoteFragment
}

test.each([
  ['released', { released: [{ userId: 'ana' }, { userId: 'cleo' }] }],
  ['released', { releasedCount: 102 }],
  ['seats', { seatsBefore: 11 }],
  ['seats', { seats: 9 }],
  ['plan', { plan: { name: 'Yearly' } }],
  ['period', { effective: 'AT_RENEWAL' }],
  ['period', { period: { ...period, end: '2026-12-31T09:00:00Z' } }],
  ['period', { period: null }],
])('finds a change that does something else for the same amounts: %s by %o', (fact, fields) => {
  expect(differences(quote('189.71', '118.29'), changed(fields))).toMatchObject([{ fact }])
})

test.each([
  { released: [{ userId: 'bo' }, { userId: 'ana' }] },
  { period: { ...period, start: '2026-11-30T09:00:07Z', end: '2026-12-30T09:00:07Z' } },
])('takes for the same what a later price only writes otherwise: %o', (fields) => {
  expect(differences(quote('189.71', '118.29'), changed(fields))).toEqual([])
})

test('finds a change that went', () => {
  const none = { ...quote('0.00', '0.00'), changes: [] }
  expect(differences(quote('0.00', '0.00'), none)).toContainEqual(
    expect.objectContaining({ fact: 'released', after: undefined }),
  )
})
