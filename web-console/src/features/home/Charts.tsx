import { NativeSelect } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useCan } from '../../lib/account'
import type { HomeSearch } from '../../lib/paths'
import { useText } from '../../lib/text'
import { Skeleton } from '../../ui/states'
import classes from './Home.module.css'

const route = getRouteApi('/a/$account/')
const SpendChart = lazy(() => import('./SpendChart'))
const SeatChart = lazy(() => import('./SeatChart'))
const spans = [3, 6, 12]

/** Spending and seats over time: loaded when somebody asks for them, by the address or here. */
export function Charts() {
  const t = useText()
  const can = useCan()
  const { chart, months = 12 } = route.useSearch()
  const navigate = route.useNavigate()
  const set = (changed: HomeSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const kinds = [...(can('READ_BILLING') ? ['spend'] : []), ...(can('READ_SEATS') ? ['seats'] : [])]
  if (kinds.length === 0) return null
  return (
    <section className={classes.charts} aria-label={t('home.charts')}>
      <div className="row">
        <NativeSelect
          label={t('home.charts')}
          value={chart ?? ''}
          data={[
            { value: '', label: t('home.charts.none') },
            ...kinds.map((kind) => ({ value: kind, label: t(`home.charts.${kind}`) })),
          ]}
          onChange={(event) =>
            set({ chart: event.target.value === '' ? undefined : (event.target.value as 'spend' | 'seats') })
          }
        />
        {chart && (
          <NativeSelect
            label={t('home.charts.span')}
            value={String(months)}
            data={spans.map((span) => ({ value: String(span), label: t('home.charts.months', { months: span }) }))}
            onChange={(event) => set({ months: Number(event.target.value) })}
          />
        )}
      </div>
      <Suspense fallback={<Skeleton heights={[16]} />}>
        {chart === 'spend' && can('READ_BILLING') && <SpendChart months={months} />}
        {chart === 'seats' && can('READ_SEATS') && <SeatChart months={months} />}
      </Suspense>
    </section>
  )
}
