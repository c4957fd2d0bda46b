import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { DocumentRowFragment, DocumentsQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { useListSearch } from '../../lib/listSearch'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { type DocumentsSearch, paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { Amount } from '../../ui/Amount'
import { FilterSelect } from '../../ui/FilterSelect'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import { Documents } from './billing.graphql'
import { DateRange } from './DateRange'
import { DocumentStatus } from './documentStatus'

const route = getRouteApi('/a/$account/documents')

const documentsOf = (data: DocumentsQuery) => data.account?.documents
const keyOf = (document: DocumentRowFragment) => document.id
const types = { invoice: 'INVOICE', 'credit-note': 'CREDIT_NOTE' } as const
const stati = { open: 'OPEN', paid: 'PAID', uncollectible: 'UNCOLLECTIBLE' } as const

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
  const columns = useColumns()
  const pages = usePages(
    Documents,
    {
      account: account.id,
      type: type ? types[type] : null,
      status: status ? stati[status] : null,
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
        filtered={Boolean(type || status || from || to)}
        all={paths.documents(account.id)}
        empty={<Empty title={t('billing.documents.none')} />}
      />
    </div>
  )
}

function Filters() {
  const t = useText()
  const { type, status, from, to } = route.useSearch()
  const { set } = useListSearch<DocumentsSearch>()
  return (
    <div className="filters">
      <FilterSelect
        label={t('billing.type')}
        value={type}
        words={{ invoice: t('billing.type.Invoice'), 'credit-note': t('billing.type.CreditNote') }}
        onChange={(type) => set({ type })}
      />
      <FilterSelect
        label={t('billing.settled')}
        value={status}
        words={{
          open: t('billing.settled.OPEN'),
          paid: t('billing.settled.PAID'),
          uncollectible: t('billing.settled.UNCOLLECTIBLE'),
        }}
        onChange={(status) => set({ status })}
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
