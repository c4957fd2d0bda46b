import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { CheckoutInput } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { orderKey, renewOrderKey } from '../../lib/orderKey'
import { paths } from '../../lib/paths'
import type { PaymentFormError } from '../../lib/payment/form'
import type { PaymentFieldsHandle } from '../../lib/payment/PaymentFields'
import { differences } from './differences'
import { type Answer, answerOf, untilAnswered } from './placing'
import { OrderedCart, PlaceOrder } from './review.graphql'
import type { useShownQuote } from './useReview'

/** What stands by the button. */
export type Shown =
  | Exclude<Answer, { kind: 'order' | 'corporate' | 'sessionOver' }>
  | { kind: 'card'; error: PaymentFormError }

export type Progress = 'idle' | 'placing' | 'checking'

const timeLimit = 10_000

/** What an order may change: all that the console remembers of these is asked for anew. */
const touched = { additionalTypenames: ['Account', 'Cart', 'Subscription'] }

interface Paying {
  /** The kept method to pay with; none where a new card does or nothing is due. */
  method: string | undefined
  /** Whether a new card pays. */
  newCard: boolean
  fields: RefObject<PaymentFieldsHandle | null>
}

/** Places the order of a cart: one key, one order, whatever happens on the way. */
export function usePlacing(review: ReturnType<typeof useShownQuote>, paying: Paying) {
  const client = useClient()
  const account = useAccount()
  const navigate = useNavigate()
  const [shown, setShown] = useState<Shown>()
  const [progress, setProgress] = useState<Progress>('idle')
  const busy = useRef(false)
  const token = useRef<string>(undefined)
  const unanswered = useRef<CheckoutInput>(undefined)
  const { cart, quote } = review

  // Made before the first press, so that a tab that is copied from this one has the same.
  useEffect(() => {
    orderKey(cart.id)
  }, [cart.id])

  const send = async (input: CheckoutInput): Promise<Answer> => {
    const late = new Promise<Answer>((resolve) => setTimeout(() => resolve({ kind: 'noAnswer' }), timeLimit))
    return Promise.race([client.mutation(PlaceOrder, { input }, touched).toPromise().then(answerOf), late])
  }

  /** The token of what was typed; made once, used until it is refused or declined, something else is typed, or the page is left. */
  const paymentToken = async () => {
    if (!paying.newCard || token.current) return token.current
    const result = await paying.fields.current?.tokenize()
    if (result && 'token' in result) {
      token.current = result.token
      return result.token
    }
    setShown({ kind: 'card', error: result?.error ?? 'unavailable' })
    return null
  }

  const inputOf = (tokenized: string | undefined): CheckoutInput => ({
    accountId: account.id,
    cartId: cart.id,
    seatQuoteId: quote.id,
    idempotencyKey: orderKey(cart.id),
    ...(tokenized ? { paymentToken: tokenized } : paying.method && { paymentMethodId: paying.method }),
  })

  /** The very cart that was ordered, whatever became of it; nothing where it could not be asked for. */
  const cartNow = async () => {
    const { data } = await client.query(OrderedCart, { cart: cart.id }, { requestPolicy: 'network-only' })
    return data?.node?.__typename === 'Cart' ? data.node : undefined
  }

  const settle = async (answer: Answer) => {
    switch (answer.kind) {
      case 'order':
        return navigate({ to: paths.order(account.id, answer.orderId), replace: true })
      case 'corporate':
        return navigate({ to: paths.request(account.id), replace: true })
      case 'sessionOver':
        return setShown(undefined)
      case 'quoteChanged':
        review.show(answer.quote)
        break
      case 'declined':
        token.current = undefined
        renewOrderKey(cart.id)
        break
      case 'tokenRefused':
        token.current = undefined
        break
      case 'cartChanged':
        await review.refresh()
        break
      case 'keyUsed': {
        // An earlier try with other payment data was answered while nobody listened. If its cart is open it was declined.
        const now = await cartNow()
        if (now?.orderId) return navigate({ to: paths.order(account.id, now.orderId), replace: true })
        if (now?.state !== 'OPEN') return setShown({ kind: 'noAnswer' })
        token.current = undefined
        renewOrderKey(cart.id)
        break
      }
      default:
    }
    setShown(answer)
  }

  /** A price that expired and came out the same is the price that was seen: it is ordered at once. */
  const answerTo = async (made: CheckoutInput): Promise<Answer> => {
    unanswered.current = made
    const checking = () => setProgress('checking')
    const answer = await untilAnswered(() => send(made), checking)
    if (answer.kind !== 'quoteChanged' || differences(quote, answer.quote).length > 0) return answer
    review.show(answer.quote)
    const again = { ...made, seatQuoteId: answer.quote.id }
    unanswered.current = again
    return untilAnswered(() => send(again), checking)
  }

  const run = async (input: () => Promise<CheckoutInput | null>) => {
    if (busy.current || review.inert()) return
    busy.current = true
    setProgress('placing')
    setShown(undefined)
    try {
      const made = await input()
      if (!made) return
      await settle(await answerTo(made))
    } finally {
      busy.current = false
      setProgress('idle')
    }
  }

  const place = (before: () => Promise<boolean>) =>
    run(async () => {
      if (!(await before())) return null
      const tokenized = await paymentToken()
      return tokenized === null ? null : inputOf(tokenized)
    })

  /** Asks what became of the order that nobody answered for: the same order, the same key. */
  const check = () => run(async () => unanswered.current ?? inputOf(token.current))

  return {
    shown,
    progress,
    place,
    check,
    forgetCard: () => {
      token.current = undefined
    },
  }
}
