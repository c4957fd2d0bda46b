import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useAccount } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { ReviewForm } from './ReviewForm'
import { Review } from './review.graphql'

/** What will be ordered, once more in full, before it is. */
export function ReviewPage() {
  const t = useText()
  const account = useAccount()
  const crumbs = [
    { label: t('review.home'), path: paths.account(account.id) },
    { label: t('review.cart'), path: paths.cart(account.id) },
  ]
  return (
    <Page title={t('review.title')} crumbs={crumbs}>
      <Needs permission="BUY">
        <Content />
      </Needs>
    </Page>
  )
}

function Content() {
  const account = useAccount()
  const [opened] = useState(() => ({ account: account.id }))
  const query = useQuery({ query: Review, variables: opened, requestPolicy: 'network-only' })
  return (
    <Loaded query={query} skeleton={[16, 12]}>
      {({ cart, account: payer }) => {
        if (cart?.orderId) return <Navigate to={paths.order(account.id, cart.orderId)} replace />
        if (account.corporate) return <Navigate to={paths.request(account.id)} replace />
        if (!cart?.seatQuote || !payer) return <Navigate to={paths.cart(account.id)} replace />
        return <ReviewForm key={cart.id} loaded={cart} quote={cart.seatQuote} payer={payer} />
      }}
    </Loaded>
  )
}
