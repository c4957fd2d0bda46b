import type { ReactNode } from 'react'
import type { ReviewQuoteFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { isZero } from '../../lib/money'
import { useFormats, useText } from '../../lib/text'
import { QuoteLines } from '../../ui/QuoteLines'
import { Note } from '../../ui/Status'
import classes from './Review.module.css'

export type Change = ReviewQuoteFragment['changes'][number]

/** One subscription of the order: its billing period, seats, prices, lines, and who loses a seat. */
export function ChangeSummary({ change }: { change: Change }) {
  const t = useText()
  const formats = useFormats()
  return (
    <section className={classes.change} aria-label={change.product?.name}>
      <div className="spread">
        <h2>{change.product?.name}</h2>
        <span className="muted">{planOf(t, change)}</span>
      </div>
      <dl className={classes.facts}>
        {change.effective && (
          <Fact name={periodName(t, change)}>
            <Period change={change} />
          </Fact>
        )}
        <Fact name={t('review.seats')}>
          <Seats change={change} />
        </Fact>
        <Prices change={change} />
      </dl>
      <QuoteLines lines={change.lines} />
      {change.releasedCount > 0 && (
        <Note
          kind="warn"
          title={t(change.effective === 'AT_RENEWAL' ? 'review.releases.later' : 'review.releases', {
            count: change.releasedCount,
          })}
        >
          <p>{formats.list(namesOf(t, change))}</p>
        </Note>
      )}
    </section>
  )
}

/** The seats before and after; of a new subscription those that it begins with. */
export function Seats({ change }: { change: Change }) {
  const formats = useFormats()
  return (
    <>
      <span className="strong">
        {change.seatsBefore === 0 && change.kind === 'NEW'
          ? formats.number(change.seats)
          : `${formats.number(change.seatsBefore)} → ${formats.number(change.seats)}`}
      </span>{' '}
      {change.seats === 1 ? change.product?.seatNoun.one : change.product?.seatNoun.other}
    </>
  )
}

/** Those whom the server names, and that there are more. */
export function namesOf(t: ReturnType<typeof useText>, { released, releasedCount }: Change) {
  const names = released.map((user) => user.name)
  return releasedCount > names.length ? [...names, t('review.release.more')] : names
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function planOf(t: ReturnType<typeof useText>, change: Change) {
  const plan = change.plan?.name ?? ''
  return change.planBefore && change.planBefore.name !== plan
    ? t('review.planChange', { before: change.planBefore.name, plan })
    : plan
}

function periodName(t: ReturnType<typeof useText>, change: Change) {
  const today = change.effective === 'NOW' && change.period && change.period.start !== change.periodBefore?.start
  return t(today ? 'review.period.today' : 'review.period')
}

export function Period({ change }: { change: Change }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  if (!change.period) return t('review.period.ends')
  const zone = change.period.timeZone ?? account.timeZone
  const [start, end] = [formats.day(change.period.start, zone), formats.day(change.period.end, zone)]
  return (
    <>
      {t('review.period.dates', { start, end })}
      {change.effective === 'AT_RENEWAL' && <> {t('review.period.then', { date: end })}</>}
    </>
  )
}

/** The plan's prices as they apply to this number of seats. */
function Prices({ change }: { change: Change }) {
  const t = useText()
  const formats = useFormats()
  const line = change.lines.find((each) => each.kind === 'CHARGE' || each.kind === 'SCHEDULED')
  if (!line || line.tiers.length === 0) return null
  return (
    <Fact name={t('review.prices')}>
      {line.tiers.map((tier) => (
        <div key={tier.firstSeat}>
          {t(`review.price.${change.plan?.interval ?? 'MONTH'}`, {
            seats: tier.seats,
            price: formats.money(tier.unitPrice),
          })}
        </div>
      ))}
      {!isZero(line.fixedFee) && <div>{t('review.fee', { fee: formats.money(line.fixedFee) })}</div>}
    </Fact>
  )
}
