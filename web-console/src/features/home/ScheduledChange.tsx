import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMutation } from 'urql'
import type { HomeSubscriptionFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { ActionButton } from '../../ui/ActionButton'
import { Note } from '../../ui/Status'
import { UndoBar } from '../../ui/UndoBar'
import { UndoScheduledChange } from './home.graphql'

type Change = NonNullable<HomeSubscriptionFragment['scheduledChange']>

/**
 * A change that waits for the renewal, its undoing, and for ten seconds the way back to it: a new order, since prices and
 * people may differ by then, so that the bar says so instead of promising to undo.
 */
export function ScheduledChange({ subscription }: { subscription: HomeSubscriptionFragment }) {
  const t = useText()
  const words = useWords(subscription)
  const account = useAccount()
  const navigate = useNavigate()
  const [undone, setUndone] = useState<Change>()
  const change = subscription.scheduledChange
  if (change) return <Scheduled subscription={subscription} change={change} onUndone={() => setUndone(change)} />
  if (!undone) return null
  const again = paths.change(account.id, subscription.id, {
    seats: undone.seats,
    effective: 'AT_RENEWAL',
    ...(undone.plan && { plan: undone.plan.id }),
  })
  return (
    <UndoBar label={t('home.undone.again')} onUndo={() => navigate({ to: again })} onEnd={() => setUndone(undefined)}>
      {t(undone.seats === 0 ? 'home.undone.end' : 'home.undone', words(undone))}. {t('home.undone.order')}
    </UndoBar>
  )
}

/** When, how many and of what, for sentences about a change. */
function useWords({ currentPeriod, product }: HomeSubscriptionFragment) {
  const formats = useFormats()
  const account = useAccount()
  return (change: Change) => ({
    date: formats.day(change.dueAt, currentPeriod?.timeZone ?? account.timeZone),
    seats: change.seats,
    noun: change.seats === 1 ? product.seatNoun.one : product.seatNoun.other,
  })
}

function Scheduled(props: { subscription: HomeSubscriptionFragment; change: Change; onUndone: () => void }) {
  const t = useText()
  const can = useCan()
  const { subscription, change } = props
  const words = useWords(subscription)(change)
  const [{ fetching, data, error }, undo] = useMutation(UndoScheduledChange)
  const refusal =
    data?.cancelScheduledChange.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const press = async () => {
    const result = await undo({ change: change.id })
    if (result.data?.cancelScheduledChange.subscription) props.onUndone()
  }
  return (
    <Note kind="neutral" title={t(change.seats === 0 ? 'home.scheduled.end' : 'home.scheduled', words)}>
      {change.plan && <p>{t('home.scheduled.plan', { plan: change.plan.name })}</p>}
      {refusal && <p role="alert">{refusal}</p>}
      {can('BUY') && (
        <div>
          <ActionButton variant="default" size="xs" pending={fetching} onClick={press}>
            {t('home.undo')}
            <span className="visually-hidden">: {subscription.product.name}</span>
          </ActionButton>
        </div>
      )}
    </Note>
  )
}
