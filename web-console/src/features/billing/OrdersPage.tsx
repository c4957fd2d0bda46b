import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { OrderState, OrdersQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { useListSearch } from '../../lib/listSearch'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { PagedTable } from '../../lib/PagedTable'
import { type OrdersSearch, paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { usePages } from '../../lib/usePages'
import { Amount } from '../../ui/Amount'
import { FilterSelect } from '../../ui/FilterSelect'
import { Status, type StatusKind } from '../../ui/Status'
import { Empty } from '../../ui/states'
import type { Column } from '../../ui/Table'
import { Orders } from './billing.graphql'

const route = getRouteApi('/a/$account/orders')

type OrderRow = NonNullable<OrdersQuery['account']>['orders']['nodes'][number]

const ordersOf = (data: OrdersQuery) => data.account?.orders
const keyOf = (order: OrderRow) => order.id
const states = { pending: 'PENDING_PAYMENT', placed: 'PLACED', voided: 'VOIDED' } as const
const kinds: Record<OrderState, StatusKind> = { PENDING_PAYMENT: 'neutral', PLACED: 'good', VOIDED: 'bad' }

/** What was ordered, newest first. */
export function OrdersPage() {
  const t = useText()
  const account = useAccount()
  return (
    <Page title={t('billing.orders')} zone={account.timeZone}>
      <Needs permission="READ_BILLING">
        <OrderList />
      </Needs>
    </Page>
  )
}

function OrderList() {
  const t = useText()
  const account = useAccount()
  const { set } = useListSearch<OrdersSearch>()
  const { state } = route.useSearch()
  const pages = usePages(Orders, { account: account.id, state: state ? states[state] : null }, ordersOf)
  const columns = useColumns()
  return (
    <div className="stack">
      <div className="filters">
        <FilterSelect
          label={t('billing.state')}
          value={state}
          words={{
            pending: t('billing.order.PENDING_PAYMENT'),
            placed: t('billing.order.PLACED'),
            voided: t('billing.order.VOIDED'),
          }}
          onChange={(state) => set({ state })}
        />
      </div>
      <PagedTable
        pages={pages}
        label={t('billing.orders')}
        columns={columns}
        rowKey={keyOf}
        filtered={Boolean(state)}
        all={paths.orders(account.id)}
        empty={
          <Empty title={t('billing.orders.none')}>
            <Link to={paths.account(account.id)}>{t('billing.home')}</Link>
          </Empty>
        }
      />
    </div>
  )
}

function useColumns(): readonly Column<OrderRow>[] {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('billing.column.order'),
        width: '6rem',
        cell: (order) => (
          <Link to={paths.order(account.id, order.id)} className="strong">
            {order.number}
          </Link>
        ),
      },
      {
        id: 'date',
        header: t('billing.column.date'),
        width: '8rem',
        cell: (order) => formats.briefDay(order.createdAt, account.timeZone),
      },
      {
        id: 'lines',
        header: t('billing.column.lines'),
        width: 'minmax(12rem, 1fr)',
        cell: (order) =>
          formats.list(
            order.lines.map((line) =>
              t('billing.line', { product: line.product.name, before: line.previousSeats, after: line.seats }),
            ),
          ),
      },
      {
        id: 'state',
        header: t('billing.state'),
        width: '10rem',
        cell: (order) => <Status kind={kinds[order.state]}>{t(`billing.order.${order.state}`)}</Status>,
      },
      {
        id: 'due',
        header: t('billing.column.due'),
        width: '9rem',
        numeric: true,
        cell: (order) => <Amount money={order.amountDue} />,
      },
    ],
    [t, formats, account],
  )
}
