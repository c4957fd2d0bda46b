import { useText } from '../lib/text'
import classes from './SeatBar.module.css'

/** How many seats are owned, assigned and free: in words, with a bar for the eye. */
export function SeatBar({ owned, assigned, free }: { owned: number; assigned: number; free: number }) {
  const t = useText()
  const share = owned === 0 ? 0 : (assigned / owned) * 100
  return (
    <div className={classes.bar}>
      <div className={classes.track} aria-hidden>
        <div className={classes.assigned} style={{ width: `${share}%` }} />
      </div>
      <span>{t('ui.seats.bar', { owned, assigned, free })}</span>
    </div>
  )
}
