import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import classes from './Status.module.css'

export type StatusKind = 'good' | 'warn' | 'bad' | 'neutral'

const icons = { good: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX, neutral: IconClock }

/** A state in icon, colour and word: never colour alone. Pending is neutral. */
export function Status({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  const Icon = icons[kind]
  return (
    <span className={`${classes.status} ${classes[kind]}`}>
      <Icon size="1.125rem" aria-hidden />
      <span>{children}</span>
    </span>
  )
}

const tints = { good: classes.noteGood, warn: classes.noteWarn, bad: classes.noteBad, neutral: classes.noteNeutral }

/** A state with what it means and what to do; can take the focus. */
export function Note(props: {
  kind: StatusKind
  title: ReactNode
  children?: ReactNode
  ref?: Ref<HTMLDivElement>
  role?: 'alert' | 'status'
}) {
  return (
    <div ref={props.ref} tabIndex={-1} role={props.role} className={`${classes.note} ${tints[props.kind]}`}>
      <Status kind={props.kind}>{props.title}</Status>
      {props.children}
    </div>
  )
}
