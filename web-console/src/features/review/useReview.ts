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

  const refresh = useCallback(async () => {
    const { data } = await client.query(FreshCart, { account: account.id }, { requestPolicy: 'network-only' })
    if (!data?.cart) return undefined
    setCart(data.cart)
    if (data.cart.seatQuote) show(data.cart.seatQuote)
    return data.cart
  }, [client, account.id, show])

  /** A price that the person's own choice made: nothing changed under anybody's hands. */
  const replace = useCallback((fresh: ReviewCartFragment) => {
    setCart(fresh)
    setChanged([])
    if (fresh.seatQuote) setQuote(fresh.seatQuote)
  }, [])

  useWhenExpired(quote.validUntil, refresh)
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

/** Calls back once the instant is past and the page is seen. */
export function useWhenExpired(instant: string, call: () => void) {
  useEffect(() => {
    let done = false
    const check = () => {
      if (done || document.visibilityState !== 'visible' || Date.now() < Date.parse(instant)) return
      done = true
      call()
    }
    const wait = Math.min(Math.max(0, Date.parse(instant) - Date.now()), 2 ** 31 - 1)
    const timer = setTimeout(check, wait)
    document.addEventListener('visibilitychange', check)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', check)
    }
  }, [instant, call])
}
