import { Outlet, useParams } from '@tanstack/react-router'
import { lazy, Suspense, use, useEffect, useMemo, useState } from 'react'
import { useQuery } from 'urql'
import type { FrameQuery } from '../../gql/graphql'
import { AccountContext, type OpenAccount } from '../../lib/account'
import { failureOf, isUnanswered } from '../../lib/failure'
import { isLocale } from '../../lib/locale'
import { Missing } from '../../lib/Missing'
import { Page } from '../../lib/Page'
import { useLanguage, useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { useWatch } from '../../lib/useWatch'
import { isVendor, type Person, PersonContext } from '../../lib/viewer'
import { LoadError } from '../../ui/states'
import { Bar } from './Bar'
import classes from './Frame.module.css'
import { Frame } from './frame.graphql'
import { keepAccount } from './lastAccount'
import { Rail } from './Rail'
import { Shortcuts } from './Shortcuts'
import { useKeys } from './useKeys'

/** What stands around every page of an account. */
export function FramePage() {
  const { account: id } = useParams({ strict: false })
  const t = useText()
  const [{ data, error }, again] = useKept(useQuery({ query: Frame, variables: { account: id ?? '' } }))
  const account = useMemo(() => (data?.account ? opened(data.account) : null), [data])

  useEffect(() => {
    if (account) keepAccount(account.id)
  }, [account])

  const person = useMemo(() => personOf(data?.viewer), [data])
  useOwnLanguage(data?.viewer)

  const failure = error && failureOf(error)
  const retry = () => again({ requestPolicy: 'network-only' })
  useWatch(Boolean(data && error && isUnanswered(error)), retry)
  return (
    <PersonContext value={person}>
      <AccountContext value={account}>
        <div className={classes.frame}>
          <a className={classes.skip} href="#main">
            {t('frame.skip')}
          </a>
          <Tools viewer={data?.viewer.name ?? ''} />
          {(account || isVendor(person)) && <Rail />}
          <main id="main" className={classes.main} tabIndex={-1}>
            {account && isVendor(person) && (
              <p className={classes.strip}>{t('frame.vendor', { account: account.name })}</p>
            )}
            {account && <Outlet />}
            {data && !account && <Missing />}
            {!data && failure && failure.kind !== 'session' && (
              <Page title="Puesto">
                <LoadError
                  message={failure.kind === 'offline' ? t('ui.offline') : failure.message}
                  requestId={failure.requestId}
                  onRetry={retry}
                />
              </Page>
            )}
          </main>
        </div>
      </AccountContext>
    </PersonContext>
  )
}

type Viewer = FrameQuery['viewer']

/** Who looks, for the vendor's pages. */
export function personOf(viewer: Viewer | undefined): Person | null {
  if (!viewer) return null
  const person = 'operator' in viewer ? viewer : undefined
  return { name: viewer.name, operator: Boolean(person?.operator), representative: Boolean(person?.representative) }
}

/** The console speaks the language that the person chose, on whatever machine that was. */
export function useOwnLanguage(viewer: Viewer | undefined) {
  const { change } = useLanguage()
  const own = viewer && 'locale' in viewer ? viewer.locale : undefined
  useEffect(() => {
    if (isLocale(own)) change(own)
  }, [own, change])
}

const Palette = lazy(() => import('./Palette'))

/** The bar, with what its keys open. */
export function Tools({ viewer }: { viewer: string }) {
  const account = use(AccountContext)
  const [paletteOpenings, setPaletteOpenings] = useState(0)
  const [shortcutsOpen, setShortcutsOpen] = useState(false)
  const openPalette = () => setPaletteOpenings((count) => count + 1)
  useKeys({ openPalette, openShortcuts: () => setShortcutsOpen(true) })
  return (
    <>
      <Bar viewer={viewer} onPalette={openPalette} onShortcuts={() => setShortcutsOpen(true)} />
      <Shortcuts opened={shortcutsOpen} onClose={() => setShortcutsOpen(false)} />
      {paletteOpenings > 0 && (
        <Suspense>
          <Palette account={account} openings={paletteOpenings} />
        </Suspense>
      )}
    </>
  )
}

function opened(
  account: Omit<OpenAccount, 'corporate' | 'permissions'> & {
    kind: string
    viewerPermissions: OpenAccount['permissions']
  },
): OpenAccount {
  const { id, name, timeZone, currency } = account
  return {
    id,
    name,
    timeZone,
    currency,
    corporate: account.kind === 'CORPORATE',
    permissions: account.viewerPermissions,
  }
}
