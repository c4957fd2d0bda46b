import type { ReactNode } from 'react'
import { type Money, unbroken } from '../lib/money'
import { useText } from '../lib/text'
import { Amount } from './Amount'
import classes from './QuoteLines.module.css'

export interface QuoteLine {
  kind: 'CHARGE' | 'CREDIT' | 'SCHEDULED' | 'TRIAL'
  explanation: string
  amount: Money
}

/** The lines of a seat quote, each with the server's sentence on where its amount comes from. */
export function QuoteLines({ lines }: { lines: readonly QuoteLine[] }) {
  const t = useText()
  return (
    <ul className={classes.lines}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and keep their order
        <li key={at} className={classes.line}>
          <span className="spread">
            <span className="strong">{t(`ui.line.${line.kind}`)}</span>
            <Amount money={line.amount} credit={line.kind === 'CREDIT'} />
          </span>
          <span className="muted">{unbroken(line.explanation)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A list of sums; the last, with `due`, is what is to be paid. */
export function Sums({ children }: { children: ReactNode }) {
  return <dl className={classes.sums}>{children}</dl>
}

export function Sum(props: {
  label: ReactNode
  money: Money
  credit?: boolean
  due?: boolean
  /** The last sum, where the amount due stands elsewhere in large. */
  total?: boolean
  notes?: readonly string[]
}) {
  return (
    <div className={props.due ? classes.due : props.total ? classes.total : undefined}>
      <dt>{props.label}</dt>
      <dd>
        <Amount money={props.money} credit={props.credit ?? false} />
      </dd>
      {props.notes?.map((note) => (
        <dd key={note} className={`${classes.note} muted small`}>
          {note}
        </dd>
      ))}
    </div>
  )
}
