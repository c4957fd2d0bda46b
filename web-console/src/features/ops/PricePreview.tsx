import { NativeSelect } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { OpsProductQuery } from '../../gql/graphql'
import { failureOf } from '../../lib/failure'
import { isZero } from '../../lib/money'
import { useFormats, useText } from '../../lib/text'
import { Sum, Sums } from '../../ui/QuoteLines'
import { SeatStepper } from '../../ui/SeatStepper'
import { LoadError } from '../../ui/states'
import { Preview } from './ops.graphql'

const route = getRouteApi('/vendor/ops/catalog/$product')

type Plan = NonNullable<OpsProductQuery['product']>['plans'][number]

/** What a full period of a number of seats costs, tier by tier, as the server has it. */
export function PricePreview({ plan }: { plan: Plan }) {
  const t = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const currencies = [...new Set(plan.prices.map((price) => price.currency))]
  const currency = currencies.find((each) => each === search.currency) ?? currencies[0] ?? ''
  const seats = search.seats ?? 10
  const set = (changed: { seats?: number; currency?: string }) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const [{ data, error, stale }, again] = useQuery({ query: Preview, variables: { plan: plan.id, currency, seats } })
  const preview = data?.pricePreview
  return (
    <section className="panel stack" aria-label={t('ops.preview.of', { plan: plan.name })}>
      <h3>{t('ops.preview')}</h3>
      <div className="row">
        <SeatStepper label={t('ops.preview.seats')} value={seats} onChange={(next) => set({ seats: next })} />
        <NativeSelect
          label={t('ops.preview.currency')}
          value={currency}
          onChange={(event) => set({ currency: event.target.value })}
          data={currencies}
        />
      </div>
      {error && (
        <LoadError message={failureOf(error).message} onRetry={() => again({ requestPolicy: 'network-only' })} />
      )}
      {data && !preview && <p className="muted">{t('ops.preview.none')}</p>}
      {preview && (
        <div aria-busy={stale} aria-live="polite">
          <Shares preview={preview} />
        </div>
      )}
    </section>
  )
}

type Previewed = NonNullable<import('../../gql/graphql').PreviewQuery['pricePreview']>

function Shares({ preview }: { preview: Previewed }) {
  const t = useText()
  const formats = useFormats()
  return (
    <Sums>
      {preview.tiers.map((tier) => (
        <Sum
          key={tier.firstSeat}
          label={t('ops.preview.share', { seats: formats.number(tier.seats), price: formats.money(tier.unitPrice) })}
          money={tier.amount}
        />
      ))}
      {!isZero(preview.fixedFee) && <Sum label={t('ops.preview.fee')} money={preview.fixedFee} />}
      <Sum
        label={t(preview.price.taxInclusive ? 'ops.preview.totalGross' : 'ops.preview.totalNet')}
        money={preview.total}
        due
      />
    </Sums>
  )
}
