import { Button, type ButtonProps, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ActionButton.module.css'

interface ActionButtonProps extends Omit<ButtonProps, 'loading' | 'disabled'> {
  /** What it started is not done yet: said at once; further presses do nothing, and the focus stays. */
  pending: boolean
  /** Nothing to do yet. */
  idle?: boolean
  type?: 'submit'
  onClick?: () => void
  children: ReactNode
}

/** A button that asks the server for something. */
export function ActionButton({ pending, idle = false, onClick, children, ...props }: ActionButtonProps) {
  const inert = pending || idle
  return (
    <Button
      {...props}
      aria-disabled={inert || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => (inert ? event.preventDefault() : onClick?.())}
    >
      {pending && <Pending />}
      {children}
    </Button>
  )
}

/** Turns in a button while what it started is not done yet. */
export function Pending() {
  return (
    <span className={classes.pending}>
      <Loader size="xs" color="currentColor" />
    </span>
  )
}
