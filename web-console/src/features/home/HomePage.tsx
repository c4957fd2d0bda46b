import { Page } from '../../lib/Page'
import { useText } from '../../lib/text'

export function HomePage() {
  const t = useText()
  return <Page title={t('home.title')}>{null}</Page>
}
