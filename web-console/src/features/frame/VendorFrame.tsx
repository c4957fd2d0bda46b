import { Outlet } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useQuery } from 'urql'
import { Loaded } from '../../lib/Loaded'
import { Missing } from '../../lib/Missing'
import { useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { isVendor, PersonContext } from '../../lib/viewer'
import classes from './Frame.module.css'
import { personOf, Tools, useOwnLanguage } from './FramePage'
import { ViewerAlone } from './frame.graphql'
import { Rail } from './Rail'

/** An address that leads nowhere, within the frame all the same. */
export function Nowhere() {
  return (
    <VendorFrame>
      <Missing />
    </VendorFrame>
  )
}

/** What stands around the pages that belong to no account. */
export function VendorFrame({ children }: { children?: ReactNode }) {
  const t = useText()
  const query = useKept(useQuery({ query: ViewerAlone }))
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
        {isVendor(person) && <Rail />}
        <main id="main" className={classes.main} tabIndex={-1}>
          <Loaded query={query} skeleton={[4, 20]} title="Puesto">
            {() => children ?? <Outlet />}
          </Loaded>
        </main>
      </div>
    </PersonContext>
  )
}
