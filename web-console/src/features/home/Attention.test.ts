import { expect, test } from 'vitest'
import type { AttentionOfAccountFragment } from '../../gql/graphql'
import { bySeverity } from './Attention'

const item = (severity: AttentionOfAccountFragment['severity'], message: string) =>
  ({ kind: 'SEATS_FULL', severity, message }) as AttentionOfAccountFragment

test('puts the most urgent first, of money and of seats, and keeps the rest in its order', () => {
  const money = [item('WARNING', 'a card expires'), item('NOTICE', 'a request is open')]
  const seats = [item('URGENT', 'seats are full'), item('WARNING', 'a trial ends'), item('NOTICE', 'seats unused')]
  expect(bySeverity([...money, ...seats]).map((each) => each.message)).toEqual([
    'seats are full',
    'a card expires',
    'a trial ends',
    'a request is open',
    'seats unused',
  ])
})
