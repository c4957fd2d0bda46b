import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { UsersQuery } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { useListSearch } from '../../lib/listSearch'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { paths, type UsersSearch } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { FilterSelect } from '../../ui/FilterSelect'
import { SearchField } from '../../ui/SearchField'
import { Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import { InviteDialog } from './InviteDialog'
import { Users } from './users.graphql'

const route = getRouteApi('/a/$account/users')

type UserRow = NonNullable<UsersQuery['account']>['users']['nodes'][number]

const usersOf = (data: UsersQuery) => data.account?.users
const keyOf = (user: UserRow) => user.id

/** The people of the account who can be given a seat. */
export function UsersPage() {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const [inviting, dialog] = useDisclosure(false)
  return (
    <Page
      title={t('users.title')}
      zone={account.timeZone}
      actions={can('EDIT_ACCOUNT') && <Button onClick={dialog.open}>{t('users.invite')}</Button>}
    >
      <Needs permission="READ_SEATS">
        <UserList onInvite={dialog.open} />
        <InviteDialog opened={inviting} onClose={dialog.close} />
      </Needs>
    </Page>
  )
}

function UserList({ onInvite }: { onInvite: () => void }) {
  const t = useText()
  const can = useCan()
  const account = useAccount()
  const { q, status, sort = 'name', dir = 'asc' } = route.useSearch()
  const list = useListSearch<UsersSearch>()
  const columns = useColumns()
  const pages = usePages(
    Users,
    {
      account: account.id,
      filter: {
        search: q ?? null,
        status: status === 'deactivated' ? 'DEACTIVATED' : status === 'active' ? 'ACTIVE' : null,
      },
      orderBy: { field: sort === 'invited' ? 'INVITED_AT' : 'NAME', direction: dir === 'desc' ? 'DESC' : 'ASC' },
    },
    usersOf,
  )
  return (
    <div className="stack">
      <Filters />
      <PagedTable
        pages={pages}
        label={t('users.title')}
        columns={columns}
        rowKey={keyOf}
        sort={{ by: sort, direction: dir }}
        onSort={list.sort}
        filtered={Boolean(q || status)}
        all={paths.users(account.id)}
        empty={
          <Empty title={t('users.none')}>
            {can('EDIT_ACCOUNT') && <Button onClick={onInvite}>{t('users.invite')}</Button>}
          </Empty>
        }
      />
    </div>
  )
}

function Filters() {
  const t = useText()
  const { q, status } = route.useSearch()
  const list = useListSearch<UsersSearch>()
  return (
    <div className="filters">
      <SearchField label={t('users.search')} value={q ?? ''} onSearch={list.search} />
      <FilterSelect
        label={t('users.status')}
        value={status}
        words={{ active: t('users.status.ACTIVE'), deactivated: t('users.status.DEACTIVATED') }}
        onChange={(status) => list.set({ status })}
      />
    </div>
  )
}

function useColumns(): readonly Column<UserRow>[] {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('users.column.name'),
        width: 'minmax(9rem, 1.3fr)',
        sortable: true,
        cell: (user) => (
          <Link to={paths.user(account.id, user.id)} className="strong">
            {user.name}
          </Link>
        ),
      },
      {
        id: 'email',
        header: t('users.column.email'),
        width: 'minmax(9rem, 1.5fr)',
        cell: (user) => (
          <span className="muted" title={user.email}>
            {user.email}
          </span>
        ),
      },
      {
        id: 'seats',
        header: t('users.column.seats'),
        width: 'minmax(8rem, 1.2fr)',
        cell: (user) =>
          user.assignments.length > 0 ? (
            formats.list(user.assignments.map((seat) => seat.subscription.product.name))
          ) : (
            <span className="muted">{t('users.noSeat')}</span>
          ),
      },
      {
        id: 'status',
        header: t('users.status'),
        width: '7.5rem',
        cell: (user) => (
          <Status kind={user.status === 'ACTIVE' ? 'good' : 'neutral'}>{t(`users.state.${user.status}`)}</Status>
        ),
      },
      {
        id: 'invited',
        header: t('users.column.invited'),
        width: '7.5rem',
        sortable: true,
        cell: (user) => formats.briefDay(user.invitedAt, account.timeZone),
      },
    ],
    [t, formats, account],
  )
}
