import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MailsQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { useListSearch } from '../../lib/listSearch'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { type MailsSearch, paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { FilterSelect } from '../../ui/FilterSelect'
import { Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import { Mails } from './billing.graphql'
import { DateRange } from './DateRange'
import { mailStatus } from './mailStatus'

const route = getRouteApi('/a/$account/mails')

type MailRow = NonNullable<MailsQuery['account']>['mails']['nodes'][number]

const mailsOf = (data: MailsQuery) => data.account?.mails
const keyOf = (mail: MailRow) => mail.id
const kindOf = {
  order: 'ORDER_CONFIRMATION',
  'late-payment': 'LATE_PAYMENT',
  'request-confirmation': 'REQUEST_CONFIRMATION',
  'request-received': 'REQUEST_RECEIVED',
  'request-withdrawn': 'REQUEST_WITHDRAWN',
} as const
const stateOf = { sent: 'SENT', kept: 'KEPT', queued: 'QUEUED', failed: 'FAILED' } as const

/** What was written to the account's people, newest first. */
export function MailsPage() {
  const t = useText()
  const account = useAccount()
  return (
    <Page title={t('billing.mails')} zone={account.timeZone}>
      <Needs permission="READ_BILLING">
        <MailList />
      </Needs>
    </Page>
  )
}

function MailList() {
  const t = useText()
  const account = useAccount()
  const { type, status, from, to } = route.useSearch()
  const { set } = useListSearch<MailsSearch>()
  const columns = useColumns()
  const pages = usePages(
    Mails,
    {
      account: account.id,
      kind: type ? kindOf[type] : null,
      state: status ? stateOf[status] : null,
      from: from ?? null,
      to: to ?? null,
    },
    mailsOf,
  )
  return (
    <div className="stack">
      <div className="filters">
        <FilterSelect
          label={t('billing.type')}
          value={type}
          words={{
            order: t('billing.mail.kind.ORDER_CONFIRMATION'),
            'late-payment': t('billing.mail.kind.LATE_PAYMENT'),
            'request-confirmation': t('billing.mail.kind.REQUEST_CONFIRMATION'),
            'request-received': t('billing.mail.kind.REQUEST_RECEIVED'),
            'request-withdrawn': t('billing.mail.kind.REQUEST_WITHDRAWN'),
          }}
          onChange={(type) => set({ type })}
        />
        <FilterSelect
          label={t('billing.state')}
          value={status}
          words={{
            sent: t('billing.mail.SENT'),
            kept: t('billing.mail.KEPT'),
            queued: t('billing.mail.QUEUED'),
            failed: t('billing.mail.FAILED'),
          }}
          onChange={(status) => set({ status })}
        />
        <DateRange range={{ from, to }} onChange={set} />
      </div>
      <PagedTable
        pages={pages}
        label={t('billing.mails')}
        columns={columns}
        rowKey={keyOf}
        filtered={Boolean(type || status || from || to)}
        all={paths.mails(account.id)}
        empty={<Empty title={t('billing.mails.none')} />}
      />
    </div>
  )
}

function useColumns(): readonly Column<MailRow>[] {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return useMemo(
    () => [
      {
        id: 'subject',
        header: t('billing.mail.subject'),
        width: 'minmax(14rem, 2fr)',
        cell: (mail) => (
          <Link to={paths.mail(account.id, mail.id)} className="strong">
            {mail.subject}
          </Link>
        ),
      },
      {
        id: 'recipient',
        header: t('billing.mail.recipient'),
        width: 'minmax(10rem, 1fr)',
        cell: (mail) => <span title={mail.recipient}>{mail.recipient}</span>,
      },
      {
        id: 'date',
        header: t('billing.column.date'),
        width: '10rem',
        cell: (mail) => formats.briefMoment(mail.createdAt, account.timeZone),
      },
      {
        id: 'state',
        header: t('billing.state'),
        width: '8rem',
        cell: (mail) => <Status kind={mailStatus[mail.state]}>{t(`billing.mail.${mail.state}`)}</Status>,
      },
    ],
    [t, formats, account],
  )
}
