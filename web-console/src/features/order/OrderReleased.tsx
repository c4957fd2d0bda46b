import { useQuery } from 'urql'
import type { OrderViewFragment, ReleaseRule } from '../../gql/graphql'
import { useCan } from '../../lib/account'
import { useFormats, useText } from '../../lib/text'
import { OrderReleases } from './order.graphql'

/** Asks who lost a seat, where fewer seats are left than before and the person may see seats. */
export function useReleased(order: OrderViewFragment | null | undefined) {
  const can = useCan()
  const reduces = order?.lines.some((line) => line.seats < line.previousSeats) ?? false
  const variables = { order: order?.id ?? '' }
  const [{ data }] = useQuery({ query: OrderReleases, variables, pause: !reduces || !can('READ_SEATS') })
  const released = new Map(data?.order?.lines.map((line) => [line.id, line]))
  return (line: string) => released.get(line)
}

export type Released = ReturnType<ReturnType<typeof useReleased>>

/** Who lost a seat by a line of the order, or loses it at the renewal. */
export function OrderReleased({ released, later }: { released: Released; later: boolean }) {
  const t = useText()
  const formats = useFormats()
  if (!released || released.releasedUserIds.length === 0) return null
  const count = released.releasedUserIds.length
  const names = released.releasedUsers.map((user) => user.name)
  const rest = count > names.length
  return (
    <p>
      <span className="strong">{t(later ? 'order.releases' : 'order.released', { count })}:</span>{' '}
      {formats.list(rest ? [...names, t('order.released.more')] : names)}
    </p>
  )
}

/** Whom a change that still waits would release if it were due today, and by which rule; that may change until then. */
export function Foreseen({ rule, released }: { rule: ReleaseRule; released: Released }) {
  const t = useText()
  const formats = useFormats()
  const { count, users } = released?.subscription?.scheduledChange?.releases ?? { count: 0, users: [] }
  if (count <= (released?.releasedUserIds.length ?? 0)) return <OrderReleased released={released} later />
  const names = users.map((user) => user.name)
  return (
    <p>
      <span className="strong">{t('order.releases', { count })}:</span> {t(`order.releases.${rule}`, { count })}{' '}
      {t('order.releases.today', {
        count,
        people: formats.list(count > names.length ? [...names, t('order.released.more')] : names),
      })}
    </p>
  )
}
