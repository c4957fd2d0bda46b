import { useCallback } from 'react'
import { useClient, useQuery } from 'urql'
import { CartCount } from './cartCount.graphql'

/** An answer without a cart names no type: a first change of the cart is to refresh it too. */
const ofCarts = { additionalTypenames: ['Cart'] }

/** How many changes lie in the person's cart. */
export function useCartCount(account: string) {
  const [{ data }] = useQuery({ query: CartCount, variables: { account }, context: ofCarts })
  return data?.cart?.lines.length ?? 0
}

/** Counts anew, where the cart changed without the console's doing: its order was paid, or voided. */
export function useCartRecount(account: string) {
  const client = useClient()
  return useCallback(() => {
    client.query(CartCount, { account }, { ...ofCarts, requestPolicy: 'network-only' }).toPromise()
  }, [client, account])
}
