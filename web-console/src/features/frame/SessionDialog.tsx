import { Button, Modal } from '@mantine/core'
import { paths } from '../../lib/paths'
import { useSessionOver } from '../../lib/session'
import { useText } from '../../lib/text'

/** The session ended: nothing is lost, and the page is left only by the person's own click. */
export function SessionDialog() {
  const t = useText()
  const over = useSessionOver()
  const here = () => location.pathname + location.search
  return (
    <Modal
      opened={over}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      title={t('frame.session.title')}
      centered
    >
      <div className="stack">
        <p>{t('frame.session.text')}</p>
        <Button onClick={() => location.assign(paths.signIn(here()))} data-autofocus>
          {t('frame.session.signIn')}
        </Button>
      </div>
    </Modal>
  )
}
