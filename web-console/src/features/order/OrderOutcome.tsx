import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { OrderViewFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { leaveForBank } from '../../lib/bank'
import { isZero } from '../../lib/money'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { Note } from '../../ui/Status'
import { UndoScheduling } from './UndoScheduling'

/** How the order came out, and what comes next. */
export function OrderOutcome({ order, asking }: { order: OrderViewFragment; asking: boolean }) {
  switch (order.state) {
    case 'PLACED':
      return <Placed order={order} />
    case 'VOIDED':
      return <Voided order={order} />
    default:
      return <Pending order={order} asking={asking} />
  }
}

function Placed({ order }: { order: OrderViewFragment }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const can = useCan()
  const open = order.invoice?.settlement.state === 'OPEN'
  const paid = isZero(order.amountDue)
    ? t('order.placed.nothing')
    : t(open ? 'order.placed.open' : 'order.placed.paid', { amount: formats.money(order.amountDue) })
  const mail = order.mails[0]
  const free = order.lines.find(
    (line) => line.effective === 'NOW' && line.subscription && line.subscription.seatsFree > 0,
  )
  return (
    <>
      <Note kind="good" role="status" title={t('order.placed')}>
        <p>{paid}</p>
        <p>
          {mail ? <Link to={paths.mail(account.id, mail.id)}>{t('order.placed.mailed')}</Link> : t('order.placed.mail')}
        </p>
        {free && can('ASSIGN_SEATS') && (
          <div>
            <Button component={Link} {...{ to: paths.seats(account.id, free.subscriptionId) }}>
              {t('order.assign')}
            </Button>
          </div>
        )}
      </Note>
      <UndoScheduling order={order} />
    </>
  )
}

function Pending({ order, asking }: { order: OrderViewFragment; asking: boolean }) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const action = order.paymentAction
  if (action && !asking) {
    return (
      <Note kind="neutral" role="status" title={t('order.bank')}>
        <p>{t('order.bank.text')}</p>
        {can('BUY') && (
          <div>
            <Button onClick={() => leaveForBank(paths.order(account.id, order.id), action.redirectUrl)}>
              {t('order.bank.go')}
            </Button>
          </div>
        )}
      </Note>
    )
  }
  return (
    <Note kind="neutral" role="status" title={t('order.pending')}>
      <p>{t('order.pending.text')}</p>
    </Note>
  )
}

function Voided({ order }: { order: OrderViewFragment }) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  return (
    <Note kind="bad" role="status" title={t(`order.voided.${order.voidReason ?? 'CANCELED'}`)}>
      <p>{t('order.voided.text')}</p>
      {can('BUY') && (
        <div>
          <Button component={Link} {...{ to: paths.cart(account.id) }}>
            {t('order.voided.cart')}
          </Button>
        </div>
      )}
    </Note>
  )
}
