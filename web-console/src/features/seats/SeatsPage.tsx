import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useAccount, useCan } from '../../lib/account'
import { LinkTabs } from '../../lib/LinkTabs'
import { Loaded } from '../../lib/Loaded'
import { useListSearch } from '../../lib/listSearch'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths, type SeatsSearch } from '../../lib/paths'
import { useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { FilterSelect } from '../../ui/FilterSelect'
import { SearchField } from '../../ui/SearchField'
import { SeatBar } from '../../ui/SeatBar'
import { Note } from '../../ui/Status'
import { Empty } from '../../ui/states'
import type { SeatedSubscription } from './SeatedSubscription'
import classes from './Seats.module.css'
import { SeatTable } from './SeatTable'
import { SeatsOf } from './seats.graphql'
import { type SeatRows, useSeatRows } from './useSeatRows'

const route = getRouteApi('/a/$account/s/$sub')

/** Who sits in a subscription, who does not, and the changes of it. */
export function SeatsPage() {
  const t = useText()
  const { sub } = route.useParams()
  const can = useCan()
  const query = useKept(useQuery({ query: SeatsOf, variables: { subscription: sub }, pause: !can('READ_SEATS') }))
  const name = query[0].data?.subscription?.product.name
  const pages = useSeatRows(sub)
  const account = useAccount()
  return (
    <Page
      title={name ? t('seats.title', { product: name }) : t('seats.titleAlone')}
      crumbs={[{ label: t('seats.home'), path: paths.account(account.id) }]}
      zone={account.timeZone}
      actions={query[0].data?.subscription && <HeadActions subscription={query[0].data.subscription} />}
    >
      <Needs permission="READ_SEATS">
        <Loaded query={query} skeleton={[3, 3, 30]}>
          {({ subscription }) =>
            subscription ? (
              <Seats key={subscription.id} subscription={subscription} pages={pages} />
            ) : (
              <Empty title={t('ui.missing.text')} />
            )
          }
        </Loaded>
      </Needs>
    </Page>
  )
}

function HeadActions({ subscription }: { subscription: SeatedSubscription }) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const { tab } = route.useSearch()
  return (
    <div className="row">
      {can('BUY') && (
        <Button variant="default" component={Link} {...{ to: paths.change(account.id, subscription.id) }}>
          {t('seats.change')}
        </Button>
      )}
      {can('ASSIGN_SEATS') && tab !== 'free' && (
        <Button component={Link} {...{ to: paths.seats(account.id, subscription.id, { tab: 'free' }) }}>
          {t('seats.assign')}
        </Button>
      )}
    </div>
  )
}

function Seats({ subscription, pages }: { subscription: SeatedSubscription; pages: SeatRows }) {
  const t = useText()
  return (
    <div className="stack">
      <SeatBar owned={subscription.seatsOwned} assigned={subscription.seatsAssigned} free={subscription.seatsFree} />
      {subscription.pendingSeats !== null && (
        <Note kind="neutral" title={t('seats.pending', { seats: subscription.pendingSeats ?? 0 })} />
      )}
      {(subscription.status === 'ENDED' || subscription.status === 'SUSPENDED') && (
        <Note kind="warn" title={t(`seats.status.${subscription.status}`)} />
      )}
      <Tabs subscription={subscription} />
      <Filters subscription={subscription} />
      <SeatTable subscription={subscription} pages={pages} />
    </div>
  )
}

function Tabs({ subscription }: { subscription: SeatedSubscription }) {
  const t = useText()
  const account = useAccount()
  const { tab = 'all', q } = route.useSearch()
  const to = (next: NonNullable<SeatsSearch['tab']>) => ({
    to: paths.seats(account.id, subscription.id, { ...(next !== 'all' && { tab: next }), q }),
    open: tab === next,
  })
  return (
    <LinkTabs
      label={t('seats.tabs')}
      tabs={[
        { label: t('seats.tab.all'), ...to('all') },
        { label: t('seats.tab.seated', { count: subscription.seatsAssigned }), ...to('seated') },
        { label: t('seats.tab.free'), ...to('free') },
      ]}
    />
  )
}

const idleDays = [30, 60, 90, 180] as const

function Filters({ subscription }: { subscription: SeatedSubscription }) {
  const t = useText()
  const { tab, q, who, idle } = route.useSearch()
  const list = useListSearch<SeatsSearch>()
  return (
    <div className={classes.filters}>
      <SearchField label={t('seats.search')} value={q ?? ''} onSearch={list.search} />
      {tab === 'seated' && (
        <>
          <FilterSelect
            label={t('seats.idle')}
            value={idle === undefined ? undefined : String(idle)}
            words={Object.fromEntries(idleDays.map((days) => [String(days), t('seats.idle.days', { days })]))}
            onChange={(days) => list.set({ idle: days === undefined ? undefined : Number(days) })}
          />
          <FilterSelect
            label={t('seats.who')}
            value={who}
            words={Object.fromEntries(
              subscription.assigners.map(({ actor, name }) => [actor, name ?? t('seats.bySystem')]),
            )}
            onChange={(actor) => list.set({ who: actor })}
          />
        </>
      )}
    </div>
  )
}
