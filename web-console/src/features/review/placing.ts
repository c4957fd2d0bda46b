import type { CombinedError, OperationResult } from 'urql'
import type { PlaceOrderMutation, ReviewQuoteFragment } from '../../gql/graphql'
import { failureOf } from '../../lib/failure'

/** What one attempt to place an order came to. */
export type Answer =
  | { kind: 'order'; orderId: string }
  | { kind: 'quoteChanged'; quote: ReviewQuoteFragment }
  | { kind: 'declined'; message: string }
  | { kind: 'tokenRefused'; message: string }
  | { kind: 'cardNeeded' }
  | { kind: 'inProgress'; message: string; orderId: string }
  | { kind: 'cartChanged'; message: string }
  | { kind: 'keyUsed'; message: string }
  | { kind: 'stillAssigned'; message: string; subscription: string }
  | { kind: 'corporate' }
  | { kind: 'refused'; message: string }
  | { kind: 'sessionOver' }
  /** Nobody knows what became of it: only the same key may be sent again. */
  | { kind: 'noAnswer' }

type Result = Pick<OperationResult<PlaceOrderMutation>, 'data' | 'error'>

export function answerOf({ data, error }: Result): Answer {
  if (error) return answerOfError(error)
  const payload = data?.checkout
  if (!payload) return { kind: 'noAnswer' }
  if (payload.order) return { kind: 'order', orderId: payload.order.id }
  const refusal = payload.userErrors[0]
  return refusal ? answerOfRefusal(refusal) : { kind: 'noAnswer' }
}

function answerOfError(error: CombinedError): Answer {
  const failure = failureOf(error)
  switch (failure.kind) {
    case 'session':
      return { kind: 'sessionOver' }
    case 'offline':
    case 'busy':
    case 'broken':
      return { kind: 'noAnswer' }
    default:
      return { kind: 'refused', message: failure.message ?? error.message }
  }
}

type Refusal = PlaceOrderMutation['checkout']['userErrors'][number]

function answerOfRefusal(refusal: Refusal): Answer {
  const { message } = refusal
  switch (refusal.__typename) {
    case 'SeatQuoteChanged':
      return { kind: 'quoteChanged', quote: refusal.seatQuote }
    case 'PaymentDeclined':
      return { kind: 'declined', message }
    case 'PaymentTokenRefused':
      return { kind: 'tokenRefused', message }
    case 'PaymentDataRequired':
      return { kind: 'cardNeeded' }
    case 'OrderInProgress':
      return { kind: 'inProgress', message, orderId: refusal.order.id }
    case 'CartChanged':
      return refusal.cart.orderId ? { kind: 'order', orderId: refusal.cart.orderId } : { kind: 'cartChanged', message }
    case 'IdempotencyKeyReused':
      return { kind: 'keyUsed', message }
    case 'SeatsStillAssigned':
      return { kind: 'stillAssigned', message, subscription: refusal.subscriptionId }
    case 'RepresentativeRequired':
      return { kind: 'corporate' }
    default:
      return { kind: 'refused', message }
  }
}

const pauses = [1000, 2000, 4000]

/**
 * Sends the same order again after 1, 2 and 4 seconds while nobody knows what became of it. Its key is the same each time, so
 * that however often it arrives there is one order.
 */
export async function untilAnswered(send: () => Promise<Answer>, onWait: () => void): Promise<Answer> {
  for (const pause of pauses) {
    const answer = await send()
    if (answer.kind !== 'noAnswer') return answer
    onWait()
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return send()
}
