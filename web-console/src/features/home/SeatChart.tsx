import { Area, AreaChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useQuery } from 'urql'
import { useAccount } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { useFormats, useText } from '../../lib/text'
import { ChartTable } from './ChartTable'
import { SeatDays } from './charts.graphql'
import classes from './Home.module.css'

const daysOfMonth = 30

/** Seats owned and assigned at the end of each day. */
export default function SeatChart({ months }: { months: number }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const query = useQuery({ query: SeatDays, variables: { account: account.id, days: months * daysOfMonth } })
  const tick = { fill: 'var(--muted)', fontSize: 12 }
  return (
    <Loaded query={query} skeleton={[16]}>
      {(data) => {
        const days = data.account?.seatsByDay ?? []
        return (
          <>
            <div className={classes.chart} aria-hidden>
              <ResponsiveContainer>
                <AreaChart data={days} accessibilityLayer={false} margin={{ top: 8, right: 8 }}>
                  <XAxis
                    dataKey="date"
                    tickFormatter={formats.month}
                    tick={tick}
                    stroke="var(--line)"
                    minTickGap={48}
                  />
                  <YAxis width={40} tick={tick} stroke="var(--line)" allowDecimals={false} />
                  <Area
                    dataKey="owned"
                    type="stepBefore"
                    stroke="var(--control)"
                    fill="var(--selected)"
                    isAnimationActive={false}
                  />
                  <Area
                    dataKey="assigned"
                    type="stepBefore"
                    stroke="var(--accent)"
                    fill="var(--accent)"
                    fillOpacity={0.3}
                    isAnimationActive={false}
                  />
                </AreaChart>
              </ResponsiveContainer>
            </div>
            <p className={classes.legend} aria-hidden>
              <span className={classes.owned}>{t('home.charts.owned')}</span>
              <span className={classes.assigned}>{t('home.charts.assigned')}</span>
            </p>
            <ChartTable
              caption={t('home.charts.seats')}
              columns={[t('home.charts.day'), t('home.charts.owned'), t('home.charts.assigned')]}
              rows={days
                .filter(changes)
                .map((day) => [formats.date(day.date), formats.number(day.owned), formats.number(day.assigned)])}
            />
          </>
        )
      }}
    </Loaded>
  )
}

interface Day {
  owned: number
  assigned: number
}

/** The days on which something changed, and the first. */
function changes(day: Day, at: number, days: Day[]) {
  const before = days[at - 1]
  return before?.owned !== day.owned || before.assigned !== day.assigned
}
