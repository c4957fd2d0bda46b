import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAccount, useCan } from '../../lib/account'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { Status } from '../../ui/Status'
import type { Action } from './calls'
import type { SeatRow } from './rows'
import classes from './Seats.module.css'
import type { SeatedSubscription } from './SeatsPage'
import { type Selection, sizeOf } from './selection'

const route = getRouteApi('/a/$account/s/$sub')

interface BarProps {
  subscription: SeatedSubscription
  selection: { selection: Selection<SeatRow>; chooseList: () => void; clear: () => void }
  total: number
  loaded: number
  busy: boolean
  onChange: (action: Action) => void
  onTransfer: (row: SeatRow) => void
}

/** What can be done with the chosen rows; stays at the window's foot while anything is chosen. */
export function SelectionBar(props: BarProps) {
  const { subscription, total, loaded, busy } = props
  const { selection, chooseList, clear } = props.selection
  const t = useText()
  const formats = useFormats()
  const { tab = 'all' } = route.useSearch()
  const size = sizeOf(selection, total)
  if (size === 0) return null
  const rows = selection.kind === 'rows' ? [...selection.rows.values()] : []
  const seated = rows.filter((row) => row.seat)
  const assignable = selection.kind === 'rows' ? rows.length - seated.length : tab === 'seated' ? 0 : size
  const releasable = selection.kind === 'rows' ? seated.length : tab === 'free' ? 0 : size
  const short = tab === 'all' && selection.kind === 'list' ? 0 : Math.max(0, assignable - subscription.seatsFree)
  const [first] = seated
  return (
    <section className={classes.bar} aria-label={t('seats.selection')}>
      <span className="strong" role="status">
        {t('seats.selected', { count: size, shown: formats.number(size) })}
      </span>
      {selection.kind === 'rows' && size >= loaded && total > size && (
        <Button variant="subtle" size="compact-sm" onClick={chooseList}>
          {t('seats.selectList', { shown: formats.number(total) })}
        </Button>
      )}
      {short > 0 && <Short count={short} subscription={subscription} />}
      <span className={classes.space} />
      {assignable > 0 && (
        <Button aria-disabled={busy || short > 0} onClick={() => !busy && short === 0 && props.onChange('assign')}>
          {t('seats.assign')}
        </Button>
      )}
      {releasable > 0 && (
        <Button variant="default" aria-disabled={busy} onClick={() => !busy && props.onChange('release')}>
          {t('seats.release')}
        </Button>
      )}
      {size === 1 && first && (
        <Button variant="default" onClick={() => props.onTransfer(first)}>
          {t('seats.transfer')}
        </Button>
      )}
      <Button variant="subtle" onClick={clear}>
        {t('seats.clear')}
      </Button>
    </section>
  )
}

/** More are chosen than seats are free: the way to more seats. */
function Short({ count, subscription }: { count: number; subscription: SeatedSubscription }) {
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
