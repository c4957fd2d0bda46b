import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Page } from '../../lib/Page'
import { useText } from '../../lib/text'

const lostChunk =
  /dynamically imported module|Importing a module script failed|error loading dynamically|Unable to preload/i

/** A page failed, or its file is gone with an older release: the frame stays, and a reload keeps the address. */
export function RouteError({ error }: ErrorComponentProps) {
  const t = useText()
  const kind = lostChunk.test(String(error)) ? 'lostChunk' : 'broken'
  return (
    <Page title={t(`ui.${kind}.title`)}>
      <p>{t(`ui.${kind}.text`)}</p>
      <div>
        <Button onClick={() => location.reload()}>{t('ui.lostChunk.reload')}</Button>
      </div>
    </Page>
  )
}
