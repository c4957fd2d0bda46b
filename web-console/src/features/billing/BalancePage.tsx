import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import type { BalanceEntriesQuery, BalanceNowQuery, DocumentRowFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { useListSearch } from '../../lib/listSearch'
import { isZero } from '../../lib/money'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { type BalanceSearch, paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { Amount } from '../../ui/Amount'
import { DayField } from '../../ui/DayField'
import { Sum, Sums } from '../../ui/QuoteLines'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import classes from './Balance.module.css'
import { BalanceEntries, BalanceNow } from './billing.graphql'
import { DateRange } from './DateRange'
import { endOfDay } from './endOfDay'

const route = getRouteApi('/a/$account/balance')

type Entry = NonNullable<BalanceEntriesQuery['account']>['ledgerEntries']['nodes'][number]

const entriesOf = (data: BalanceEntriesQuery) => data.account?.ledgerEntries
const keyOf = (entry: Entry) => entry.id

/** What the vendor holds for the account, how it came about, and the invoices that are open. */
export function BalancePage() {
  const t = useText()
  const account = useAccount()
  return (
    <Page title={t('billing.balance')} zone={account.timeZone}>
      <Needs permission="READ_BILLING">
        <Held />
        <Entries />
      </Needs>
    </Page>
  )
}

/** Of its three sums, in rem; nothing below moves when they come. */
const sidesHeight = [6.8125]

function Held() {
  const t = useText()
  const account = useAccount()
  const { asOf } = route.useSearch()
  const { set } = useListSearch<BalanceSearch>()
  const at = asOf ? endOfDay(asOf, account.timeZone) : null
  const query = useQuery({ query: BalanceNow, variables: { account: account.id, at } })
  return (
    <div className={classes.columns}>
      <section className="panel stack">
        <div className="spread">
          <h2>{t('billing.yourCredit')}</h2>
          <DayField label={t('billing.asOf')} value={asOf} onChange={(day) => set({ asOf: day })} />
        </div>
        <Loaded query={query} skeleton={sidesHeight}>
          {(data) => (data.account ? <Sides balance={data.account.balance} /> : null)}
        </Loaded>
      </section>
      <section className="panel stack">
        <h2>{t('billing.openInvoices')}</h2>
        <Loaded query={query} skeleton={sidesHeight}>
          {({ account }) =>
            account && <OpenInvoices documents={account.documents.nodes} total={account.documents.totalCount} />
          }
        </Loaded>
      </section>
    </div>
  )
}

function Sides({ balance }: { balance: NonNullable<BalanceNowQuery['account']>['balance'] }) {
  const t = useText()
  return (
    <Sums>
      <Sum label={t('billing.fromCredits')} money={balance.fromCredits} />
      <Sum label={t('billing.fromGoodwill')} money={balance.fromGoodwill} />
      {!isZero(balance.held) && <Sum label={t('billing.held')} money={balance.held} />}
      <Sum label={t('billing.available')} money={balance.available} due />
    </Sums>
  )
}

/** The newest that are open; of many the way to all. */
function OpenInvoices({ documents, total }: { documents: readonly DocumentRowFragment[]; total: number }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  if (documents.length === 0) return <p className="muted">{t('billing.openInvoices.none')}</p>
  return (
    <>
      <ul className="plain-list rows">
        {documents.map((document) => (
          <li key={document.id} className="spread">
            <span className="stack-tight">
              <Link to={paths.document(account.id, document.id)} className="strong">
                {document.number}
              </Link>
              {document.__typename === 'Invoice' && (
                <span className="muted small">{t('billing.dueOn', { date: formats.date(document.dueDate) })}</span>
              )}
            </span>
            {document.__typename === 'Invoice' && <Amount money={document.settlement.open} />}
          </li>
        ))}
      </ul>
      {total > documents.length && (
        <Link to={paths.documents(account.id, { status: 'open' })}>
          {t('billing.openInvoices.all', { count: total })}
        </Link>
      )}
    </>
  )
}

function Entries() {
  const t = useText()
  const account = useAccount()
  const { from, to } = route.useSearch()
  const { set } = useListSearch<BalanceSearch>()
  const columns = useColumns()
  const pages = usePages(BalanceEntries, { account: account.id, from: from ?? null, to: to ?? null }, entriesOf)
  return (
    <section className="stack">
      <h2>{t('billing.entries')}</h2>
      <div className="filters">
        <DateRange range={{ from, to }} onChange={set} />
      </div>
      <PagedTable
        pages={pages}
        label={t('billing.entries')}
        columns={columns}
        rowKey={keyOf}
        filtered={Boolean(from || to)}
        all={paths.balance(account.id)}
        empty={<Empty title={t('billing.entries.none')} />}
      />
    </section>
  )
}

function useColumns(): readonly Column<Entry>[] {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return useMemo(
    () => [
      {
        id: 'date',
        header: t('billing.column.date'),
        width: '9rem',
        cell: (entry) => formats.briefDay(entry.enteredAt, account.timeZone),
      },
      {
        id: 'kind',
        header: t('billing.column.entry'),
        width: 'minmax(12rem, 2fr)',
        cell: (entry) => t(`billing.entry.${entry.kind}`),
      },
      {
        id: 'source',
        header: t('billing.column.source'),
        width: '8rem',
        cell: (entry) =>
          entry.documentId ? (
            <Link to={paths.document(account.id, entry.documentId)}>{t('billing.document')}</Link>
          ) : (
            entry.orderId && <Link to={paths.order(account.id, entry.orderId)}>{t('billing.column.order')}</Link>
          ),
      },
      {
        id: 'amount',
        header: t('billing.column.amount'),
        width: '8rem',
        numeric: true,
        cell: (entry) => <Amount money={entry.amount} />,
      },
      {
        id: 'change',
        header: t('billing.column.change'),
        width: '8rem',
        numeric: true,
        cell: (entry) => (isZero(entry.balanceChange) ? '—' : <Amount money={entry.balanceChange} />),
      },
      {
        id: 'after',
        header: t('billing.column.after'),
        width: '8rem',
        numeric: true,
        cell: (entry) => <Amount money={entry.balanceAfter} />,
      },
    ],
    [t, formats, account],
  )
}
