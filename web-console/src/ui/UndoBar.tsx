import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../lib/text'
import { ActionButton } from './ActionButton'
import { Status } from './Status'
import classes from './UndoBar.module.css'
import { useCountdown } from './useCountdown'

const undoSeconds = 10

interface UndoBarProps {
  /** What was done. */
  children: ReactNode
  /** Why it could not be undone; the bar then stays. */
  refusal?: string | undefined
  pending?: boolean
  /** What the button says where it does not undo by itself. */
  label?: string
  onUndo: () => void
  onEnd: () => void
}

/** What was just done, in its place, and ten seconds to take it back. */
export function UndoBar({ children, refusal, pending = false, label, onUndo, onEnd }: UndoBarProps) {
  const t = useText()
  const { left, hold } = useCountdown(refusal || pending ? undefined : undoSeconds, onEnd)
  return (
    <div className={classes.bar} {...hold}>
      <span role="status">
        <Status kind={refusal ? 'bad' : 'good'}>{refusal ?? children}</Status>
      </span>
      <span className={classes.actions}>
        {!refusal && (
          <ActionButton variant="default" size="xs" pending={pending} onClick={onUndo}>
            {label ?? t('ui.undo', { seconds: left })}
          </ActionButton>
        )}
        <Button variant="subtle" size="xs" onClick={onEnd}>
          {t('ui.close')}
        </Button>
      </span>
    </div>
  )
}
