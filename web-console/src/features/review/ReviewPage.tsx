import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { ReviewQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { PaymentFormOfServer } from '../../lib/payment/choice.graphql'
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
    <Page title={t('review.title')} crumbs={crumbs} zone={account.timeZone}>
      <Needs permission="BUY">
        <Content />
      </Needs>
    </Page>
  )
}

/** What is reviewed is what was there when the page opened: from then on the form itself asks for a fresh price. */
function Content() {
  const account = useAccount()
  const [opened, setOpened] = useState<ReviewQuery>()
  const query = useQuery({
    query: Review,
    variables: { account: account.id },
    requestPolicy: 'network-only',
    pause: opened !== undefined,
  })
  // Asked for with the rest, whether or not a card will be needed: its form would ask by itself when it is shown.
  useQuery({ query: PaymentFormOfServer })
  const [{ data, stale }] = query
  if (data && !stale && !opened) setOpened(data)
  return opened ? (
    <Opened data={opened} />
  ) : (
    <Loaded query={query} skeleton={[16, 12]}>
      {() => null}
    </Loaded>
  )
}

function Opened({ data: { cart, account: payer } }: { data: ReviewQuery }) {
  const account = useAccount()
  if (cart?.orderId) return <Navigate to={paths.order(account.id, cart.orderId)} replace />
  if (account.corporate) return <Navigate to={paths.request(account.id)} replace />
  if (!cart?.seatQuote || !payer) return <Navigate to={paths.cart(account.id)} replace />
  return <ReviewForm key={cart.id} loaded={cart} quote={cart.seatQuote} payer={payer} />
}
