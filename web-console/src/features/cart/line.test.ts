import { expect, test } from 'vitest'
import { changeOf, type Line } from './line'

const line = (fields: object) =>
  ({ plan: { id: 'monthly' }, releaseUserIds: [], effective: null, alignTo: null, ...fields }) as unknown as Line
const owned = { subscriptionId: 'sub', subscription: { id: 'sub', seatsOwned: 5, plan: { id: 'monthly' } } }

test.each([
  ['another number', owned, { subscriptionId: 'sub' }],
  ['another plan', { ...owned, plan: { id: 'yearly' } }, { subscriptionId: 'sub', planId: 'yearly' }],
  ['a new product', {}, { planId: 'monthly' }],
  ['a new product on the dates of another', { alignTo: 'other' }, { planId: 'monthly', alignTo: 'other' }],
  ['the renewal', { ...owned, effective: 'AT_RENEWAL' }, { subscriptionId: 'sub', effective: 'AT_RENEWAL' }],
  [
    'a rule of release',
    { ...owned, releaseRule: 'LAST_ASSIGNED' },
    { subscriptionId: 'sub', releases: { rule: 'LAST_ASSIGNED' } },
  ],
  ['people by name', { ...owned, releaseUserIds: ['ana'] }, { subscriptionId: 'sub', releases: { userIds: ['ana'] } }],
])('keeps what a line asks for beside its number: %s', (_, fields, change) => {
  expect(changeOf(line(fields), 7)).toEqual({ seats: 7, ...change })
})
