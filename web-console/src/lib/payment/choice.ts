import type { PaymentFormChoice } from './port'

const sandbox: PaymentFormChoice = { kind: 'SANDBOX', origins: [] }

/** The provider whose form the console shows. */
export function usePaymentFormChoice(): PaymentFormChoice {
  return sandbox
}
