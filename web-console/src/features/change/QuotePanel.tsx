import { useEffect, useState } from 'react'
import type { ChangeQuoteFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { isZero, unbroken } from '../../lib/money'
import { useFormats, useText } from '../../lib/text'
import { QuoteLines, Sum, Sums } from '../../ui/QuoteLines'
import { Note } from '../../ui/Status'
import { LoadError, Skeleton } from '../../ui/states'
import classes from './Change.module.css'
import type { LiveQuote } from './useLiveQuote'

interface PanelProps {
  quote: ChangeQuoteFragment | undefined
  live: LiveQuote<unknown>
  /** Which of the ways to make the change is shown; a new one is announced anew. */
  date?: string
}

/** What a change costs and why, in the server's sentences. While another number is asked for, the old one stands dimmed. */
export function QuotePanel({ quote, live, date }: PanelProps) {
  const account = useAccount()
  const failure = live.error && failureOf(live.error)
  if (failure && failure.kind !== 'session') {
    return <LoadError message={failure.message} requestId={failure.requestId} onRetry={live.retry} />
  }
  if (account.corporate) return <ByRequest quote={quote} />
  if (!quote) return <Skeleton heights={[3, 6, 4]} />
  return (
    <div className={classes.quote} data-outdated={live.outdated || undefined} aria-busy={live.outdated}>
      <Announced text={quote.summary} settled={!live.outdated} about={date} />
      <p className={classes.summary}>{unbroken(quote.summary)}</p>
      <Obstacles quote={quote} />
      <Effects quote={quote} />
      <QuoteLines lines={quote.changes.flatMap((change) => change.lines)} />
      <Totals quote={quote} />
    </div>
  )
}

/** A corporate account buys through its representative: what stands in the way, and no prices. */
function ByRequest({ quote }: { quote: ChangeQuoteFragment | undefined }) {
  const t = useText()
  return (
    <>
      <p className={classes.summary}>{t('change.corporate')}</p>
      {quote && <Obstacles quote={quote} />}
    </>
  )
}

/** One polite sentence per settled quote, not one per step. */
function Announced({ text, settled, about }: { text: string; settled: boolean; about: string | undefined }) {
  const [said, setSaid] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same sentence about another date is news
  useEffect(() => {
    if (settled) setSaid(text)
  }, [text, settled, about])
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  )
}

const toldElsewhere = new Set([
  'SEAT_LIMIT_EXCEEDED',
  'SEATS_STILL_ASSIGNED',
  'PAYMENT_DATA_REQUIRED',
  'REPRESENTATIVE_REQUIRED',
])

function Obstacles({ quote }: { quote: ChangeQuoteFragment }) {
  return quote.obstacles
    .filter((obstacle) => !toldElsewhere.has(obstacle.code))
    .map((obstacle) => <Note key={obstacle.code + obstacle.message} kind="warn" title={obstacle.message} />)
}

function Effects({ quote }: { quote: ChangeQuoteFragment }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return quote.changes.map((change) => {
    const zone = change.period?.timeZone ?? account.timeZone
    const before = change.periodBefore?.end
    const next = change.nextBillingDate
    return (
      <div key={`${change.seatsBefore}-${change.seats}`} className="stack-tight">
        {next && <NextDate before={before} next={next} zone={zone} />}
        {change.renewal && next && (
          <p className="muted">{t('change.renewal', { amount: formats.money(change.renewal) })}</p>
        )}
        {change.newPriceVersion && <p className="muted">{t('change.newPrice')}</p>}
        {change.dropsScheduledChange && <Note kind="warn" title={t('change.dropsScheduled')} />}
      </div>
    )
  })
}

/** The next billing date, and the one before where it moves; the years too, where they are not the same. */
function NextDate({ before, next, zone }: { before: string | undefined; next: string; zone: string }) {
  const t = useText()
  const formats = useFormats()
  const moves = before !== undefined && formats.day(before, zone) !== formats.day(next, zone)
  if (!moves) return <p>{t('change.date', { date: formats.day(next, zone) })}</p>
  const [from, to] = formats.days(before, next, zone)
  return <p>{t('change.date.moves', { before: from, after: to })}</p>
}

function Totals({ quote }: { quote: ChangeQuoteFragment }) {
  const t = useText()
  const { totals, amountDue } = quote
  if (!totals || !amountDue) return null
  return (
    <>
      <Sums>
        {totals.chargeTax
          .filter(({ tax }) => !isZero(tax))
          .map(({ tax }) => (
            <Sum key={`charge ${tax.amount}`} label={t('change.tax')} money={tax} />
          ))}
        {totals.creditTax
          .filter(({ tax }) => !isZero(tax))
          .map(({ tax }) => (
            <Sum key={`credit ${tax.amount}`} label={t('change.creditTax')} money={tax} credit />
          ))}
        {!isZero(totals.carriedInvoices) && <Sum label={t('change.carried')} money={totals.carriedInvoices} />}
        {!isZero(totals.balanceApplied) && (
          <Sum label={t('change.balanceApplied')} money={totals.balanceApplied} credit />
        )}
        {!isZero(totals.balanceAdded) && <Sum label={t('change.balanceAdded')} money={totals.balanceAdded} />}
        <Sum label={t('change.due')} money={amountDue} total />
      </Sums>
      <p className="muted small">{quote.tax.explanation}</p>
    </>
  )
}
