import { Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useQuery } from 'urql'
import type { SettingsQuery } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { setSingleKeys, singleKeysOn } from '../../lib/keys'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { useFormats, useText } from '../../lib/text'
import { Empty } from '../../ui/states'
import { SettingsForm } from './SettingsForm'
import { BillingSettings, Settings } from './settings.graphql'

type Account = NonNullable<SettingsQuery['account']>

/** What the account is, and the person's own keys. */
export function SettingsPage() {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const query = useQuery({ query: Settings, variables: { account: account.id } })
  return (
    <Page title={t('settings.title')}>
      <Needs permission="READ_ACCOUNT">
        <Loaded query={query} skeleton={[16, 8]}>
          {(data) => (data.account ? <AccountData account={data.account} /> : <Empty title={t('ui.missing.text')} />)}
        </Loaded>
        {can('READ_BILLING') && <BillingData editable={can('BUY') ? (query[0].data?.account ?? null) : null} />}
        <Keys />
      </Needs>
    </Page>
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

function AccountData({ account }: { account: Account }) {
  const t = useText()
  const formats = useFormats()
  const { address, representative } = account
  return (
    <>
      <Terms title={t('settings.account')}>
        <dt>{t('settings.name')}</dt>
        <dd>{account.name}</dd>
        <dt>{t('settings.kind')}</dt>
        <dd>{t(`settings.kind.${account.kind}`)}</dd>
        <dt>{t('settings.address')}</dt>
        <dd>
          {formats.list(
            [address.line1, address.line2, `${address.postalCode} ${address.city}`, address.country].filter(
              (part) => part !== null,
            ),
          )}
        </dd>
        <dt>{t('settings.currency')}</dt>
        <dd>{account.currency}</dd>
        <dt>{t('settings.locale')}</dt>
        <dd>{t(`settings.locale.${account.locale}`)}</dd>
        <dt>{t('settings.timeZone')}</dt>
        <dd>{account.timeZone}</dd>
        <dt>{t('settings.since')}</dt>
        <dd>{formats.day(account.createdAt, account.timeZone)}</dd>
        {account.externalId && (
          <>
            <dt>{t('settings.externalId')}</dt>
            <dd>{account.externalId}</dd>
          </>
        )}
      </Terms>
      {representative && (
        <Terms title={t('settings.representative')}>
          <dt>{t('settings.name')}</dt>
          <dd>{representative.name}</dd>
          <dt>{t('settings.email')}</dt>
          <dd>
            <a href={`mailto:${representative.email}`}>{representative.email}</a>
          </dd>
          {representative.phone && (
            <>
              <dt>{t('settings.phone')}</dt>
              <dd>{representative.phone}</dd>
            </>
          )}
        </Terms>
      )}
    </>
  )
}

function BillingData({ editable }: { editable: Account | null }) {
  const t = useText()
  const account = useAccount()
  const query = useQuery({ query: BillingSettings, variables: { account: account.id } })
  return (
    <Loaded query={query} skeleton={[8]}>
      {(data) =>
        data.account ? (
          <>
            <Terms title={t('settings.billing')}>
              <dt>{t('settings.billingEmail')}</dt>
              <dd>{data.account.billingEmail}</dd>
              <dt>{t('settings.collection')}</dt>
              <dd>{t(`settings.collection.${data.account.collection}`, { days: data.account.paymentTermDays })}</dd>
            </Terms>
            {editable && <SettingsForm account={editable} billing={data.account} />}
          </>
        ) : null
      }
    </Loaded>
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
