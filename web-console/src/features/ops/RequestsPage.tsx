import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { OpsRequestsQuery, RequestState } from '../../gql/graphql'
import { useListSearch } from '../../lib/listSearch'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { paths, type RequestsSearch } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { ForVendor } from '../../lib/viewer'
import { FilterSelect } from '../../ui/FilterSelect'
import { Status, type StatusKind } from '../../ui/Status'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import { OpsRequests } from './ops.graphql'

const route = getRouteApi('/vendor/ops/requests')

type RequestRow = OpsRequestsQuery['requests']['nodes'][number]

const requestsOf = (data: OpsRequestsQuery) => data.requests
const keyOf = (request: RequestRow) => request.id
const states = { open: 'OPEN', quoted: 'QUOTED', closed: 'CLOSED' } as const
const kinds: Record<RequestState, StatusKind> = { OPEN: 'warn', QUOTED: 'neutral', CLOSED: 'neutral' }

/** What corporate accounts asked for, newest first. */
export function RequestsPage() {
  const t = useText()
  return (
    <Page title={t('ops.requests')} zone="UTC">
      <ForVendor>
        <RequestList />
      </ForVendor>
    </Page>
  )
}

function RequestList() {
  const t = useText()
  const { state } = route.useSearch()
  const { set } = useListSearch<RequestsSearch>()
  const columns = useColumns()
  const pages = usePages(OpsRequests, { filter: { state: state ? states[state] : null } }, requestsOf)
  return (
    <div className="stack">
      <div className="filters">
        <FilterSelect
          label={t('ops.requests.state')}
          value={state}
          words={{
            open: t('ops.requests.OPEN'),
            quoted: t('ops.requests.QUOTED'),
            closed: t('ops.requests.CLOSED'),
          }}
          onChange={(state) => set({ state })}
        />
      </div>
      <PagedTable
        pages={pages}
        label={t('ops.requests')}
        columns={columns}
        rowKey={keyOf}
        filtered={Boolean(state)}
        all={paths.opsRequests()}
        empty={<Empty title={t('ops.requests.none')} />}
      />
    </div>
  )
}

function useColumns(): readonly Column<RequestRow>[] {
  const t = useText()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('ops.requests.number'),
        width: '7rem',
        cell: (request) => (
          <Link to={paths.requestDetail(request.accountId, request.id)} className="strong">
            {request.number}
          </Link>
        ),
      },
      {
        id: 'account',
        header: t('ops.column.name'),
        width: 'minmax(12rem, 2fr)',
        cell: (request) => <Link to={paths.account(request.accountId)}>{request.accountName}</Link>,
      },
      {
        id: 'contact',
        header: t('ops.requests.contact'),
        width: 'minmax(9rem, 1fr)',
        cell: (request) => request.contactName,
      },
      {
        id: 'date',
        header: t('ops.requests.date'),
        width: '9rem',
        cell: (request) => formats.briefDay(request.createdAt, 'UTC'),
      },
      {
        id: 'state',
        header: t('ops.requests.state'),
        width: '9rem',
        cell: (request) => <Status kind={kinds[request.state]}>{t(`ops.requests.${request.state}`)}</Status>,
      },
    ],
    [t, formats],
  )
}
