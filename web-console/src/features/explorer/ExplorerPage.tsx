import { useComputedColorScheme } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Page } from '../../lib/Page'
import { useText } from '../../lib/text'
import { Skeleton } from '../../ui/states'
import classes from './Explorer.module.css'

const Explorer = lazy(() => import('./Explorer'))

/** The API to try, with the person's own session and permissions. */
export function ExplorerPage() {
  const t = useText()
  const scheme = useComputedColorScheme('light')
  return (
    <Page title={t('explorer.title')} lead={t('explorer.lead')}>
      <div className={classes.frame}>
        <Suspense fallback={<Skeleton heights={[36]} />}>
          <Explorer scheme={scheme} />
        </Suspense>
      </div>
    </Page>
  )
}
