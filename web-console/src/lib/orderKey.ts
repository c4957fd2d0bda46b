const prefix = 'puesto.order-key.'

/**
 * The idempotency key of a cart's order: made once, kept over reload, sign-in and the way to the bank, so that however
 * often Place order is pressed there is one order.
 */
export function orderKey(cartId: string): string {
  const kept = sessionStorage.getItem(prefix + cartId)
  return kept ?? renewOrderKey(cartId)
}

/** After a decline the next try is another order. */
export function renewOrderKey(cartId: string): string {
  const made = crypto.randomUUID()
  sessionStorage.setItem(prefix + cartId, made)
  return made
}
