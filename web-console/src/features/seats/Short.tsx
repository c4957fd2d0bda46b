import { Link } from '@tanstack/react-router'
import { useAccount, useCan } from '../../lib/account'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { Status } from '../../ui/Status'
import type { SeatedSubscription } from './SeatedSubscription'

/** More are to be seated than seats are free: the way to more seats. */
export function Short({ count, subscription }: { count: number; subscription: SeatedSubscription }) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const seats = subscription.seatsOwned + count
  return (
    <span className="row" role="status">
      <Status kind="warn">{t('seats.short', { count })}</Status>
      {can('BUY') && <Link to={paths.change(account.id, subscription.id, { seats })}>{t('seats.change')}</Link>}
    </span>
  )
}
