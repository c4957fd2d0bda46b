import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useAccount, useCan } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { type ChangeSearch, paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { ChangeForm } from './ChangeForm'
import { ChangedSubscription, ChangeQuotes } from './change.graphql'
import { quotesOf } from './changed'
import { useEarlyQuote } from './useLiveQuote'

const route = getRouteApi('/a/$account/s/$sub/change')

/** Another number of seats, or another plan, of a subscription: what it costs before it is put into the cart. */
export function ChangePage() {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const { sub } = route.useParams()
  const query = useKept(
    useQuery({ query: ChangedSubscription, variables: { subscription: sub }, requestPolicy: 'cache-and-network' }),
  )
  const search = route.useSearch()
  const early = useEarlyQuote(ChangeQuotes, can('BUY') ? earlyOf(account.id, sub, search) : null)
  const crumbs = [{ label: t('change.home'), path: paths.account(account.id) }]
  const product = query[0].data?.subscription?.product.name
  return (
    <Page
      title={product ? t('change.title', { product }) : t('change.title.loading')}
      crumbs={crumbs}
      zone={account.timeZone}
    >
      <Needs permission="BUY">
        <Loaded query={query} skeleton={[10, 6, 12]}>
          {({ subscription }) =>
            subscription ? (
              <ChangeForm key={subscription.id} subscription={subscription} early={early} />
            ) : (
              <p>{t('ui.missing.text')}</p>
            )
          }
        </Loaded>
      </Needs>
    </Page>
  )
}

/** What the address says of the change; nothing where it takes the subscription to know who loses a seat. */
function earlyOf(account: string, subscription: string, { seats, plan }: ChangeSearch) {
  if (!seats) return null
  return quotesOf(account, { subscriptionId: subscription, ...(plan !== undefined && { planId: plan }), seats }, true)
}
