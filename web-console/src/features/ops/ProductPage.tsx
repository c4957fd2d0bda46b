import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { OpsPriceFragment, OpsProductQuery } from '../../gql/graphql'
import { Loaded } from '../../lib/Loaded'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { ForVendor } from '../../lib/viewer'
import { Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import classes from './Ops.module.css'
import { OpsProduct } from './ops.graphql'
import { PricePreview } from './PricePreview'

const route = getRouteApi('/vendor/ops/catalog/$product')

type Product = NonNullable<OpsProductQuery['product']>
type Plan = Product['plans'][number]

/** A product's plans, their prices, and what a number of seats would cost. */
export function ProductPage() {
  const t = useText()
  const { product: code } = route.useParams()
  const query = useKept(useQuery({ query: OpsProduct, variables: { code } }))
  const product = query[0].data?.product
  return (
    <Page
      title={product?.name ?? code}
      lead={product?.description}
      zone="UTC"
      crumbs={[{ label: t('ops.catalog'), path: paths.opsCatalog() }]}
    >
      <ForVendor operator>
        <Loaded query={query} skeleton={[14, 14]}>
          {(data) =>
            data.product ? (
              data.product.plans.map((plan) => <PlanPanel key={plan.id} plan={plan} />)
            ) : (
              <Empty title={t('ui.missing.text')} />
            )
          }
        </Loaded>
      </ForVendor>
    </Page>
  )
}

function PlanPanel({ plan }: { plan: Plan }) {
  const t = useText()
  const formats = useFormats()
  return (
    <section className={classes.plan}>
      <header className="spread">
        <h2>{plan.name}</h2>
        <Status kind={plan.active ? 'good' : 'neutral'}>
          {t(plan.active ? 'ops.plan.active' : 'ops.plan.archived')}
        </Status>
      </header>
      <dl className="terms">
        <dt>{t('ops.plan.code')}</dt>
        <dd>{plan.code}</dd>
        <dt>{t('ops.plan.interval')}</dt>
        <dd>{t(`ops.plan.interval.${plan.interval}`)}</dd>
        <dt>{t('ops.plan.limits')}</dt>
        <dd>
          {t('ops.plan.range', {
            minimum: formats.number(plan.minimumSeats),
            maximum: formats.number(plan.maximumSeats),
          })}
        </dd>
        {plan.trialDays > 0 && (
          <>
            <dt>{t('ops.plan.trial')}</dt>
            <dd>{t('ops.plan.days', { days: plan.trialDays })}</dd>
          </>
        )}
        <dt>{t('ops.plan.anchor')}</dt>
        <dd>{t(`ops.plan.anchor.${plan.policy.anchor}`)}</dd>
        <dt>{t('ops.plan.decrease')}</dt>
        <dd>{t(`ops.plan.decrease.${plan.policy.decrease}`)}</dd>
        <dt>{t('ops.plan.grain')}</dt>
        <dd>{t(`ops.plan.grain.${plan.policy.grain}`)}</dd>
      </dl>
      {plan.prices.length === 0 ? (
        <p className="muted">{t('ops.prices.none')}</p>
      ) : (
        <div className={classes.prices}>
          <Prices prices={plan.prices} />
          <PricePreview plan={plan} />
        </div>
      )}
    </section>
  )
}

function Prices({ prices }: { prices: readonly OpsPriceFragment[] }) {
  const t = useText()
  return (
    <div className="stack">
      <h3>{t('ops.prices')}</h3>
      {prices.map((price) => (
        <Price key={price.id} price={price} />
      ))}
    </div>
  )
}

function Price({ price }: { price: OpsPriceFragment }) {
  const t = useText()
  const formats = useFormats()
  return (
    <div className="stack-tight">
      <span>
        <span className="strong">{price.currency}</span> · {t(`ops.model.${price.model}`)} ·{' '}
        {t(price.taxInclusive ? 'ops.price.gross' : 'ops.price.net')}
      </span>
      <span className="muted small">{t('ops.price.from', { date: formats.day(price.newFrom, 'UTC') })}</span>
      <ul className={classes.tiers}>
        {price.tiers.map((tier) => (
          <li key={tier.firstSeat}>
            <span>
              {tier.lastSeat === null || tier.lastSeat === undefined
                ? t('ops.tier.open', { first: tier.firstSeat })
                : t('ops.tier', { first: tier.firstSeat, last: tier.lastSeat })}
            </span>
            <span className="amount">{t('ops.perSeat', { price: formats.money(tier.unitPrice) })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
