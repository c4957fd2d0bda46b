import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { HomeSubscriptionFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import type { Money } from '../../lib/money'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { Empty } from '../../ui/states'
import classes from './Home.module.css'
import { HomeMoney, HomeSeats } from './home.graphql'
import { SubscriptionCard } from './SubscriptionCard'

/** Subscriptions, one card each, and what needs attention. */
export function HomePage() {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const seats = useQuery({ query: HomeSeats, variables: { account: account.id } })
  const prices = usePrices()
  return (
    <Page title={t('home.title')} actions={can('BUY') && <BuyLink />}>
      <Loaded query={seats} skeleton={[14, 14]}>
        {(data) => <Subscriptions all={data.account?.subscriptions.nodes ?? []} prices={prices} />}
      </Loaded>
    </Page>
  )
}

function BuyLink({ main = false }: { main?: boolean }) {
  const t = useText()
  const account = useAccount()
  return (
    <Button variant={main ? 'filled' : 'default'} component={Link} {...{ to: paths.buy(account.id) }}>
      {t('home.buy')}
    </Button>
  )
}

function Subscriptions(props: {
  all: readonly HomeSubscriptionFragment[]
  prices: ReadonlyMap<string, Money> | undefined
}) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const current = props.all.filter((subscription) => subscription.status !== 'ENDED')
  if (current.length === 0) {
    return <Empty title={t('home.empty')}>{can('BUY') && <BuyLink main />}</Empty>
  }
  return (
    <>
      <ul className={classes.cards}>
        {current.map((subscription) => (
          <li key={subscription.id}>
            <SubscriptionCard
              subscription={subscription}
              price={props.prices?.get(subscription.id)}
              priceExpected={can('READ_BILLING')}
            />
          </li>
        ))}
      </ul>
      <p className="muted small">{t('ui.zone', { zone: account.timeZone })}</p>
    </>
  )
}

/** Each subscription's price for a full period; nothing for those who may see no amounts. */
function usePrices() {
  const account = useAccount()
  const can = useCan()
  const [{ data }] = useQuery({ query: HomeMoney, variables: { account: account.id }, pause: !can('READ_BILLING') })
  if (!data?.account) return undefined
  const priced = data.account.subscriptions.nodes.flatMap(({ id, currentCharge }) =>
    currentCharge ? [[id, currentCharge.fullPrice] as const] : [],
  )
  return new Map<string, Money>(priced)
}
