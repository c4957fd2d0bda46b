import { Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useQuery } from 'urql'
import type { BillingSettingsQuery, SettingsQuery } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { setSingleKeys, singleKeysOn } from '../../lib/keys'
import { Loaded } from '../../lib/Loaded'
import { isLocale } from '../../lib/locale'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { useFormats, useText } from '../../lib/text'
import { Empty } from '../../ui/states'
import { SettingsForm } from './SettingsForm'
import { BillingSettings, Settings } from './settings.graphql'

type Account = NonNullable<SettingsQuery['account']>
type Billing = NonNullable<BillingSettingsQuery['account']>

/** What the account is, what its people may change of it, and the person's own keys. */
export function SettingsPage() {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const billed = can('READ_BILLING')
  const query = useQuery({ query: Settings, variables: { account: account.id } })
  const billing = useQuery({ query: BillingSettings, variables: { account: account.id }, pause: !billed })
  return (
    <Page title={t('settings.title')}>
      <Needs permission="READ_ACCOUNT">
        <Loaded query={query} skeleton={[16, 8, 6]}>
          {(data) =>
            billed ? (
              <Loaded query={billing} skeleton={[16, 8, 6]}>
                {(money) => <Content account={data.account} billing={money.account} />}
              </Loaded>
            ) : (
              <Content account={data.account} billing={null} />
            )
          }
        </Loaded>
      </Needs>
    </Page>
  )
}

function Content({ account, billing }: { account: Account | null; billing: Billing | null }) {
  const t = useText()
  const can = useCan()
  if (!account) return <Empty title={t('ui.missing.text')} />
  const editable = can('BUY') && billing
  return (
    <>
      {editable && <SettingsForm account={account} billing={billing} />}
      <AccountData account={account} billing={billing} editable={Boolean(editable)} />
      <Keys />
    </>
  )
}

function Terms({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <dl className="terms">{children}</dl>
    </section>
  )
}

/** What nobody changes here; beside the form, what stands in it is left out. */
function AccountData(props: { account: Account; billing: Billing | null; editable: boolean }) {
  const t = useText()
  const { account, billing, editable } = props
  return (
    <>
      <Terms title={t(editable ? 'settings.fixed' : 'settings.account')}>
        {!editable && <OpenTerms account={account} />}
        <FixedTerms account={account} />
        {billing && (
          <>
            {!editable && (
              <>
                <dt>{t('settings.billingEmail')}</dt>
                <dd>{billing.billingEmail}</dd>
              </>
            )}
            <dt>{t('settings.collection')}</dt>
            <dd>{t(`settings.collection.${billing.collection}`, { days: billing.paymentTermDays })}</dd>
          </>
        )}
      </Terms>
      {account.representative && <Representative representative={account.representative} />}
    </>
  )
}

function OpenTerms({ account }: { account: Account }) {
  const t = useText()
  const { line1, line2, postalCode, city } = account.address
  const lines = [line1, line2, `${postalCode} ${city}`.trim()].filter(Boolean)
  return (
    <>
      <dt>{t('settings.name')}</dt>
      <dd>{account.name}</dd>
      <dt>{t('settings.address')}</dt>
      <dd>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
      <dt>{t('settings.locale')}</dt>
      <dd>{isLocale(account.locale) ? t(`settings.locale.${account.locale}`) : account.locale}</dd>
      <dt>{t('settings.timeZone')}</dt>
      <dd>{account.timeZone}</dd>
    </>
  )
}

function FixedTerms({ account }: { account: Account }) {
  const t = useText()
  const formats = useFormats()
  return (
    <>
      <dt>{t('settings.kind')}</dt>
      <dd>{t(`settings.kind.${account.kind}`)}</dd>
      <dt>{t('settings.country')}</dt>
      <dd>{formats.country(account.address.country)}</dd>
      <dt>{t('settings.currency')}</dt>
      <dd>{formats.currency(account.currency)}</dd>
      <dt>{t('settings.since')}</dt>
      <dd>{formats.day(account.createdAt, account.timeZone)}</dd>
      {account.externalId && (
        <>
          <dt>{t('settings.externalId')}</dt>
          <dd>{account.externalId}</dd>
        </>
      )}
    </>
  )
}

function Representative({ representative }: { representative: NonNullable<Account['representative']> }) {
  const t = useText()
  const { name, email, phone } = representative
  return (
    <Terms title={t('settings.representative')}>
      <dt>{t('settings.name')}</dt>
      <dd>{name}</dd>
      <dt>{t('settings.email')}</dt>
      <dd>
        <a href={`mailto:${email}`}>{email}</a>
      </dd>
      {phone && (
        <>
          <dt>{t('settings.phone')}</dt>
          <dd>{phone}</dd>
        </>
      )}
    </Terms>
  )
}

function Keys() {
  const t = useText()
  const [on, setOn] = useState(singleKeysOn)
  return (
    <section className="stack">
      <h2>{t('settings.keys')}</h2>
      <Checkbox
        label={t('settings.keys.single')}
        description={t('settings.keys.hint')}
        checked={on}
        onChange={(event) => {
          setSingleKeys(event.target.checked)
          setOn(event.target.checked)
        }}
      />
    </section>
  )
}
