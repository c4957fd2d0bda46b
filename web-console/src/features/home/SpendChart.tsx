import { Bar, BarChart, ResponsiveContainer, XAxis } from 'recharts'
import { useQuery } from 'urql'
import { useAccount } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { useFormats, useText } from '../../lib/text'
import { ChartTable } from './ChartTable'
import { Spend } from './charts.graphql'
import classes from './Home.module.css'

/** What was spent in each month; the amounts stand in the table, the bars only compare them. */
export default function SpendChart({ months }: { months: number }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const query = useQuery({ query: Spend, variables: { account: account.id, months } })
  return (
    <Loaded query={query} skeleton={[16]}>
      {(data) => {
        const spent = data.account?.spendByMonth ?? []
        return (
          <>
            <div className={classes.chart} aria-hidden>
              <ResponsiveContainer>
                <BarChart data={spent} accessibilityLayer={false}>
                  <XAxis
                    dataKey="month"
                    tickFormatter={formats.month}
                    tick={{ fill: 'var(--muted)', fontSize: 12 }}
                    stroke="var(--line)"
                  />
                  <Bar dataKey="spent.minorUnits" fill="var(--accent)" isAnimationActive={false} />
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
