import { NativeSelect } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { OpsAccountsQuery } from '../../gql/graphql'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { type AccountsSearch, paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { ForVendor } from '../../lib/viewer'
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
  const navigate = route.useNavigate()
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
        onSort={({ by, direction }) =>
          navigate({
            search: (before) => ({ ...before, sort: by as 'name', dir: direction }),
            replace: true,
            resetScroll: false,
          })
        }
        empty={
          <Empty title={t('ops.none.found')}>
            <Link to={paths.opsAccounts()}>{t('ops.none.clear')}</Link>
          </Empty>
        }
      />
    </div>
  )
}

function Filters() {
  const t = useText()
  const { q, type, status } = route.useSearch()
  const navigate = route.useNavigate()
  const set = useCallback(
    (changed: AccountsSearch) =>
      navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  )
  const search = useCallback((text: string) => set({ q: text || undefined }), [set])
  return (
    <div className="filters">
      <SearchField label={t('ops.search')} value={q ?? ''} onSearch={search} />
      <NativeSelect
        label={t('ops.kind')}
        value={type ?? ''}
        onChange={(event) => set({ type: (event.target.value || undefined) as AccountsSearch['type'] })}
        data={[
          { value: '', label: t('ops.any') },
          { value: 'self-service', label: t('ops.kind.SELF_SERVICE') },
          { value: 'corporate', label: t('ops.kind.CORPORATE') },
        ]}
      />
      <NativeSelect
        label={t('ops.status')}
        value={status ?? ''}
        onChange={(event) => set({ status: (event.target.value || undefined) as AccountsSearch['status'] })}
        data={[
          { value: '', label: t('ops.any') },
          { value: 'active', label: t('ops.status.ACTIVE') },
          { value: 'closed', label: t('ops.status.CLOSED') },
        ]}
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
