import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { ReviewQuoteFragment } from '../../gql/graphql'
import { pageOf } from '../../lib/pageOf.testing'
import type { Difference } from './differences'
import en from './en.json'
import { PlaceOrderPanel } from './PlaceOrderPanel'

const plan = (id: string) => ({ id, name: 'Monthly', interval: 'MONTH' })

/** A change of one of several subscriptions to Desk, whose plan is another one of the same name. */
const changeOf = (subscriptionId: string) => ({
  subscriptionId,
  effective: 'NOW',
  kind: 'DECREASE',
  seatsBefore: 5,
  seats: 3,
  product: { name: 'Desk', seatNoun: { one: 'agent', other: 'agents' } },
  plan: plan('new'),
  planBefore: plan('old'),
})

const obstacleOf = (subscriptionId: string) => ({
  __typename: 'SeatsStillAssigned',
  code: 'SEATS_STILL_ASSIGNED',
  message: 'Release 2 seats of Desk.',
  subscriptionId,
})

/** The panel of an order that changes the seats of two subscriptions to one product. */
async function panel(changed: readonly Difference[] = [], bought = plan('new')) {
  const quote = {
    amountDue: null,
    changes: ['s1', 's2'].map((subscription) => ({ ...changeOf(subscription), plan: bought })),
    obstacles: ['s1', 's2'].map(obstacleOf),
  } as unknown as ReviewQuoteFragment
  const placing = { progress: 'idle', shown: undefined } as never
  await pageOf(() => <PlaceOrderPanel quote={quote} changed={changed} placing={placing} onPlace={() => {}} />, {
    route: '/',
    at: '/',
    messages: en,
    permissions: ['BUY'],
    answer: () => undefined,
  })
}

test('tells two subscriptions to one product apart', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const seats = (subscription: string): Difference => {
    const before = changeOf(subscription) as never as ReviewQuoteFragment['changes'][number]
    return { fact: 'seats', before, after: { ...before, seats: 4 } }
  }
  await panel([seats('s1'), seats('s2')])
  expect(screen.getAllByText('Release 2 seats of Desk.')).toHaveLength(2)
  expect(screen.getAllByRole('rowheader', { name: `Desk: ${en['review.seats']}` })).toHaveLength(2)
  expect(logged).not.toHaveBeenCalled()
})

test('leads to the plan that is bought, also where it has the name of the one before', async () => {
  await panel()
  const [way] = screen.getAllByRole('link', { name: en['review.release'] })
  expect(way?.getAttribute('href')).toContain('plan=new')
})

test('names no plan where it stays', async () => {
  await panel([], plan('old'))
  const [way] = screen.getAllByRole('link', { name: en['review.release'] })
  expect(way?.getAttribute('href')).toContain('/a/a/s/s1/change?seats=3')
  expect(way?.getAttribute('href')).not.toContain('plan=')
})
