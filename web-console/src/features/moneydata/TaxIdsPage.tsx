import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { type UseQueryExecute, useMutation, useQuery } from 'urql'
import type { ShownTaxIdFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { useFormats, useText } from '../../lib/text'
import { Question } from '../../ui/Question'
import { Note, Status, type StatusKind } from '../../ui/Status'
import { Empty } from '../../ui/states'
import { CheckTaxId, SetTaxId, TaxIds } from './moneydata.graphql'

const kinds: Record<ShownTaxIdFragment['state'], StatusKind> = { VALID: 'good', UNVERIFIED: 'warn', INVALID: 'bad' }

/** The VAT number that decides on the account's tax, and what its register says. */
export function TaxIdsPage() {
  const t = useText()
  const can = useCan()
  const account = useAccount()
  const query = useQuery({ query: TaxIds, variables: { account: account.id }, pause: !can('READ_BILLING') })
  const [, again] = query
  return (
    <Page title={t('moneydata.taxIds')} lead={t('moneydata.taxIds.lead')} zone={account.timeZone}>
      <Needs permission="READ_BILLING">
        <Loaded query={query} skeleton={[6, 6]}>
          {(data) => <TaxIdForm held={data.account?.taxIds[0]} again={again} />}
        </Loaded>
      </Needs>
    </Page>
  )
}

function TaxIdForm({ held, again }: { held: ShownTaxIdFragment | undefined; again: UseQueryExecute }) {
  const t = useText()
  const can = useCan()
  const account = useAccount()
  const [{ fetching, data, error }, set] = useMutation(SetTaxId)
  const [number, setNumber] = useState(held?.number ?? '')
  const answer = data?.setTaxId
  const [removed, setRemoved] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const latest = answer?.taxId ?? held
  const shown = latest?.id === removed ? undefined : latest
  const refusal = answer?.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const onRemoved = (taxId: string) => {
    setRemoved(taxId)
    setNumber('')
    field.current?.focus()
    again({ requestPolicy: 'network-only' })
  }
  return (
    <>
      {shown ? <TaxId taxId={shown} onRemoved={onRemoved} /> : <Empty title={t('moneydata.taxIds.none')} />}
      {can('BUY') && (
        <form
          className="stack narrow-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (fetching || number.trim() === '') return
            setRemoved(undefined)
            set({ account: account.id, number: number.trim() })
          }}
        >
          <TextInput
            ref={field}
            label={t('moneydata.taxId.number')}
            description={t('moneydata.taxId.hint')}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            error={refusal}
            autoComplete="off"
            spellCheck={false}
          />
          <div>
            <Button type="submit" aria-disabled={fetching || number.trim() === ''}>
              {fetching ? t('moneydata.checking') : t('moneydata.check')}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}

function TaxId({ taxId: held, onRemoved }: { taxId: ShownTaxIdFragment; onRemoved: (taxId: string) => void }) {
  const t = useText()
  const can = useCan()
  const [{ fetching, data, error }, check] = useMutation(CheckTaxId)
  const checked = data?.checkTaxId.taxId
  const taxId = checked?.id === held.id ? checked : held
  const refusal = data?.checkTaxId.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const formats = useFormats()
  const account = useAccount()
  return (
    <Note kind={kinds[taxId.state]} role="status" title={t(`moneydata.taxId.${taxId.state}`, { number: taxId.number })}>
      {taxId.checkedAt && (
        <span className="muted">
          {t('moneydata.taxId.checked', { date: formats.moment(taxId.checkedAt, account.timeZone) })}
        </span>
      )}
      {taxId.state === 'UNVERIFIED' && <span>{t('moneydata.taxId.later')}</span>}
      {refusal && <Status kind="bad">{refusal}</Status>}
      {can('BUY') && (
        <div className="row">
          <Button
            variant="default"
            size="xs"
            aria-disabled={fetching}
            onClick={() => !fetching && check({ taxId: taxId.id })}
          >
            {fetching ? t('moneydata.checking') : t('moneydata.checkAgain')}
          </Button>
          <RemoveNumber taxId={taxId} onRemoved={onRemoved} />
        </div>
      )}
    </Note>
  )
}

function RemoveNumber({ taxId, onRemoved }: { taxId: ShownTaxIdFragment; onRemoved: (taxId: string) => void }) {
  const t = useText()
  const account = useAccount()
  const [opened, dialog] = useDisclosure(false)
  const [{ fetching, data, error }, set] = useMutation(SetTaxId)
  const refusal = data?.setTaxId.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const submit = async () => {
    const result = await set({ account: account.id, number: null })
    if (result.data?.setTaxId.userErrors.length !== 0) return
    dialog.close()
    onRemoved(taxId.id)
  }
  return (
    <>
      <Button variant="subtle" size="xs" onClick={dialog.open}>
        {t('moneydata.remove')}
      </Button>
      <Question
        opened={opened}
        title={t('moneydata.remove.title', { name: taxId.number })}
        action={t('moneydata.remove')}
        pending={fetching}
        refusal={refusal}
        onAgree={submit}
        onClose={dialog.close}
      >
        {t('moneydata.taxId.remove.text')}
      </Question>
    </>
  )
}
