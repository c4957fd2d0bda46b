import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { HomeMoneyQuery, HomeSeatsQuery, HomeSubscriptionFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import type { Money } from '../../lib/money'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { Empty } from '../../ui/states'
import { Attention } from './Attention'
import { Charts } from './Charts'
import classes from './Home.module.css'
import { HomeMoney, HomeSeats } from './home.graphql'
import { SubscriptionCard } from './SubscriptionCard'

/** Seats and prices change elsewhere too: what is remembered is shown while it is asked for anew. */
const requestPolicy = 'cache-and-network'

/** What needs attention, then subscriptions, one card each. Two documents: seats for all, money for those who may see it. */
export function HomePage() {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const variables = { account: account.id }
  const seats = useQuery({ query: HomeSeats, variables, requestPolicy })
  const priced = can('READ_BILLING')
  const money = useQuery({ query: HomeMoney, variables, pause: !priced, requestPolicy })
  return (
    <Page title={t('home.title')} zone={account.timeZone} actions={can('BUY') && <BuyLink />}>
      <Loaded query={seats} skeleton={[14, 14]}>
        {(data) =>
          priced ? (
            <Loaded query={money} skeleton={[14, 14]}>
              {(costs) => <Content seats={data.account} money={costs.account} />}
            </Loaded>
          ) : (
            <Content seats={data.account} money={null} />
          )
        }
      </Loaded>
    </Page>
  )
}

/** Both answers are waited for, so that nothing moves when the second comes. */
function Content({ seats, money }: { seats: HomeSeatsQuery['account']; money: HomeMoneyQuery['account'] }) {
  return (
    <>
      <Attention items={[...(money?.billingAttention ?? []), ...(seats?.seatAttention ?? [])]} />
      <Subscriptions all={seats?.subscriptions.nodes ?? []} prices={money ? pricesOf(money) : undefined} />
      <Charts />
    </>
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
  const can = useCan()
  const current = props.all.filter((subscription) => subscription.status !== 'ENDED')
  if (current.length === 0) {
    return <Empty title={t('home.empty')}>{can('BUY') && <BuyLink main />}</Empty>
  }
  return (
    <ul className={classes.cards}>
      {current.map((subscription) => (
        <li key={subscription.id}>
          <SubscriptionCard subscription={subscription} price={props.prices?.get(subscription.id)} />
        </li>
      ))}
    </ul>
  )
}

/** Each subscription's price for a full period. */
function pricesOf(money: NonNullable<HomeMoneyQuery['account']>) {
  const priced = money.subscriptions.nodes.flatMap(({ id, currentCharge }) =>
    currentCharge ? [[id, currentCharge.fullPrice] as const] : [],
  )
  return new Map<string, Money>(priced)
}
