import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { ChangedSubscriptionQuery, SeatChangeInput } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import type { ChangeSearch, Effective } from '../../lib/paths'
import { useText } from '../../lib/text'
import { SeatStepper } from '../../ui/SeatStepper'
import { Note } from '../../ui/Status'
import { AddToCartButton } from './AddToCartButton'
import classes from './Change.module.css'
import { ChangeQuotes } from './change.graphql'
import { EffectiveChoice } from './EffectiveChoice'
import { PlanChoice } from './PlanChoice'
import { QuotePanel } from './QuotePanel'
import { ReleaseChoice, type Releases } from './ReleaseChoice'
import { useLiveQuote } from './useLiveQuote'

export type Subscription = NonNullable<ChangedSubscriptionQuery['subscription']>

const route = getRouteApi('/a/$account/s/$sub/change')

export function ChangeForm({ subscription }: { subscription: Subscription }) {
  const t = useText()
  const account = useAccount()
  const form = useChange(subscription)
  const { seats, plan, effective, releases } = form
  const noun = subscription.product.seatNoun.other
  const excess = subscription.seatsAssigned - subscription.seatsReleasing - seats
  const same = seats === subscription.seatsOwned && plan === undefined

  const change = (when: Effective, released = true): SeatChangeInput => ({
    subscriptionId: subscription.id,
    ...(plan !== undefined && { planId: plan }),
    seats,
    effective: when,
    ...(released && excess > 0 && releases && { releases }),
  })
  const input = (each: SeatChangeInput) => ({ accountId: account.id, changes: [each] })
  const quote = useLiveQuote(
    ChangeQuotes,
    same
      ? null
      : {
          now: input(change('NOW')),
          atRenewal: input(change('AT_RENEWAL')),
          unreleased: input(change(effective, false)),
          releasing: excess > 0,
        },
  )
  const chosen = effective === 'NOW' ? quote.data?.now : quote.data?.atRenewal

  return (
    <div className={classes.form}>
      <div className={classes.choices}>
        <SeatStepper
          label={t('change.number', { seats: noun })}
          value={seats}
          onChange={(value) => form.set({ seats: value })}
          error={limitError(chosen?.obstacles)}
        />
        <p className="muted">
          {t('change.have', { owned: subscription.seatsOwned, assigned: subscription.seatsAssigned })}
        </p>
        {seats === 0 && <Note kind="warn" title={t('change.cancels')} />}
        <PlanChoice subscription={subscription} plan={plan} onChange={(value) => form.set({ plan: value })} />
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
            subscription={subscription}
            seats={seats}
            excess={excess}
            proposals={quote.data?.unreleased}
            value={releases}
            onChange={form.setReleases}
          />
        )}
      </div>
      <aside className={classes.side} aria-label={t('change.effect')}>
        {same ? (
          <p className="muted">{t('change.same')}</p>
        ) : (
          <QuotePanel quote={chosen} live={quote} date={effective} />
        )}
        <AddToCartButton change={same ? null : change(effective)} />
      </aside>
    </div>
  )
}

/** What the form holds: in the address, but for the names of those who lose a seat. */
function useChange(subscription: Subscription) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [releases, setReleases] = useState<Releases>()
  const set = (changed: ChangeSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const plan = search.plan === subscription.plan.id ? undefined : search.plan
  return {
    seats: search.seats ?? subscription.seatsOwned,
    plan,
    effective: search.effective ?? ('NOW' as Effective),
    releases,
    setReleases,
    set,
  }
}

/** A number that the plan does not allow is told beside the number. */
function limitError(obstacles: readonly { code: string; message: string }[] | undefined) {
  return obstacles?.find((obstacle) => obstacle.code === 'SEAT_LIMIT_EXCEEDED')?.message
}
