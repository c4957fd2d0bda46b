import { useEffect, useState } from 'react'
import { useMutation } from 'urql'
import { forgetBank, isBackFromBank } from '../../lib/bank'
import { failureOf, isUnanswered } from '../../lib/failure'
import { paths } from '../../lib/paths'
import { ConfirmPayment } from './order.graphql'

const touched = { additionalTypenames: ['Account', 'Cart', 'Subscription'] }

const firstPauses = [1000, 2000, 4000]
const laterPause = 15_000

/**
 * Back from the bank: asks how the payment stands until that is answered, and meanwhile sends nobody there again; the watch
 * goes on from there. A session that ended asks after signing in, when the person comes back to this page.
 */
export function useBankReturn(order: string, account: string) {
  const [, confirm] = useMutation(ConfirmPayment)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    const page = paths.order(account, order)
    if (!isBackFromBank(page)) return
    const input = { orderId: order, idempotencyKey: crypto.randomUUID() }
    let left = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async (pauses: readonly number[]) => {
      const { error } = await confirm({ input }, touched)
      if (left || (error && failureOf(error).kind === 'session')) return
      if (error && isUnanswered(error)) {
        const [pause = laterPause, ...later] = pauses
        timer = setTimeout(() => ask(later), pause)
        return
      }
      forgetBank()
      setAsking(false)
    }
    setAsking(true)
    ask(firstPauses)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [order, account, confirm])
  return asking
}
