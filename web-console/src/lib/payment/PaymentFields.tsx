import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { useText } from '../text'
import { PaymentFormOfServer } from './choice.graphql'
import type { PaymentForm, Tokenized } from './form'
import classes from './PaymentFields.module.css'
import { paymentForm } from './port'

export interface PaymentFieldsHandle {
  tokenize: () => Promise<Tokenized>
}

interface FieldsProps {
  ref: Ref<PaymentFieldsHandle>
  /** Something else is typed than a token was made of. */
  onEdit?: () => void
}

/** The fields of the provider that the server chose; whoever shows them asks for the token when it is needed. */
export function PaymentFields({ ref, onEdit }: FieldsProps) {
  const t = useText()
  const place = useRef<HTMLDivElement>(null)
  const edited = useRef(onEdit)
  edited.current = onEdit
  const [form, setForm] = useState<PaymentForm>()
  const [{ data }] = useQuery({ query: PaymentFormOfServer })
  const choice = data?.paymentForm

  useEffect(() => {
    if (!choice) return
    let dropped = false
    paymentForm(choice).then((made) => !dropped && setForm(made))
    return () => {
      dropped = true
    }
  }, [choice])

  useEffect(() => {
    if (!form || !place.current) return
    const language = {
      number: t('lib.card.number'),
      expiry: t('lib.card.expiry'),
      code: t('lib.card.code'),
      numberHint: t('lib.card.hint'),
    }
    return form.mount(place.current, language, () => edited.current?.())
  }, [form, t])

  useImperativeHandle(
    ref,
    () => ({ tokenize: () => form?.tokenize() ?? Promise.resolve({ error: 'unavailable' as const }) }),
    [form],
  )
  return <div ref={place} className={classes.fields} />
}
