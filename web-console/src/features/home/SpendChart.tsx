import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis } from 'recharts'
import { useQuery } from 'urql'
import type { SpendQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { isZero } from '../../lib/money'
import { useFormats, useText } from '../../lib/text'
import { ChartTable } from './ChartTable'
import { Spend } from './charts.graphql'
import classes from './Home.module.css'

type Month = NonNullable<SpendQuery['account']>['spendByMonth'][number]

/** What was spent in each month; the amounts stand over the bars and in the table. */
export default function SpendChart({ months }: { months: number }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const query = useQuery({ query: Spend, variables: { account: account.id, months } })
  const labelOf = (each: Month) => (isZero(each.spent) ? '' : formats.money(each.spent))
  return (
    <Loaded query={query} skeleton={[16]}>
      {(data) => {
        const spent = data.account?.spendByMonth ?? []
        if (spent.every((each) => isZero(each.spent))) return <p className="muted">{t('home.charts.nothing')}</p>
        return (
          <>
            <div className={classes.chart} aria-hidden>
              <ResponsiveContainer>
                <BarChart data={spent} accessibilityLayer={false} margin={{ top: 24 }}>
                  <XAxis
                    dataKey="month"
                    tickFormatter={formats.month}
                    tick={{ fill: 'var(--muted)', fontSize: 12 }}
                    stroke="var(--line)"
                  />
                  <Bar dataKey="spent.minorUnits" fill="var(--accent)" maxBarSize={64} isAnimationActive={false}>
                    <LabelList dataKey={labelOf} position="top" className={classes.barLabel} />
                  </Bar>
                </BarChart>
              </ResponsiveContainer>
            </div>
            <ChartTable
              caption={t('home.charts.spend')}
              columns={[t('home.charts.month'), t('home.charts.spent')]}
              rows={spent.map((each) => [formats.month(each.month), formats.money(each.spent)])}
            />
          </>
        )
      }}
    </Loaded>
  )
}
