import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pageOf } from '../../lib/pageOf.testing'
import en from './en.json'
import { OrderPage } from './OrderPage'

const none = { amount: '0.00', currency: 'EUR', minorUnits: 0 }

const order = (state: 'PENDING_PAYMENT' | 'PLACED') => ({
  order: {
    __typename: 'Order',
    id: 'o',
    number: 7,
    state,
    createdAt: '2026-07-01T10:00:00Z',
    placedAt: state === 'PLACED' ? '2026-07-01T10:00:00Z' : null,
    amountDue: none,
    charges: none,
    credits: none,
    carriedInvoices: none,
    balanceApplied: none,
    balanceAdded: none,
    paymentAction: null,
    mails: [],
    invoice: null,
    creditNote: null,
    lines: [],
  },
})

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** React draws at each step's end alone. */
async function pass(seconds: number) {
  for (let step = 0; step < 2 * seconds; step++) await act(() => vi.advanceTimersByTimeAsync(500))
}

/** An order's page, whose server answers the order's fetches so, one after the other, or not at all. */
async function orderPage(answers: (object | undefined)[]) {
  const asked: string[] = []
  await pageOf(OrderPage, {
    route: '/a/$account/orders/$order',
    at: '/a/a/orders/o',
    messages: en,
    permissions: ['READ_BILLING'],
    answer: ({ query }) => {
      const name = /\w+ (\w+)/.exec(query)?.[1] ?? ''
      asked.push(name)
      return name === 'OneOrder' ? answers.shift() : { cart: null }
    },
  })
  await pass(0.5)
  return asked
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent

test('goes on watching an order that waits where one of its questions was not answered', async () => {
  const waiting = order('PENDING_PAYMENT')
  const asked = await orderPage([waiting, undefined, undefined, waiting, waiting, order('PLACED')])
  await pass(1)
  expect(heading()).toBe('Order 7, awaiting payment')
  expect(screen.getByText(en['order.pending'])).toBeTruthy()
  await pass(60)
  expect(heading()).toBe('Order 7')
  expect(screen.getByText(en['order.placed'])).toBeTruthy()
  expect(asked.filter((name) => name === 'CartCount')).toHaveLength(1)
})
