import { NativeSelect } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { BuyQuoteQuery, BuyQuoteQueryVariables } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { type BuySearch, paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { SeatStepper } from '../../ui/SeatStepper'
import { AddToCartButton } from './AddToCartButton'
import classes from './Change.module.css'
import { AlignTargets, BuyQuote, Offers } from './change.graphql'
import type { Plan, Product } from './changed'
import { PlanPicker } from './PlanPicker'
import { QuotePanel } from './QuotePanel'
import { type EarlyQuote, useEarlyQuote, useLiveQuote } from './useLiveQuote'

const route = getRouteApi('/a/$account/buy')

/** A first subscription of a product. */
export function BuyPage() {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const query = useQuery({ query: Offers })
  const { plan, seats, alignTo } = route.useSearch()
  const early = useEarlyQuote(
    BuyQuote,
    can('BUY') && plan && seats ? quoteOf(account.id, { planId: plan, seats, alignTo }) : null,
  )
  // Asked for with the rest: the choice of a date would ask by itself when a plan is chosen.
  useQuery({ query: AlignTargets, variables: { account: account.id }, pause: !can('BUY') })
  return (
    <Page
      title={t('change.buy.title')}
      crumbs={[{ label: t('change.home'), path: paths.account(account.id) }]}
      zone={account.timeZone}
    >
      <Needs permission="BUY">
        <Loaded query={query} skeleton={[8, 8, 8]}>
          {({ products }) => <BuyForm products={products.nodes.filter((product) => product.active)} early={early} />}
        </Loaded>
      </Needs>
    </Page>
  )
}

type Early = EarlyQuote<BuyQuoteQuery, BuyQuoteQueryVariables> | undefined

function quoteOf(account: string, change: { planId: string; seats: number; alignTo: string | undefined }) {
  const { alignTo, ...rest } = change
  return { input: { accountId: account, changes: [{ ...rest, ...(alignTo && { alignTo }) }] } }
}

function BuyForm({ products, early }: { products: readonly Product[]; early: Early }) {
  const t = useText()
  const account = useAccount()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (changed: BuySearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const product = products.find((each) => each.plans.some((plan) => plan.id === search.plan))
  const plan = product?.plans.find((each) => each.id === search.plan)
  const seats = search.seats ?? Math.max(1, plan?.minimumSeats ?? 1)
  const asked = plan ? quoteOf(account.id, { planId: plan.id, seats, alignTo: search.alignTo }) : null
  const live = useLiveQuote(BuyQuote, asked, early)
  const quote = live.data?.seatQuote
  return (
    <div className={classes.form}>
      <div className={classes.choices}>
        <PlanPicker products={products} plan={search.plan} onChange={(id) => set({ plan: id, alignTo: undefined })}>
          {product && plan && (
            <>
              <SeatStepper
                label={t('change.number', { seats: product.seatNoun.other })}
                value={seats}
                onChange={(value) => set({ seats: value })}
                error={quote?.obstacles.find((obstacle) => obstacle.code === 'SEAT_LIMIT_EXCEEDED')?.message}
              />
              <AlignChoice plan={plan} value={search.alignTo} onChange={(alignTo) => set({ alignTo })} />
            </>
          )}
        </PlanPicker>
      </div>
      <aside className={classes.side} aria-label={t('change.effect')}>
        <AddToCartButton change={asked?.input.changes[0] ?? null} due={quote?.amountDue} outdated={live.outdated} />
        {plan ? <QuotePanel quote={quote} live={live} /> : <p className="muted">{t('change.buy.choose')}</p>}
      </aside>
    </div>
  )
}

/** The dates of a subscription that the new one may join, so that both come on one invoice. */
function AlignChoice({
  plan,
  value,
  onChange,
}: {
  plan: Plan
  value: string | undefined
  onChange: (id: string | undefined) => void
}) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const [{ data }] = useQuery({ query: AlignTargets, variables: { account: account.id } })
  const targets = data?.account?.subscriptions.nodes.filter(
    (each) => each.status === 'ACTIVE' && each.plan.interval === plan.interval && each.nextBillingDate,
  )
  if (!targets?.length) return null
  const label = (target: (typeof targets)[number]) => ({
    product: target.product.name,
    date: formats.day(target.nextBillingDate ?? '', target.currentPeriod?.timeZone ?? account.timeZone),
  })
  return (
    <NativeSelect
      label={t('change.align')}
      maw="26rem"
      value={value ?? ''}
      data={[
        { value: '', label: t('change.align.own') },
        ...targets.map((target) => ({ value: target.id, label: t('change.align.with', label(target)) })),
      ]}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  )
}
