import { Button, Modal } from '@mantine/core'
import { paths } from '../../lib/paths'
import { useSession } from '../../lib/session'
import { useText } from '../../lib/text'

/** The session ended: nothing is lost, and the page is left only by the person's own click. */
export function SessionDialog() {
  const t = useText()
  const session = useSession()
  const here = () => location.pathname + location.search
  return (
    <Modal
      opened={session !== 'open'}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      title={t(session === 'none' ? 'frame.session.none' : 'frame.session.title')}
      centered
    >
      <div className="stack">
        <p>{t(session === 'none' ? 'frame.session.noneText' : 'frame.session.text')}</p>
        <Button onClick={() => location.assign(paths.signIn(here()))} data-autofocus>
          {t('frame.session.signIn')}
        </Button>
      </div>
    </Modal>
  )
}
