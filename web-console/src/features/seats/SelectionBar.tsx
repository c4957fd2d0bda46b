import { Button } from '@mantine/core'
import { failureOf } from '../../lib/failure'
import { useFormats, useText } from '../../lib/text'
import { Status } from '../../ui/Status'
import type { Action } from './calls'
import type { SeatRow } from './rows'
import type { SeatedSubscription } from './SeatedSubscription'
import classes from './Seats.module.css'
import { Short } from './Short'
import { type Selection, sizeOf } from './selection'
import type { useConcerned } from './useConcerned'

interface BarProps {
  subscription: SeatedSubscription
  selection: { selection: Selection<SeatRow>; chooseList: () => void; clear: () => void }
  concerned: ReturnType<typeof useConcerned>
  total: number
  loaded: number
  busy: boolean
  onChange: (action: Action, count: number) => void
  onTransfer: (row: SeatRow) => void
}

/** What can be done with the chosen rows; stays at the window's foot while anything is chosen. */
export function SelectionBar(props: BarProps) {
  const { subscription, concerned, total, loaded, busy } = props
  const { counts } = concerned
  const { selection, chooseList, clear } = props.selection
  const t = useText()
  const formats = useFormats()
  const size = sizeOf(selection, total)
  if (size === 0) return null
  const [only] = selection.kind === 'rows' ? selection.rows.values() : []
  const short = busy ? 0 : Math.max(0, (counts?.assign ?? 0) - subscription.seatsFree)
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
      {!counts && !concerned.error && <Status kind="neutral">{t('seats.counting')}</Status>}
      {concerned.error && (
        <>
          <Status kind="bad">{failureOf(concerned.error).message ?? t('ui.error')}</Status>
          <Button variant="default" onClick={concerned.retry}>
            {t('ui.retry')}
          </Button>
        </>
      )}
      {counts && counts.assign > 0 && (
        <Button
          aria-disabled={busy || short > 0}
          onClick={() => !busy && short === 0 && props.onChange('assign', counts.assign)}
        >
          {t('seats.assign')}
        </Button>
      )}
      {counts && counts.release > 0 && (
        <Button
          variant="default"
          aria-disabled={busy}
          onClick={() => !busy && props.onChange('release', counts.release)}
        >
          {t('seats.release')}
        </Button>
      )}
      {size === 1 && only?.seat && (
        <Button variant="default" onClick={() => props.onTransfer(only)}>
          {t('seats.transfer')}
        </Button>
      )}
      <Button variant="subtle" onClick={clear}>
        {t('seats.clear')}
      </Button>
    </section>
  )
}
