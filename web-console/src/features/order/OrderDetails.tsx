import { Link } from '@tanstack/react-router'
import type { OrderViewFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { isZero } from '../../lib/money'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { Sum, Sums } from '../../ui/QuoteLines'
import classes from './Order.module.css'
import { Foreseen, OrderReleased, type Released, type ReleasedOf } from './OrderReleased'

type Line = OrderViewFragment['lines'][number]

/** What was ordered: seats, dates, sums and the documents about it. */
export function OrderDetails({ order, released }: { order: OrderViewFragment; released: ReleasedOf }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return (
    <div className={classes.order}>
      <section className={classes.lines} aria-label={t('order.lines')}>
        {order.lines.map((line) => (
          <OrderLine key={line.id} line={line} order={order.id} released={released(line.id)} />
        ))}
      </section>
      <section className={classes.sums} aria-label={t('order.sums')}>
        <Sums>
          <Sum label={t('order.charges')} money={order.charges} />
          {!isZero(order.credits) && <Sum label={t('order.credits')} money={order.credits} credit />}
          {!isZero(order.carriedInvoices) && <Sum label={t('order.carried')} money={order.carriedInvoices} />}
          {!isZero(order.balanceApplied) && (
            <Sum label={t('order.balanceApplied')} money={order.balanceApplied} credit />
          )}
          {!isZero(order.balanceAdded) && <Sum label={t('order.balanceAdded')} money={order.balanceAdded} />}
          {order.state === 'VOIDED' ? (
            <Sum label={t('order.notCharged')} money={order.amountDue} total />
          ) : (
            <Sum label={t(isPaid(order) ? 'order.paid' : 'order.due')} money={order.amountDue} due />
          )}
        </Sums>
        <p className="muted small">
          {t('order.created', { date: formats.moment(order.createdAt, account.timeZone), zone: account.timeZone })}
          {order.purchaseOrderNumber && <> {t('order.reference', { reference: order.purchaseOrderNumber })}</>}
        </p>
        <Documents order={order} />
      </section>
    </div>
  )
}

function isPaid(order: OrderViewFragment) {
  return order.state === 'PLACED' && order.invoice?.settlement.state === 'PAID'
}

function Documents({ order }: { order: OrderViewFragment }) {
  const t = useText()
  const account = useAccount()
  if (!order.invoice && !order.creditNote && order.mails.length === 0) return null
  return (
    <ul className="plain-list link-list">
      {order.invoice && (
        <li>
          <Link to={paths.document(account.id, order.invoice.id)}>
            {t('order.invoice', { number: order.invoice.number })}
          </Link>
        </li>
      )}
      {order.creditNote && (
        <li>
          <Link to={paths.document(account.id, order.creditNote.id)}>
            {t('order.creditNote', { number: order.creditNote.number })}
          </Link>
        </li>
      )}
      {order.mails.map((mail) => (
        <li key={mail.id}>
          <Link to={paths.mail(account.id, mail.id)}>{t('order.mail', { subject: mail.subject })}</Link>
        </li>
      ))}
    </ul>
  )
}

function OrderLine({ line, order, released }: { line: Line; order: string; released: Released }) {
  const t = useText()
  const formats = useFormats()
  const zone = line.timeZone
  const noun = line.seats === 1 ? line.product.seatNoun.one : line.product.seatNoun.other
  return (
    <article className={classes.line}>
      <div className="spread">
        <h2>{line.product.name}</h2>
        <span className="muted">{line.plan.name}</span>
      </div>
      {line.kind === 'CANCELLATION' && <p className="strong">{t('order.ends')}</p>}
      <p>
        <span className="strong">
          {line.kind === 'NEW'
            ? formats.number(line.seats)
            : `${formats.number(line.previousSeats)} → ${formats.number(line.seats)}`}
        </span>{' '}
        {noun}
      </p>
      {line.effective === 'AT_RENEWAL' && line.periodEndAt && (
        <p>{t('order.atRenewal', { date: formats.day(line.periodEndAt, zone) })}</p>
      )}
      {line.effective === 'NOW' && line.periodStartAt && line.periodEndAt && (
        <p>
          {t('order.period', {
            start: formats.day(line.periodStartAt, zone),
            end: formats.day(line.periodEndAt, zone),
          })}
        </p>
      )}
      {line.subscription?.scheduledChange?.orderId === order ? (
        <Foreseen rule={line.subscription.scheduledChange.releaseRule} released={released} />
      ) : (
        <OrderReleased released={released} later={line.effective === 'AT_RENEWAL'} />
      )}
    </article>
  )
}
