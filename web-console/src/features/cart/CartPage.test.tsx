import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { pageOf } from '../../lib/pageOf.testing'
import { CartPage } from './CartPage'
import en from './en.json'

const lineOf = (subscriptionId: string) => ({
  __typename: 'CartLine',
  id: `line ${subscriptionId}`,
  effective: 'NOW',
  seats: 3,
  stale: false,
  driftExplanations: [],
  releaseRule: null,
  releaseUserIds: [],
  alignTo: null,
  subscriptionId,
  plan: { id: 'plan', name: 'Monthly' },
  product: { name: 'Desk', seatNoun: { one: 'agent', other: 'agents' } },
  subscription: { __typename: 'Subscription', id: subscriptionId, seatsOwned: 5, plan: { id: 'plan' } },
})

const obstacleOf = (subscriptionId: string) => ({
  __typename: 'SeatsStillAssigned',
  code: 'SEATS_STILL_ASSIGNED',
  message: 'Release 2 seats of Desk.',
  subscriptionId,
})

/** A cart that takes seats of two subscriptions to one product. */
const cart = {
  __typename: 'Cart',
  id: 'cart',
  version: 1,
  state: 'OPEN',
  stale: false,
  orderId: null,
  lines: ['s1', 's2'].map(lineOf),
  seatQuote: { summary: '', amountDue: null, obstacles: ['s1', 's2'].map(obstacleOf), changes: [] },
}

test('tells two subscriptions to one product apart', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  await pageOf(CartPage, {
    route: '/a/$account/cart',
    at: '/a/a/cart',
    messages: en,
    permissions: ['BUY'],
    answer: () => ({ cart }),
  })
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  expect(screen.getAllByText('Release 2 seats of Desk.')).toHaveLength(2)
  const ways = screen.getAllByRole('link', { name: en['cart.release'] })
  expect(ways.map((way) => way.getAttribute('href'))).toEqual([
    expect.stringContaining('/s/s1/change'),
    expect.stringContaining('/s/s2/change'),
  ])
  expect(logged).not.toHaveBeenCalled()
})
