import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import type { OrderViewFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { useCartRecount } from '../../lib/cartCount'
import { Loaded } from '../../lib/Loaded'
import { Missing } from '../../lib/Missing'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { useWatch } from '../../lib/useWatch'
import { OrderDetails } from './OrderDetails'
import { OrderOutcome } from './OrderOutcome'
import { useReleased } from './OrderReleased'
import { OneOrder } from './order.graphql'
import { useBankReturn } from './useBankReturn'

const route = getRouteApi('/a/$account/orders/$order')

/** An order as it stands: done, waiting for its payment, or voided. */
export function OrderPage() {
  const t = useText()
  const account = useAccount()
  const { order: id } = route.useParams()
  const query = useKept(useQuery({ query: OneOrder, variables: { order: id }, requestPolicy: 'cache-and-network' }))
  const [{ data }, again] = query
  const released = useReleased(id)
  const asking = useBankReturn(id, account.id)
  const pending = data?.order?.state === 'PENDING_PAYMENT'
  useRecount(pending, account.id)
  useWatch(pending || awaitsMail(data?.order), () => again({ requestPolicy: 'network-only' }))

  const crumbs = [
    { label: t('order.home'), path: paths.account(account.id) },
    { label: t('order.orders'), path: paths.orders(account.id) },
  ]
  if (data && !data.order) return <Missing />
  const title = data?.order ? titleOf(t, data.order) : t('order.title')
  return (
    <Page title={title} crumbs={crumbs}>
      <Needs permission="READ_BILLING">
        <Loaded query={query} skeleton={[5, 14]}>
          {({ order }) =>
            order && (
              <>
                <OrderOutcome order={order} asking={asking} />
                <OrderDetails order={order} released={released} />
              </>
            )
          }
        </Loaded>
      </Needs>
    </Page>
  )
}

/** How long the confirmation's mail is looked for. */
const mailTime = 60_000

/** The mail of an order that was placed a moment ago is written a moment after it. */
function awaitsMail(order: OrderViewFragment | null | undefined) {
  if (order?.state !== 'PLACED' || order.mails.length > 0 || !order.placedAt) return false
  return Date.now() - Date.parse(order.placedAt) < mailTime
}

function titleOf(t: ReturnType<typeof useText>, order: OrderViewFragment) {
  return t(`order.title.${order.state}`, { number: order.number })
}

/** The cart that an order held is free, or gone, once the order waits no longer. */
function useRecount(pending: boolean, account: string) {
  const recount = useCartRecount(account)
  const waited = useRef(false)
  useEffect(() => {
    if (waited.current && !pending) recount()
    waited.current = pending
  }, [pending, recount])
}
