import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/states'
import { Page } from './Page'
import { paths } from './paths'
import { useText } from './text'

/** No such page, or none that the person may see: both look the same. */
export function Missing() {
  const t = useText()
  return (
    <Page title={t('ui.missing.title')}>
      <Empty title={t('ui.missing.text')}>
        <Button component={Link} {...{ to: paths.home() }}>
          {t('ui.missing.home')}
        </Button>
      </Empty>
    </Page>
  )
}
