import { Link } from '@tanstack/react-router'
import type { AttentionOfAccountFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { Status, type StatusKind } from '../../ui/Status'
import classes from './Home.module.css'

const kinds: Record<AttentionOfAccountFragment['severity'], StatusKind> = {
  URGENT: 'bad',
  WARNING: 'warn',
  NOTICE: 'neutral',
}

const order: readonly AttentionOfAccountFragment['severity'][] = ['URGENT', 'WARNING', 'NOTICE']

/** The most urgent first, whichever list it came in; within a severity the lists keep their order. */
export function bySeverity(items: readonly AttentionOfAccountFragment[]) {
  return items.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
}

/** What wants attention, in the server's sentences, each with the page where something can be done about it. */
export function Attention({ items }: { items: readonly AttentionOfAccountFragment[] }) {
  const t = useText()
  if (items.length === 0) return null
  return (
    <section aria-label={t('home.attention')}>
      <ul className={classes.attention}>
        {bySeverity(items).map((item) => (
          <li key={`${item.kind} ${item.subscriptionId} ${item.message}`}>
            <Status kind={kinds[item.severity]}>{item.message}</Status>
            <Next item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Next({ item }: { item: AttentionOfAccountFragment }) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const target = targetOf(item, account.id, can('BUY'))
  const kind = item.kind === 'SEATS_FULL' && !can('BUY') ? 'SEATS_UNUSED' : item.kind
  return target && <Link to={target}>{t(`home.attention.${kind}`)}</Link>
}

function targetOf(item: AttentionOfAccountFragment, account: string, buyer: boolean) {
  switch (item.kind) {
    case 'ORDER_PENDING':
      return item.orderId && paths.order(account, item.orderId)
    case 'INVOICE_OVERDUE':
      return item.documentId && paths.document(account, item.documentId)
    case 'PAYMENT_METHOD_EXPIRED':
    case 'PAYMENT_METHOD_MISSING':
    case 'PAYMENT_METHOD_EXPIRING':
      return paths.paymentMethods(account)
    case 'TAX_ID_UNCONFIRMED':
      return paths.taxIds(account)
    case 'REQUEST_OPEN':
      return item.requestId && paths.requestDetail(account, item.requestId)
    case 'SEATS_FULL':
      return (
        item.subscriptionId &&
        (buyer ? paths.change(account, item.subscriptionId) : paths.seats(account, item.subscriptionId))
      )
    default:
      return item.subscriptionId && paths.seats(account, item.subscriptionId)
  }
}
