import { useState } from 'react'
import { useMutation } from 'urql'
import type { OrderViewFragment } from '../../gql/graphql'
import { useCan } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { useText } from '../../lib/text'
import { Note } from '../../ui/Status'
import { UndoBar } from '../../ui/UndoBar'
import { UndoScheduled } from './order.graphql'

/** How long after the order its change counts as just made, clocks that differ a little allowed for; home undoes it later. */
const justNow = 60_000

/** Ten seconds to take back the change that the order left for the renewal. */
export function UndoScheduling({ order }: { order: OrderViewFragment }) {
  const t = useText()
  const can = useCan()
  const [fresh, setFresh] = useState(() => Date.now() - Date.parse(order.placedAt ?? order.createdAt) < justNow)
  const [{ fetching, data, error }, undo] = useMutation(UndoScheduled)
  const [line, ...others] = order.lines
  const scheduled = line?.effective === 'AT_RENEWAL' && others.length === 0 ? line.subscription?.scheduledChange : null
  const payload = data?.cancelScheduledChange
  if (payload?.subscription) return <Note kind="neutral" role="status" title={t('order.unscheduled')} />
  if (!scheduled || !fresh || !can('BUY')) return null
  const refusal = payload?.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  return (
    <UndoBar
      refusal={refusal}
      pending={fetching}
      onUndo={() => undo({ change: scheduled.id })}
      onEnd={() => setFresh(false)}
    >
      {t('order.scheduled')}
    </UndoBar>
  )
}
