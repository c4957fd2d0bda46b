import { NativeSelect } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useAccount, useCan } from '../../lib/account'
import { LinkTabs } from '../../lib/LinkTabs'
import { paths } from '../../lib/paths'
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
  const account = useAccount()
  const { chart, months = 12 } = route.useSearch()
  const navigate = route.useNavigate()
  const kinds = [
    ...(can('READ_BILLING') ? (['spend'] as const) : []),
    ...(can('READ_SEATS') ? (['seats'] as const) : []),
  ]
  const shown = kinds.find((kind) => kind === chart)
  if (kinds.length === 0) return null
  const tabs = kinds.map((kind) => ({
    label: t(`home.charts.${kind}`),
    to: paths.account(account.id, { chart: kind, months }),
    open: kind === shown,
  }))
  const none = { label: t('home.charts.none'), to: paths.account(account.id), open: false }
  return (
    <section className={classes.charts} aria-label={t('home.charts')}>
      <h2>{t('home.charts')}</h2>
      <div className="spread">
        <LinkTabs label={t('home.charts')} tabs={shown ? [...tabs, none] : tabs} />
        {shown && (
          <NativeSelect
            aria-label={t('home.charts.span')}
            value={String(months)}
            data={spans.map((span) => ({ value: String(span), label: t('home.charts.months', { months: span }) }))}
            onChange={(event) =>
              navigate({
                search: { chart: shown, months: Number(event.target.value) },
                replace: true,
                resetScroll: false,
              })
            }
          />
        )}
      </div>
      {shown && (
        <Suspense fallback={<Skeleton heights={[16]} />}>
          {shown === 'spend' ? <SpendChart months={months} /> : <SeatChart months={months} />}
        </Suspense>
      )}
    </section>
  )
}
