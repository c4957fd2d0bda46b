import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ReviewQuoteFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import type { TextId } from '../../lib/textId'
import { ActionButton } from '../../ui/ActionButton'
import { PayBar } from '../../ui/PayBar'
import { Note } from '../../ui/Status'
import { type Change, namesOf, Period, Seats } from './ChangeSummary'
import type { AmountDifference, Difference, Fact } from './differences'
import classes from './Review.module.css'
import type { Shown, usePlacing } from './usePlacing'

interface PanelProps {
  quote: ReviewQuoteFragment
  changed: readonly Difference[]
  placing: ReturnType<typeof usePlacing>
  onPlace: () => void
}

const notHere = new Set(['PAYMENT_DATA_REQUIRED'])

/** The one button that buys, and by it what came of it. */
export function PlaceOrderPanel({ quote, changed, placing, onPlace }: PanelProps) {
  const t = useText()
  const busy = placing.progress !== 'idle'
  const unknown = placing.shown?.kind === 'noAnswer'
  const blocked = quote.obstacles.filter((obstacle) => !notHere.has(obstacle.code))
  return (
    <>
      {blocked.map((obstacle, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: obstacles have no id, and two can say the same
        <Note key={at} kind="warn" title={obstacle.message}>
          {obstacle.__typename === 'SeatsStillAssigned' && (
            <Release quote={quote} subscription={obstacle.subscriptionId} />
          )}
        </Note>
      ))}
      {changed.length > 0 && <Changed differences={changed} />}
      {placing.progress === 'checking' && <Note kind="neutral" role="status" title={t('review.answer.noAnswer')} />}
      {placing.shown && placing.shown.kind !== 'quoteChanged' && <AnswerNote shown={placing.shown} quote={quote} />}
      <PayBar label={t('review.due')} due={quote.amountDue} repeated>
        <ActionButton
          size="md"
          fullWidth
          pending={busy}
          idle={!quote.amountDue}
          onClick={unknown ? placing.check : onPlace}
        >
          {unknown ? t('review.check') : t('review.place')}
        </ActionButton>
      </PayBar>
    </>
  )
}

/** The price changed, or what is bought for it: everything that did, before and now, announced and focused. */
function Changed({ differences }: { differences: readonly Difference[] }) {
  const t = useText()
  const note = useFocused(differences)
  const nameOf = useNames()
  const price = differences.some((each) => 'what' in each)
  return (
    <Note ref={note} kind="warn" role="alert" title={t(price ? 'review.answer.changed' : 'review.answer.orderChanged')}>
      <table className={classes.changed}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('review.before')}</th>
            <th scope="col">{t('review.now')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: differences have no id, and two can have one name
            <tr key={at}>
              <th scope="row">{nameOf(difference)}</th>
              {'what' in difference ? <Amounts {...difference} /> : <Facts {...difference} />}
            </tr>
          ))}
        </tbody>
      </table>
    </Note>
  )
}

const factNames: Record<Fact, TextId> = {
  plan: 'review.plan',
  seats: 'review.seats',
  period: 'review.period',
  released: 'review.released',
}

function useNames() {
  const t = useText()
  return (difference: Difference) => {
    if ('fact' in difference) {
      const product = (difference.after ?? difference.before)?.product?.name
      return `${product}: ${t(factNames[difference.fact])}`
    }
    const { what } = difference
    return 'text' in what ? t(what.text) : `${what.product}: ${t(`ui.line.${what.line}`)}`
  }
}

const none = '\u2013'

function Amounts({ before, after }: Pick<AmountDifference, 'before' | 'after'>) {
  const formats = useFormats()
  return (
    <>
      <td>{before ? formats.money(before) : none}</td>
      <td>{after ? formats.money(after) : none}</td>
    </>
  )
}

function Facts({ fact, before, after }: { fact: Fact; before: Change | undefined; after: Change | undefined }) {
  return (
    <>
      <td className={classes.fact}>{before ? <FactOf fact={fact} change={before} /> : none}</td>
      <td className={classes.fact}>{after ? <FactOf fact={fact} change={after} /> : none}</td>
    </>
  )
}

function FactOf({ fact, change }: { fact: Fact; change: Change }) {
  const t = useText()
  const formats = useFormats()
  switch (fact) {
    case 'plan':
      return change.plan?.name
    case 'seats':
      return <Seats change={change} />
    case 'period':
      return <Period change={change} />
    case 'released':
      return change.releasedCount > 0 ? formats.list(namesOf(t, change)) : none
  }
}

interface AnswerProps {
  shown: Exclude<Shown, { kind: 'quoteChanged' }>
  quote: ReviewQuoteFragment
}

function AnswerNote({ shown, quote }: AnswerProps) {
  const t = useText()
  const account = useAccount()
  const note = useFocused(shown)
  switch (shown.kind) {
    case 'inProgress':
      return (
        <Note ref={note} kind="neutral" role="alert" title={t('review.answer.inProgress')}>
          <Link to={paths.order(account.id, shown.orderId)}>{t('review.answer.toOrder')}</Link>
        </Note>
      )
    case 'noAnswer':
      return <Note ref={note} kind="neutral" role="alert" title={t('review.answer.noAnswer')} />
    case 'stillAssigned':
      return (
        <Note ref={note} kind="bad" role="alert" title={shown.message}>
          <Release quote={quote} subscription={shown.subscription} />
        </Note>
      )
    case 'keyUsed':
      return <Note ref={note} kind="bad" role="alert" title={t('review.answer.keyUsed')} />
    case 'cardNeeded':
      return <Note ref={note} kind="warn" role="alert" title={t('review.answer.cardNeeded')} />
    case 'card':
      return <Note ref={note} kind="bad" role="alert" title={t(`lib.card.error.${shown.error}`)} />
    default:
      return <Note ref={note} kind="bad" role="alert" title={shown.message} />
  }
}

/** Leads to where those are chosen who lose a seat by a change. */
function Release({ quote, subscription }: { quote: ReviewQuoteFragment; subscription: string }) {
  const t = useText()
  const account = useAccount()
  const change = quote.changes.find((each) => each.subscriptionId === subscription)
  if (!change) return null
  const plan = change.plan?.id === change.planBefore?.id ? undefined : change.plan?.id
  const search = { seats: change.seats, effective: change.effective ?? undefined, plan }
  return <Link to={paths.change(account.id, subscription, search)}>{t('review.release')}</Link>
}

/** Puts the focus on what is new by the button. */
function useFocused(what: unknown) {
  const note = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer takes the focus again
  useEffect(() => note.current?.focus(), [what])
  return note
}
