import { NativeSelect } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { DocumentRowFragment, DocumentsQuery, SettlementState } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { type DocumentsSearch, paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { Amount } from '../../ui/Amount'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import { Documents } from './billing.graphql'
import { DateRange } from './DateRange'
import { DocumentStatus } from './documentStatus'

const route = getRouteApi('/a/$account/documents')

const documentsOf = (data: DocumentsQuery) => data.account?.documents
const keyOf = (document: DocumentRowFragment) => document.id
const types = { invoice: 'INVOICE', 'credit-note': 'CREDIT_NOTE' } as const
const stati: Record<string, SettlementState> = { open: 'OPEN', paid: 'PAID', uncollectible: 'UNCOLLECTIBLE' }

/** Invoices and credit notes, newest first. */
export function DocumentsPage() {
  const t = useText()
  return (
    <Page title={t('billing.documents')}>
      <Needs permission="READ_BILLING">
        <DocumentList />
      </Needs>
    </Page>
  )
}

function DocumentList() {
  const t = useText()
  const account = useAccount()
  const { type, status, from, to } = route.useSearch()
  const filtered = Boolean(type || status || from || to)
  const columns = useColumns()
  const pages = usePages(
    Documents,
    {
      account: account.id,
      type: type ? types[type] : null,
      status: status ? (stati[status] ?? null) : null,
      from: from ?? null,
      to: to ?? null,
    },
    documentsOf,
  )
  return (
    <div className="stack">
      <Filters />
      <PagedTable
        pages={pages}
        label={t('billing.documents')}
        columns={columns}
        rowKey={keyOf}
        empty={
          <Empty title={t(filtered ? 'billing.none.found' : 'billing.documents.none')}>
            {filtered && <Link to={paths.documents(account.id)}>{t('billing.none.clear')}</Link>}
          </Empty>
        }
      />
    </div>
  )
}

function Filters() {
  const t = useText()
  const { type, status, from, to } = route.useSearch()
  const navigate = route.useNavigate()
  const set = (changed: DocumentsSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  return (
    <div className="filters">
      <NativeSelect
        label={t('billing.type')}
        value={type ?? ''}
        onChange={(event) => set({ type: (event.target.value || undefined) as DocumentsSearch['type'] })}
        data={[
          { value: '', label: t('billing.any') },
          { value: 'invoice', label: t('billing.type.Invoice') },
          { value: 'credit-note', label: t('billing.type.CreditNote') },
        ]}
      />
      <NativeSelect
        label={t('billing.settled')}
        value={status ?? ''}
        onChange={(event) => set({ status: (event.target.value || undefined) as DocumentsSearch['status'] })}
        data={[
          { value: '', label: t('billing.any') },
          ...Object.entries(stati).map(([value, each]) => ({ value, label: t(`billing.settled.${each}`) })),
        ]}
      />
      <DateRange range={{ from, to }} onChange={set} />
    </div>
  )
}

function useColumns(): readonly Column<DocumentRowFragment>[] {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('billing.column.number'),
        width: 'minmax(10rem, 1fr)',
        cell: (document) => (
          <Link to={paths.document(account.id, document.id)} className="strong">
            {document.number}
          </Link>
        ),
      },
      {
        id: 'type',
        header: t('billing.type'),
        width: 'minmax(8rem, 1fr)',
        cell: (document) => t(`billing.type.${document.__typename}`),
      },
      {
        id: 'date',
        header: t('billing.column.issued'),
        width: '9rem',
        cell: (document) => formats.briefDay(`${document.issueDate}T12:00:00Z`, 'UTC'),
      },
      {
        id: 'status',
        header: t('billing.settled'),
        width: '9rem',
        cell: (document) => <DocumentStatus document={document} />,
      },
      {
        id: 'total',
        header: t('billing.column.total'),
        width: '11rem',
        numeric: true,
        cell: (document) => <Amount money={document.total} credit={document.__typename === 'CreditNote'} />,
      },
    ],
    [t, formats, account],
  )
}
