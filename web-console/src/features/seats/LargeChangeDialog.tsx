import { Button, Modal } from '@mantine/core'
import { useFormats, useText } from '../../lib/text'
import { callLimit } from './calls'
import type { SeatChange } from './useSeatChange'

/** More than one call takes cannot be undone: asked before it begins. */
export function LargeChangeDialog({ change }: { change: SeatChange }) {
  const t = useText()
  const formats = useFormats()
  const { asked } = change
  const count = formats.number(asked?.asked ?? 0)
  return (
    <Modal
      opened={asked !== undefined}
      onClose={change.cancel}
      centered
      title={asked && t(`seats.large.${asked.action}`, { count })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <div className="stack">
        <p>{t('seats.large.text', { step: formats.number(callLimit) })}</p>
        <div className="row">
          <Button onClick={change.confirm} data-autofocus>
            {asked && t(`seats.${asked.action}`)}
          </Button>
          <Button variant="default" onClick={change.cancel}>
            {t('ui.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
