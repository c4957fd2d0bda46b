import { NativeSelect, TextInput } from '@mantine/core'
import { type ChangeEvent, useState } from 'react'
import { useMutation } from 'urql'
import type { BillingSettingsQuery, SettingsQuery } from '../../gql/graphql'
import { failureOf } from '../../lib/failure'
import { locales } from '../../lib/locale'
import { useText } from '../../lib/text'
import { ActionButton } from '../../ui/ActionButton'
import { Note } from '../../ui/Status'
import classes from './Settings.module.css'
import { UpdateSettings } from './settings.graphql'

type Account = NonNullable<SettingsQuery['account']>
type Billing = NonNullable<BillingSettingsQuery['account']>

const zones = Intl.supportedValuesOf('timeZone')

function typedOf({ name, address, locale, timeZone }: Account, { billingEmail, purchaseOrderNumber }: Billing) {
  const { line1, line2, postalCode, city } = address
  return {
    name,
    billingEmail,
    line1,
    line2: line2 ?? '',
    postalCode,
    city,
    locale,
    timeZone,
    purchaseOrderNumber: purchaseOrderNumber ?? '',
  }
}

type Typed = ReturnType<typeof typedOf>

/** What the account says of itself; what the vendor alone changes is not in it. */
export function SettingsForm({ account, billing }: { account: Account; billing: Billing }) {
  const t = useText()
  const [typed, setTyped] = useState(() => typedOf(account, billing))
  const [{ fetching, data, error }, update] = useMutation(UpdateSettings)
  const refusals = data?.updateAccount.userErrors ?? []
  const other = refusals.find((each) => !((each.field?.at(-1) ?? '') in typed))
  const [touched, setTouched] = useState(false)
  const saved = Boolean(data?.updateAccount.account) && !touched
  const field = (name: keyof Typed, label: string) => ({
    label,
    value: typed[name],
    error: refusals.find((each) => each.field?.at(-1) === name)?.message,
    autoComplete: 'off',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
      setTouched(true)
      setTyped({ ...typed, [name]: event.target.value })
    },
  })
  const submit = () => {
    setTouched(false)
    const { name, billingEmail, line1, line2, postalCode, city, locale, timeZone, purchaseOrderNumber } = typed
    update({
      input: {
        accountId: account.id,
        expectedVersion: data?.updateAccount.account?.version ?? account.version,
        name,
        billingEmail,
        address: { line1, line2: line2 || null, postalCode, city },
        locale,
        timeZone,
        purchaseOrderNumber: purchaseOrderNumber || null,
      },
    })
  }
  return (
    <form
      className="stack narrow-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!fetching) submit()
      }}
    >
      <h2>{t('settings.account')}</h2>
      <TextInput {...field('name', t('settings.name'))} />
      <TextInput type="email" {...field('billingEmail', t('settings.billingEmail'))} />
      <TextInput {...field('line1', t('settings.line1'))} />
      <TextInput {...field('line2', t('settings.line2'))} />
      <div className={classes.place}>
        <TextInput {...field('postalCode', t('settings.postalCode'))} />
        <TextInput {...field('city', t('settings.city'))} />
      </div>
      <NativeSelect
        {...field('locale', t('settings.locale'))}
        data={locales.map((value) => ({ value, label: t(`settings.locale.${value}`) }))}
      />
      <NativeSelect
        {...field('timeZone', t('settings.timeZone'))}
        data={zones.includes(typed.timeZone) ? zones : [typed.timeZone, ...zones]}
      />
      <TextInput
        description={t('settings.reference.hint')}
        {...field('purchaseOrderNumber', t('settings.reference'))}
      />
      {(other || error) && (
        <Note
          kind="bad"
          role="alert"
          title={other?.message ?? (error && failureOf(error).message) ?? t('ui.offline')}
        />
      )}
      {saved && !fetching && <Note kind="good" role="status" title={t('settings.saved')} />}
      <div>
        <ActionButton type="submit" pending={fetching}>
          {t('settings.save')}
        </ActionButton>
      </div>
    </form>
  )
}
