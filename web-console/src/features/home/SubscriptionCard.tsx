import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { HomeSubscriptionFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import type { Money } from '../../lib/money'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { SeatBar } from '../../ui/SeatBar'
import { Status } from '../../ui/Status'
import classes from './Home.module.css'
import { ScheduledChange } from './ScheduledChange'

interface CardProps {
  subscription: HomeSubscriptionFragment
  /** For a full period; not for those who see no amounts. */
  price: Money | undefined
}

const unusual = { PAST_DUE: 'warn', SUSPENDED: 'bad', TRIALING: 'neutral' } as const

export function SubscriptionCard({ subscription, price }: CardProps) {
  const t = useText()
  const { status } = subscription
  return (
    <article className={classes.card}>
      <header className={classes.head}>
        <div>
          <h2>{subscription.product.name}</h2>
          <span className="muted">{subscription.plan.name}</span>
        </div>
        {status !== 'ACTIVE' && status !== 'ENDED' && (
          <Status kind={unusual[status]}>{t(`home.status.${status}`)}</Status>
        )}
      </header>
      <SeatBar owned={subscription.seatsOwned} assigned={subscription.seatsAssigned} free={subscription.seatsFree} />
      <Terms subscription={subscription} price={price} />
      {subscription.pendingSeats !== null && (
        <Status kind="neutral">{t('home.pending', { seats: subscription.pendingSeats })}</Status>
      )}
      <ScheduledChange subscription={subscription} />
      <Actions subscription={subscription} />
    </article>
  )
}

function Terms({ subscription, price }: CardProps) {
  const t = useText()
  const account = useAccount()
  const formats = useFormats()
  const zone = subscription.currentPeriod?.timeZone ?? account.timeZone
  const interval = subscription.plan.interval
  return (
    <dl className={classes.terms}>
      {price && (
        <div>
          <dt>{t('home.price')}</dt>
          <dd>{t(`home.price.${interval}`, { price: formats.money(price) })}</dd>
        </div>
      )}
      {subscription.nextBillingDate && (
        <div>
          <dt>{t('home.nextDate')}</dt>
          <dd>{formats.day(subscription.nextBillingDate, zone)}</dd>
        </div>
      )}
    </dl>
  )
}

function Actions({ subscription }: { subscription: HomeSubscriptionFragment }) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const { product, id, seatsOwned, status } = subscription
  return (
    <div className={classes.actions}>
      {can('BUY') && status !== 'SUSPENDED' && (
        <Button component={Link} {...{ to: paths.change(account.id, id, { seats: seatsOwned + 1 }) }}>
          {t('home.add', { seats: product.seatNoun.other })}
        </Button>
      )}
      {can('READ_SEATS') && (
        <Button variant="default" component={Link} {...{ to: paths.seats(account.id, id) }}>
          {t('home.manage')}
          <span className="visually-hidden"> {product.name}</span>
        </Button>
      )}
    </div>
  )
}
