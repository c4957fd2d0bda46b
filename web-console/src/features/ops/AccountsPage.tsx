import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { OpsAccountsQuery } from '../../gql/graphql'
import { useListSearch } from '../../lib/listSearch'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { type AccountsSearch, paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { ForVendor } from '../../lib/viewer'
import { FilterSelect } from '../../ui/FilterSelect'
import { SearchField } from '../../ui/SearchField'
import { Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import { OpsAccounts } from './ops.graphql'

const route = getRouteApi('/vendor/ops/accounts')

type AccountRow = OpsAccountsQuery['accounts']['nodes'][number]

const accountsOf = (data: OpsAccountsQuery) => data.accounts
const keyOf = (account: AccountRow) => account.id

/** Every account that the vendor's person may see. */
export function AccountsPage() {
  const t = useText()
  return (
    <Page title={t('ops.accounts')}>
      <ForVendor>
        <AccountList />
      </ForVendor>
    </Page>
  )
}

function AccountList() {
  const t = useText()
  const { q, type, status, sort = 'name', dir = 'asc' } = route.useSearch()
  const list = useListSearch<AccountsSearch>()
  const columns = useColumns()
  const pages = usePages(
    OpsAccounts,
    {
      filter: {
        search: q ?? null,
        kind: type ? (type === 'corporate' ? 'CORPORATE' : 'SELF_SERVICE') : null,
        status: status ? (status === 'closed' ? 'CLOSED' : 'ACTIVE') : null,
      },
      orderBy: { field: sort === 'created' ? 'CREATED_AT' : 'NAME', direction: dir === 'desc' ? 'DESC' : 'ASC' },
    },
    accountsOf,
  )
  return (
    <div className="stack">
      <Filters />
      <PagedTable
        pages={pages}
        label={t('ops.accounts')}
        columns={columns}
        rowKey={keyOf}
        sort={{ by: sort, direction: dir }}
        onSort={list.sort}
        filtered={Boolean(q || type || status)}
        all={paths.opsAccounts()}
        empty={<Empty title={t('ops.accounts.none')} />}
      />
    </div>
  )
}

function Filters() {
  const t = useText()
  const { q, type, status } = route.useSearch()
  const list = useListSearch<AccountsSearch>()
  return (
    <div className="filters">
      <SearchField label={t('ops.search')} value={q ?? ''} onSearch={list.search} />
      <FilterSelect
        label={t('ops.kind')}
        value={type}
        words={{ 'self-service': t('ops.kind.SELF_SERVICE'), corporate: t('ops.kind.CORPORATE') }}
        onChange={(type) => list.set({ type })}
      />
      <FilterSelect
        label={t('ops.status')}
        value={status}
        words={{ active: t('ops.status.ACTIVE'), closed: t('ops.status.CLOSED') }}
        onChange={(status) => list.set({ status })}
      />
    </div>
  )
}

function useColumns(): readonly Column<AccountRow>[] {
  const t = useText()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('ops.column.name'),
        width: 'minmax(14rem, 2fr)',
        sortable: true,
        cell: (account) => (
          <Link to={paths.account(account.id)} className="strong">
            {account.name}
          </Link>
        ),
      },
      {
        id: 'externalId',
        header: t('ops.column.externalId'),
        width: 'minmax(8rem, 1fr)',
        cell: (account) => account.externalId,
      },
      {
        id: 'kind',
        header: t('ops.kind'),
        width: '9rem',
        cell: (account) => t(`ops.kind.${account.kind}`),
      },
      {
        id: 'place',
        header: t('ops.column.place'),
        width: '8rem',
        cell: (account) => `${account.country} · ${account.currency}`,
      },
      {
        id: 'status',
        header: t('ops.status'),
        width: '8rem',
        cell: (account) => (
          <Status kind={account.status === 'ACTIVE' ? 'good' : 'neutral'}>{t(`ops.status.${account.status}`)}</Status>
        ),
      },
    ],
    [t],
  )
}
