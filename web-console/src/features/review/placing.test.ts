import { CombinedError } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Answer, answerOf, untilAnswered } from './placing'

const refusal = (fields: object) => ({ data: { checkout: { order: null, userErrors: [fields] } } }) as never
const failed = (status: number, code?: string) => ({
  error: new CombinedError({
    graphQLErrors: code ? [{ message: 'no', extensions: { code } }] : [],
    response: new Response(null, { status }),
  }),
})

test.each<[object, Answer['kind']]>([
  [{ __typename: 'SeatQuoteChanged', message: '', seatQuote: {} }, 'quoteChanged'],
  [{ __typename: 'PaymentDeclined', message: '' }, 'declined'],
  [{ __typename: 'PaymentTokenRefused', message: '' }, 'tokenRefused'],
  [{ __typename: 'PaymentDataRequired', message: '' }, 'cardNeeded'],
  [{ __typename: 'OrderInProgress', message: '', order: { id: 'o' } }, 'inProgress'],
  [{ __typename: 'CartChanged', message: '', cart: { orderId: 'o' } }, 'order'],
  [{ __typename: 'CartChanged', message: '', cart: { orderId: null } }, 'cartChanged'],
  [{ __typename: 'IdempotencyKeyReused', message: '' }, 'keyUsed'],
  [{ __typename: 'RepresentativeRequired', message: '' }, 'corporate'],
  [{ __typename: 'SeatsStillAssigned', message: '', subscriptionId: 's' }, 'stillAssigned'],
  [{ __typename: 'SeatLimitExceeded', message: '' }, 'refused'],
])('reads %o as %s', (fields, kind) => {
  expect(answerOf(refusal(fields)).kind).toBe(kind)
})

test.each<[number, string | undefined, Answer['kind']]>([
  [401, 'UNAUTHENTICATED', 'sessionOver'],
  [503, 'UNAVAILABLE', 'noAnswer'],
  [502, undefined, 'noAnswer'],
  [500, undefined, 'noAnswer'],
  [200, 'INTERNAL', 'noAnswer'],
  [200, 'NOT_FOUND', 'refused'],
])('reads status %s with code %s as %s', (status, code, kind) => {
  expect(answerOf(failed(status, code)).kind).toBe(kind)
})

test('takes a lost connection for no answer', () => {
  const error = new CombinedError({ networkError: new Error('aborted') })
  expect(answerOf({ error }).kind).toBe('noAnswer')
})

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('sends again after 1, 2 and 4 seconds, and no further', async () => {
  const sent: number[] = []
  const start = Date.now()
  const result = untilAnswered(
    async () => {
      sent.push(Date.now() - start)
      return { kind: 'noAnswer' }
    },
    () => {},
  )
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toEqual([0, 1000, 3000, 7000])
  expect(await result).toEqual({ kind: 'noAnswer' })
})

test('ends with the first answer', async () => {
  const answers: Answer[] = [{ kind: 'noAnswer' }, { kind: 'order', orderId: 'o' }]
  const waits = vi.fn()
  const result = untilAnswered(async () => answers.shift() ?? { kind: 'corporate' }, waits)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await result).toEqual({ kind: 'order', orderId: 'o' })
  expect(waits).toHaveBeenCalledTimes(1)
})
