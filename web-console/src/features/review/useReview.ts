import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { ReviewCartFragment, ReviewQuoteFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { type Difference, differences } from './differences'
import { FreshCart } from './review.graphql'

/** How long Place order ignores input after the price changed under the person's hands. */
const inertFor = 1000

/** The price that the page shows. It is asked for anew when it expires; where it comes out differently, that is shown. */
export function useShownQuote(loaded: ReviewCartFragment, first: ReviewQuoteFragment) {
  const client = useClient()
  const account = useAccount()
  const [cart, setCart] = useState(loaded)
  const [quote, setQuote] = useState(first)
  const [changed, setChanged] = useState<Difference[]>([])
  const inert = useInert()
  const { begin } = inert

  const show = useCallback(
    (fresh: ReviewQuoteFragment) => {
      const found = differences(quote, fresh)
      setQuote(fresh)
      if (found.length === 0) return
      setChanged(found)
      begin()
    },
    [quote, begin],
  )

  /** Whether the server answered. */
  const refresh = useCallback(async () => {
    const { data } = await client.query(FreshCart, { account: account.id }, { requestPolicy: 'network-only' })
    if (!data) return false
    if (data.cart) setCart(data.cart)
    if (data.cart?.seatQuote) show(data.cart.seatQuote)
    return true
  }, [client, account.id, show])

  /** A price that the person's own choice made: nothing changed under anybody's hands. */
  const replace = useCallback((fresh: ReviewCartFragment) => {
    setCart(fresh)
    setChanged([])
    if (fresh.seatQuote) setQuote(fresh.seatQuote)
  }, [])

  useWhenExpired(quote, refresh)
  return { cart, quote, changed, inert: inert.is, show, refresh, replace }
}

/** True for one second after `begin`, at once for whoever asks by `is()`. */
function useInert() {
  const until = useRef(0)
  const begin = useCallback(() => {
    until.current = Date.now() + inertFor
  }, [])
  const is = useCallback(() => Date.now() < until.current, [])
  return { begin, is }
}

/** No price is asked for anew sooner than this, however short it is valid. */
const soonest = 1000

/** How long after an answer that did not come it is asked for again. */
const retryAfter = 15_000

const longestTimer = 2 ** 31 - 1

interface Priced {
  asOf: string
  validUntil: string
}

/**
 * Calls back once the price has been there for as long as it is valid and the page is seen; again where it brought no answer.
 * Its two instants are of the account's clock, which need not be the browser's: only what lies between them counts.
 */
export function useWhenExpired(price: Priced, call: () => Promise<boolean>) {
  const latest = useRef(call)
  latest.current = call

  useEffect(() => {
    const valid = Date.parse(price.validUntil) - Date.parse(price.asOf)
    let due = Date.now() + Math.max(soonest, valid)
    let asking = false
    let dropped = false
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(check, Math.min(Math.max(0, due - Date.now()), longestTimer))
    }
    const check = async () => {
      if (asking || document.visibilityState !== 'visible') return
      if (Date.now() < due) return wait()
      asking = true
      if ((await latest.current()) || dropped) return
      asking = false
      due = Date.now() + retryAfter
      wait()
    }
    wait()
    document.addEventListener('visibilitychange', check)
    return () => {
      dropped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', check)
    }
  }, [price])
}
