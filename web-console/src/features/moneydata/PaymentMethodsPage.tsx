import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { type UseQueryExecute, useMutation, useQuery } from 'urql'
import type { MethodFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { PaymentFields, type PaymentFieldsHandle } from '../../lib/payment/PaymentFields'
import { useFormats, useText } from '../../lib/text'
import { Question } from '../../ui/Question'
import { Note, Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import { AddPaymentMethod, PaymentMethods, PreferPaymentMethod, RemovePaymentMethod } from './moneydata.graphql'

/** What orders and renewals are paid with. */
export function PaymentMethodsPage() {
  const t = useText()
  const can = useCan()
  const account = useAccount()
  const [adding, form] = useDisclosure(false)
  const query = useQuery({ query: PaymentMethods, variables: { account: account.id }, pause: !can('READ_BILLING') })
  const [, again] = query
  return (
    <Page
      title={t('moneydata.methods')}
      lead={t('moneydata.methods.lead')}
      actions={can('BUY') && !adding && <Button onClick={form.open}>{t('moneydata.add')}</Button>}
    >
      <Needs permission="READ_BILLING">
        {adding && <AddForm onClose={form.close} again={again} />}
        <Loaded query={query} skeleton={[4, 4]}>
          {(data) => <Methods methods={data.account?.paymentMethods ?? []} again={again} />}
        </Loaded>
      </Needs>
    </Page>
  )
}

function Methods({ methods, again }: { methods: readonly MethodFragment[]; again: UseQueryExecute }) {
  const t = useText()
  if (methods.length === 0) return <Empty title={t('moneydata.methods.none')} />
  return (
    <ul className="plain-list rows">
      {methods.map((method) => (
        <Method key={method.id} method={method} again={again} />
      ))}
    </ul>
  )
}

function Method({ method, again }: { method: MethodFragment; again: UseQueryExecute }) {
  const t = useText()
  const can = useCan()
  const formats = useFormats()
  const name = t('moneydata.card', { brand: method.brand, digits: method.lastDigits })
  return (
    <li className="spread">
      <span className="stack-tight">
        <span className="row">
          <span className="strong">{name}</span>
          {method.preferred && <Status kind="good">{t('moneydata.preferred')}</Status>}
        </span>
        {method.expiresOn && (
          <span className="muted">{t('moneydata.expires', { date: formats.date(method.expiresOn) })}</span>
        )}
      </span>
      {can('BUY') && (
        <span className="row">
          {!method.preferred && <PreferButton method={method} name={name} again={again} />}
          <RemoveButton method={method} name={name} again={again} />
        </span>
      )}
    </li>
  )
}

function PreferButton({ method, name, again }: { method: MethodFragment; name: string; again: UseQueryExecute }) {
  const t = useText()
  const [{ fetching, data, error }, prefer] = useMutation(PreferPaymentMethod)
  const refusal =
    data?.setDefaultPaymentMethod.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const submit = async () => {
    const result = await prefer({ method: method.id })
    if (result.data) again({ requestPolicy: 'network-only' })
  }
  return (
    <>
      {refusal && (
        <span role="alert">
          <Status kind="bad">{refusal}</Status>
        </span>
      )}
      <Button
        variant="subtle"
        aria-disabled={fetching}
        aria-label={t('moneydata.preferOf', { name })}
        onClick={() => !fetching && submit()}
      >
        {t('moneydata.prefer')}
      </Button>
    </>
  )
}

function RemoveButton({ method, name, again }: { method: MethodFragment; name: string; again: UseQueryExecute }) {
  const t = useText()
  const [opened, dialog] = useDisclosure(false)
  const [{ fetching, data, error }, remove] = useMutation(RemovePaymentMethod)
  const refusal =
    data?.removePaymentMethod.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const submit = async () => {
    const result = await remove({ method: method.id })
    if (!result.data?.removePaymentMethod.removedPaymentMethodId) return
    dialog.close()
    again({ requestPolicy: 'network-only' })
  }
  return (
    <>
      <Button variant="default" onClick={dialog.open} aria-label={t('moneydata.removeOf', { name })}>
        {t('moneydata.remove')}
      </Button>
      <Question
        opened={opened}
        title={t('moneydata.remove.title', { name })}
        action={t('moneydata.remove')}
        pending={fetching}
        refusal={refusal}
        onAgree={submit}
        onClose={dialog.close}
      >
        {t('moneydata.remove.text')}
      </Question>
    </>
  )
}

/** The card goes from the provider's fields to the provider; a token comes here. */
function AddForm({ onClose, again }: { onClose: () => void; again: UseQueryExecute }) {
  const t = useText()
  const account = useAccount()
  const fields = useRef<PaymentFieldsHandle>(null)
  const [{ fetching }, add] = useMutation(AddPaymentMethod)
  const [problem, setProblem] = useState<string>()
  const submit = async () => {
    const made = await fields.current?.tokenize()
    if (!made || 'error' in made) return setProblem(t(`lib.card.error.${made?.error ?? 'unavailable'}`))
    const { data, error } = await add({ account: account.id, token: made.token, preferred: true })
    if (data?.addPaymentMethod.paymentMethod) {
      onClose()
      return again({ requestPolicy: 'network-only' })
    }
    setProblem(data?.addPaymentMethod.userErrors[0]?.message ?? (error && failureOf(error).message) ?? t('ui.offline'))
  }
  return (
    <form
      className="panel stack narrow-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!fetching) submit()
      }}
    >
      <h2>{t('moneydata.add')}</h2>
      <PaymentFields ref={fields} />
      <p className="muted">{t('moneydata.add.text')}</p>
      {problem && <Note kind="bad" role="alert" title={problem} />}
      <div className="row">
        <Button type="submit" aria-disabled={fetching}>
          {t('moneydata.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
