import { getRouteApi } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type {
  ChangeQuoteFragment,
  ChangeQuotesQuery,
  ChangeQuotesQueryVariables,
  SeatChangeInput,
} from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import type { ChangeSearch } from '../../lib/paths'
import { useText } from '../../lib/text'
import { SeatStepper } from '../../ui/SeatStepper'
import { Note } from '../../ui/Status'
import { AddToCartButton } from './AddToCartButton'
import classes from './Change.module.css'
import { ChangeQuotes } from './change.graphql'
import { frees, quotesOf, type Releases, type Subscription } from './changed'
import { EffectiveChoice } from './EffectiveChoice'
import { PlanChoice } from './PlanChoice'
import { QuotePanel } from './QuotePanel'
import { ReleaseChoice } from './ReleaseChoice'
import { type EarlyQuote, type LiveQuote, useLiveQuote } from './useLiveQuote'

const route = getRouteApi('/a/$account/s/$sub/change')

type Early = EarlyQuote<ChangeQuotesQuery, ChangeQuotesQueryVariables> | undefined

export function ChangeForm({ subscription, early }: { subscription: Subscription; early: Early }) {
  const t = useText()
  const form = useChange(subscription, early)
  const releasing = useRef<HTMLFieldSetElement>(null)
  const { seats, same, quote, effective, excess } = form
  const chosen = effective === 'NOW' ? quote.data?.now : quote.data?.atRenewal
  const refusal = quote.outdated ? undefined : refusalOf(chosen)
  return (
    <div className={classes.form}>
      <div className={classes.choices}>
        <SeatStepper
          label={t('change.number', { seats: subscription.product.seatNoun.other })}
          value={seats}
          onChange={(value) => form.set({ seats: value })}
          error={limitError(chosen?.obstacles)}
        />
        <p className="muted">
          {t('change.have', { owned: subscription.seatsOwned, assigned: subscription.seatsAssigned })}
        </p>
        {seats === 0 && <Note kind="warn" title={t('change.cancels')} />}
        {seats > 0 && (
          <PlanChoice subscription={subscription} plan={form.plan} onChange={(value) => form.set({ plan: value })} />
        )}
        {!same && (
          <EffectiveChoice
            value={effective}
            quotes={quote.data}
            outdated={quote.outdated}
            onChange={(value) => form.set({ effective: value })}
          />
        )}
        {excess > 0 && (
          <ReleaseChoice
            ref={releasing}
            subscription={subscription}
            seats={seats}
            excess={excess}
            effective={effective}
            proposals={quote.data?.unreleased}
            value={form.releases}
            onChange={form.setReleases}
          />
        )}
      </div>
      <aside className={classes.side} aria-label={t('change.effect')}>
        <AddToCartButton
          change={same ? null : { ...form.change, effective }}
          due={chosen?.amountDue}
          outdated={quote.outdated}
          missing={refusal ?? (frees(form.releases, excess) ? undefined : t('change.release.missing'))}
          onMissing={() => releasing.current?.querySelector('input')?.focus()}
        />
        {same ? (
          <p className="muted">{t('change.same')}</p>
        ) : (
          <QuotePanel quote={chosen} live={quote} date={effective} />
        )}
      </aside>
    </div>
  )
}

/** What the form holds, in the address but for those who lose a seat, and what it costs now and at the renewal. */
function useChange(subscription: Subscription, early: Early) {
  const account = useAccount()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [named, setReleases] = useState<Releases>()
  const set = (changed: ChangeSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const seats = search.seats ?? subscription.seatsOwned
  const plan = search.plan === subscription.plan.id || seats === 0 ? undefined : search.plan
  const excess = subscription.seatsAssigned - subscription.seatsReleasing - seats
  const same = seats === subscription.seatsOwned && plan === undefined
  // Where none is left there is nobody to choose.
  const releases: Releases | undefined = seats === 0 ? { rule: 'LAST_ASSIGNED' } : named

  const change: SeatChangeInput = {
    subscriptionId: subscription.id,
    ...(plan !== undefined && { planId: plan }),
    seats,
    ...(excess > 0 && releases && { releases }),
  }
  const asked = quotesOf(account.id, change, excess > 0)
  // The page asked before it was known whether anybody must be released: what it got is enough for both.
  const known = early && { ...early, variables: { ...early.variables, releasing: asked.releasing } }
  const quote: LiveQuote<ChangeQuotesQuery> = useLiveQuote(ChangeQuotes, same ? null : asked, known)
  const effective = search.effective ?? (onlyAtRenewal(quote.data) ? 'AT_RENEWAL' : 'NOW')
  return { seats, plan, excess, same, releases, setReleases, effective, quote, change, set }
}

/** A plan may let a change wait for the renewal alone: then that is what is proposed. */
function onlyAtRenewal(quotes: ChangeQuotesQuery | undefined) {
  return quotes !== undefined && refused(quotes.now) && !refused(quotes.atRenewal)
}

function refused(quote: ChangeQuoteFragment) {
  return quote.obstacles.some((obstacle) => obstacle.code === 'SEAT_CHANGE_REFUSED')
}

/** What the plan does not allow, as far as the price in hand says it: it would be a dead end in the cart. */
function refusalOf(quote: ChangeQuoteFragment | undefined) {
  const codes = ['SEAT_CHANGE_REFUSED', 'SEAT_LIMIT_EXCEEDED']
  return quote?.obstacles.find((obstacle) => codes.includes(obstacle.code))?.message
}

/** A number that the plan does not allow is told beside the number. */
function limitError(obstacles: readonly { code: string; message: string }[] | undefined) {
  return obstacles?.find((obstacle) => obstacle.code === 'SEAT_LIMIT_EXCEEDED')?.message
}
