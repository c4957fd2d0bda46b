import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../lib/text'
import { Note } from './Status'

interface QuestionProps {
  opened: boolean
  title: string
  /** What it does, as its button says. */
  action: string
  pending: boolean
  /** Why it was not done. */
  refusal: string | undefined
  onAgree: () => void
  onClose: () => void
  /** What goes with it. */
  children: ReactNode
}

/** Asks before something that does not come back by itself; who does not choose leaves all as it is. */
export function Question({ opened, title, action, pending, refusal, onAgree, onClose, children }: QuestionProps) {
  const t = useText()
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <div className="stack">
        <p>{children}</p>
        {refusal && <Note kind="bad" role="alert" title={refusal} />}
        <div className="row">
          <Button aria-disabled={pending} onClick={() => !pending && onAgree()}>
            {action}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('ui.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
