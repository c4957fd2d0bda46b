import { useMutation } from 'urql'
import type { HomeSubscriptionFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { useFormats, useText } from '../../lib/text'
import { ActionButton } from '../../ui/ActionButton'
import { Note } from '../../ui/Status'
import { UndoScheduledChange } from './home.graphql'

type Change = NonNullable<HomeSubscriptionFragment['scheduledChange']>

/** A change that waits for the renewal, and its undoing. */
export function ScheduledChange({ subscription, change }: { subscription: HomeSubscriptionFragment; change: Change }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const can = useCan()
  const [{ fetching, data }, undo] = useMutation(UndoScheduledChange)
  const date = formats.day(change.dueAt, subscription.currentPeriod?.timeZone ?? account.timeZone)
  const noun = change.seats === 1 ? subscription.product.seatNoun.one : subscription.product.seatNoun.other
  const refusal = data?.cancelScheduledChange.userErrors[0]
  return (
    <Note
      kind="neutral"
      title={
        change.seats === 0
          ? t('home.scheduled.end', { date })
          : t('home.scheduled', { date, seats: change.seats, noun })
      }
    >
      {change.plan && <p>{t('home.scheduled.plan', { plan: change.plan.name })}</p>}
      {refusal && <p role="alert">{refusal.message}</p>}
      {can('BUY') && (
        <div>
          <ActionButton variant="default" size="xs" pending={fetching} onClick={() => undo({ change: change.id })}>
            {t('home.undo')}
          </ActionButton>
        </div>
      )}
    </Note>
  )
}
