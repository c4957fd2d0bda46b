import { Outlet } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { Loaded } from '../../lib/Loaded'
import { useText } from '../../lib/text'
import { PersonContext } from '../../lib/viewer'
import classes from './Frame.module.css'
import { personOf, Tools, useOwnLanguage } from './FramePage'
import { ViewerAlone } from './frame.graphql'
import { Rail } from './Rail'

/** What stands around the pages that belong to no account. */
export function VendorFrame() {
  const t = useText()
  const query = useQuery({ query: ViewerAlone })
  const viewer = query[0].data?.viewer
  const person = useMemo(() => personOf(viewer), [viewer])
  useOwnLanguage(viewer)
  return (
    <PersonContext value={person}>
      <div className={classes.frame}>
        <a className={classes.skip} href="#main">
          {t('frame.skip')}
        </a>
        <Tools viewer={person?.name ?? ''} />
        <Rail />
        <main id="main" className={classes.main} tabIndex={-1}>
          <Loaded query={query} skeleton={[4, 20]}>
            {() => <Outlet />}
          </Loaded>
        </main>
      </div>
    </PersonContext>
  )
}
