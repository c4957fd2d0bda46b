import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { type CombinedError, useQuery } from 'urql'
import { LoadError } from '../../ui/states'
import { type Failure, failureOf } from '../failure'
import { useText } from '../text'
import { PaymentFormOfServer } from './choice.graphql'
import type { PaymentForm, PaymentFormChoice, Tokenized } from './form'
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
  const { form, failure, retry } = useForm()

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
  return (
    <>
      {failure && <LoadError message={failure.message} requestId={failure.requestId} onRetry={retry} />}
      <div ref={place} className={classes.fields} />
    </>
  )
}

/** The form that the server names. The same choice, asked for once more, leaves the form with what is typed in it. */
function useForm() {
  const t = useText()
  const [{ data, error }, again] = useQuery({ query: PaymentFormOfServer })
  const [form, setForm] = useState<PaymentForm>()
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const choice = data && JSON.stringify(data.paymentForm)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads it again
  useEffect(() => {
    if (!choice) return
    let dropped = false
    paymentForm(JSON.parse(choice) as PaymentFormChoice).then(
      (made) => !dropped && setForm(made),
      () => !dropped && setFailed(true),
    )
    return () => {
      dropped = true
    }
  }, [choice, attempt])

  const retry = () => {
    setFailed(false)
    setAttempt((count) => count + 1)
    again({ requestPolicy: 'network-only' })
  }
  return { form, failure: form ? undefined : failureTold(t, failed, error), retry }
}

/** A session that ended says so itself. */
function failureTold(
  t: ReturnType<typeof useText>,
  failed: boolean,
  error: CombinedError | undefined,
): Pick<Failure, 'message' | 'requestId'> | undefined {
  const failure = error && failureOf(error)
  if (!failure) return failed ? { message: t('ui.error') } : undefined
  if (failure.kind === 'session') return undefined
  return failure.kind === 'offline' ? { ...failure, message: t('ui.offline') } : failure
}
