import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useQuery } from 'urql'
import { AccountContext, type OpenAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { useText } from '../../lib/text'
import { LoadError } from '../../ui/states'
import { Bar } from './Bar'
import classes from './Frame.module.css'
import { Frame } from './frame.graphql'
import { keepAccount } from './lastAccount'
import { Missing } from './Missing'
import { Rail } from './Rail'

/** What stands around every page of an account. */
export function FramePage() {
  const { account: id } = useParams({ strict: false })
  const t = useText()
  const [{ data, error }, again] = useQuery({ query: Frame, variables: { account: id ?? '' } })
  const account = useMemo(() => (data?.account ? opened(data.account) : null), [data])

  useEffect(() => {
    if (account) keepAccount(account.id)
  }, [account])

  if (data && !account) return <Missing />
  const failure = error && failureOf(error)
  return (
    <AccountContext value={account}>
      <div className={classes.frame}>
        <a className={classes.skip} href="#main">
          {t('frame.skip')}
        </a>
        <Bar viewer={data?.viewer.name ?? ''} />
        <Rail />
        <main id="main" className={classes.main} tabIndex={-1}>
          {account && <Outlet />}
          {!data && failure && failure.kind !== 'session' && (
            <LoadError
              message={failure.message}
              requestId={failure.requestId}
              onRetry={() => again({ requestPolicy: 'network-only' })}
            />
          )}
        </main>
      </div>
    </AccountContext>
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
