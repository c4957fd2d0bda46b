import type { PaymentForm, PaymentFormChoice } from './form'

const adapters: Record<string, () => Promise<{ createForm: (choice: PaymentFormChoice) => PaymentForm }>> = {
  SANDBOX: () => import('./sandbox'),
}

/** Loads the adapter that the server named, and nothing of the others. */
export async function paymentForm(choice: PaymentFormChoice): Promise<PaymentForm> {
  const load = adapters[choice.kind]
  if (!load) throw new Error(`no payment form of kind ${choice.kind}`)
  return (await load()).createForm(choice)
}
