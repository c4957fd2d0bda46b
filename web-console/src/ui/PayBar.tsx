import type { ReactNode } from 'react'
import type { Money } from '../lib/money'
import { Amount } from './Amount'
import classes from './PayBar.module.css'

interface PayBarProps {
  label: string
  /** Undefined while it is being asked for: its place is kept; null where there is none to show. */
  due: Money | null | undefined
  /** The page shows the amount itself beside the button: here it stands on narrow screens alone. */
  repeated?: boolean
  /** The amount is of another choice than the one that is being priced. */
  outdated?: boolean
  children: ReactNode
}

/** The page's main button. On a narrow screen it stays in sight, with the amount that the page above it explains. */
export function PayBar({ label, due, repeated = false, outdated = false, children }: PayBarProps) {
  return (
    <div className={classes.bar}>
      {due !== null && (
        <div className={repeated ? classes.repeated : classes.due} data-outdated={outdated || undefined}>
          <span className="strong">{label}</span>
          <span className={classes.amount}>{due ? <Amount money={due} /> : '\u00a0'}</span>
        </div>
      )}
      {children}
    </div>
  )
}
