import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../lib/text'
import { Status } from './Status'
import classes from './states.module.css'

/** Holds the place of what loads: nothing is seen for 200 ms, and nothing moves when it comes. Heights in rem. */
export function Skeleton({ heights = [6, 6] }: { heights?: readonly number[] }) {
  const t = useText()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={`${classes.skeleton} ${shown ? '' : classes.waiting}`} aria-busy="true">
      {shown && (
        <span className="visually-hidden" role="status">
          {t('ui.loading')}
        </span>
      )}
      {heights.map((height, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks never change places
        <div key={at} className={classes.block} style={{ height: `${height}rem` }} />
      ))}
    </div>
  )
}

/** Nothing is there yet: says so and offers the next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.state}>
      <p>{title}</p>
      {children}
    </div>
  )
}

/** It did not load: what the server said, a way to try again, and what support finds the request by. */
export function LoadError(props: {
  message?: string | undefined
  requestId?: string | undefined
  onRetry: () => void
}) {
  const t = useText()
  return (
    <div className={classes.state} role="alert">
      <Status kind="bad">{props.message ?? t('ui.error')}</Status>
      <Button variant="default" onClick={props.onRetry}>
        {t('ui.retry')}
      </Button>
      {props.requestId && <span className={classes.id}>{t('ui.requestId', { id: props.requestId })}</span>}
    </div>
  )
}

/** The person may not do this here: names who can. */
export function Refused({ people, count = 1 }: { people: string | null; count?: number }) {
  const t = useText()
  return (
    <div className={classes.state}>
      <p>{people ? t('ui.managedBy', { people, count }) : t('ui.notAllowed')}</p>
    </div>
  )
}
