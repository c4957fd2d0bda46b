/** Where a card is typed. No number leaves it: what comes out is the provider's token. */
export interface PaymentForm {
  /**
   * Shows the fields in the element, and tells of each edit of them. What is returned takes them away; shown again, they
   * hold what was typed.
   */
  mount(element: HTMLElement, language: PaymentFormLanguage, onEdit: () => void): () => void
  /** Turns what was typed into a token, once per press of Place order. */
  tokenize(): Promise<Tokenized>
}

export type Tokenized = { token: string } | { error: PaymentFormError }

/** Why there is no token; `field` names what to look at. */
export type PaymentFormError = 'incomplete' | 'not-a-test-number' | 'expired' | 'unavailable'

/** The words of the fields, in the person's language. */
export interface PaymentFormLanguage {
  number: string
  expiry: string
  code: string
  numberHint: string
}

/** What the server says about its provider. */
export interface PaymentFormChoice {
  kind: string
  publicKey?: string | null
  origins: readonly string[]
}
