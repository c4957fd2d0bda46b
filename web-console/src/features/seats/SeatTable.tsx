import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useAccount, useCan } from '../../lib/account'
import { usePageKeys } from '../../lib/keys'
import { useListSearch } from '../../lib/listSearch'
import { PagedTable } from '../../lib/PagedTable'
import { paths, type SeatsSearch } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import { ChangeBar } from './ChangeBar'
import type { Action } from './calls'
import { LargeChangeDialog } from './LargeChangeDialog'
import type { SeatRow } from './rows'
import type { SeatedSubscription } from './SeatedSubscription'
import { SelectionBar } from './SelectionBar'
import { useSelection } from './selection'
import { TransferDialog } from './TransferDialog'
import { useConcerned } from './useConcerned'
import { useSeatChange } from './useSeatChange'
import type { SeatRows } from './useSeatRows'

const route = getRouteApi('/a/$account/s/$sub')
const keyOf = (row: SeatRow) => row.userId

export function SeatTable({ subscription, pages }: { subscription: SeatedSubscription; pages: SeatRows }) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const { tab, q, who, idle } = route.useSearch()
  const list = useListSearch<SeatsSearch>()
  const selection = useSelection(pages.list, keyOf)
  const change = useSeatChange(subscription, pages, selection)
  const concerned = useConcerned(pages, selection.selection, change.busy)
  const [giving, setGiving] = useState<SeatRow>()
  const columns = useColumns(subscription, { change: change.ask, transfer: setGiving, busy: change.busy })
  const top = useRef<HTMLDivElement>(null)
  usePageKeys({ Escape: selection.clear })

  const all = pages.rows.length > 0 && pages.rows.every(selection.has)
  return (
    <div ref={top} className="stack">
      <PagedTable
        pages={pages}
        empty={<Nobody subscription={subscription} />}
        filtered={Boolean(q || who || idle)}
        all={paths.seats(account.id, subscription.id, { tab })}
        label={t('seats.table')}
        columns={columns}
        rowKey={keyOf}
        sort={pages.sort}
        onSort={list.sort}
        {...(can('ASSIGN_SEATS') && {
          choice: {
            has: selection.has,
            toggle: selection.toggle,
            name: (row: SeatRow) => t('seats.choose', { name: row.name }),
            all,
            some: pages.rows.some(selection.has),
            toggleAll: () => (all ? selection.clear() : selection.chooseRows(pages.rows)),
            allLabel: t('seats.chooseAll'),
          },
        })}
      />
      <div className="bars">
        <ChangeBar change={change} subscription={subscription} />
        <SelectionBar
          subscription={subscription}
          selection={selection}
          concerned={concerned}
          total={pages.total ?? 0}
          loaded={pages.rows.length}
          busy={change.busy}
          onChange={change.askForSelection}
          onTransfer={setGiving}
        />
      </div>
      <LargeChangeDialog change={change} />
      <TransferDialog
        subscription={subscription}
        from={giving}
        onClose={() => setGiving(undefined)}
        onDone={(seat) => {
          if (giving) pages.transferred(giving.userId, seat)
          selection.clear()
        }}
      />
    </div>
  )
}

/** An empty list says what is next. */
function Nobody({ subscription }: { subscription: SeatedSubscription }) {
  const t = useText()
  const account = useAccount()
  const { tab = 'all' } = route.useSearch()
  return (
    <Empty title={t(`seats.none.${tab}`)}>
      {tab === 'seated' ? (
        <Link to={paths.seats(account.id, subscription.id, { tab: 'free' })}>{t('seats.assign')}</Link>
      ) : (
        <Link to={paths.users(account.id)}>{t('seats.users')}</Link>
      )}
    </Empty>
  )
}

interface RowActions {
  change: (action: Action, row: SeatRow) => void
  transfer: (row: SeatRow) => void
  busy: boolean
}

function useColumns(subscription: SeatedSubscription, actions: RowActions): readonly Column<SeatRow>[] {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const can = useCan()
  const { tab = 'all' } = route.useSearch()
  const { change, transfer, busy } = actions
  return useMemo(() => {
    const day = (instant: string) => formats.briefDay(instant, account.timeZone)
    const person: Column<SeatRow> = {
      id: 'name',
      header: t('seats.column.name'),
      width: 'minmax(10rem, 1.7fr)',
      sortable: true,
      cell: (row) => (
        <Link to={paths.user(account.id, row.userId)} className="strong">
          {row.name}
        </Link>
      ),
    }
    const email: Column<SeatRow> = {
      id: 'email',
      header: t('seats.column.email'),
      width: 'minmax(6rem, 1.2fr)',
      cell: (row) => (
        <span className="muted" title={row.email}>
          {row.email}
        </span>
      ),
    }
    const seat: Column<SeatRow>[] = [
      {
        id: 'since',
        header: t('seats.column.since'),
        width: '6.25rem',
        sortable: tab === 'seated',
        cell: ({ seat }) => seat && day(seat.assignedAt),
      },
      {
        id: 'signIn',
        header: t('seats.column.signIn'),
        width: '7rem',
        sortable: tab === 'seated',
        cell: ({ seat }) =>
          seat && (seat.lastSignInAt ? day(seat.lastSignInAt) : <span className="muted">{t('seats.never')}</span>),
      },
      {
        id: 'by',
        header: t('seats.column.by'),
        width: '6rem',
        cell: ({ seat }) => seat && <By name={seat.assignedByName ?? t('seats.bySystem')} />,
      },
    ]
    const state: Column<SeatRow> = {
      id: 'state',
      header: t('seats.column.state'),
      width: '7rem',
      cell: ({ seat }) =>
        seat?.releasing ? (
          <Status kind="neutral">{t('seats.releasing')}</Status>
        ) : seat ? (
          <Status kind="good">{t('seats.seated')}</Status>
        ) : (
          <span className="muted">{t('seats.unseated')}</span>
        ),
    }
    const buttons: Column<SeatRow> = {
      id: 'actions',
      header: t('seats.column.actions'),
      width: tab === 'free' ? '5.5rem' : '11.5rem',
      actions: true,
      cell: (row) => (
        <RowButtons row={row} subscription={subscription} change={change} transfer={transfer} busy={busy} />
      ),
    }
    return [
      person,
      email,
      ...(tab === 'all' ? [state] : []),
      ...(tab === 'free' ? [] : seat),
      ...(can('ASSIGN_SEATS') ? [buttons] : []),
    ]
  }, [t, formats, account, can, tab, subscription, change, transfer, busy])
}

/** The whole name is there for those who point at it. */
function By({ name }: { name: string }) {
  return <span title={name}>{name}</span>
}

function RowButtons(props: { row: SeatRow; subscription: SeatedSubscription } & RowActions) {
  const { row, change, transfer, busy } = props
  const t = useText()
  const button = (label: string, onClick: () => void) => (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-disabled={busy}
      aria-label={t('seats.forUser', { action: label, name: row.name })}
      onClick={() => !busy && onClick()}
    >
      {label}
    </Button>
  )
  if (!row.seat) return button(t('seats.assign'), () => change('assign', row))
  return (
    <>
      {!row.seat.releasing && button(t('seats.transfer'), () => transfer(row))}
      {button(t('seats.release'), () => change('release', row))}
    </>
  )
}
