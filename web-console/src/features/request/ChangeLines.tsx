import { useFormats, useText } from '../../lib/text'
import classes from './Request.module.css'

interface Line {
  id: string
  previousSeats: number
  seats: number
  effective: 'NOW' | 'AT_RENEWAL' | null
  product: { name: string; seatNoun: { one: string; other: string } }
  plan: { name: string }
}

/** The seats that are asked for, before and after; no prices. */
export function ChangeLines({ lines }: { lines: readonly Line[] }) {
  const t = useText()
  const formats = useFormats()
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line.id}>
          <div>
            <h2>{line.product.name}</h2>
            <span className="muted">{line.plan.name}</span>
          </div>
          <span>
            <span className="strong">
              {formats.number(line.previousSeats)} → {formats.number(line.seats)}
            </span>{' '}
            {line.seats === 1 ? line.product.seatNoun.one : line.product.seatNoun.other}
            {line.effective === 'AT_RENEWAL' && <>, {t('request.atRenewal')}</>}
          </span>
        </li>
      ))}
    </ul>
  )
}
