import { Link } from '@tanstack/react-router'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'

/** No such page, or none that the person may see: both look the same. */
export function Missing() {
  const t = useText()
  return (
    <Page title={t('ui.missing.title')}>
      <p>{t('ui.missing.text')}</p>
      <p>
        <Link to={paths.home()}>{t('ui.missing.home')}</Link>
      </p>
    </Page>
  )
}
