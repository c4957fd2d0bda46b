import { useQuery } from 'urql'
import type { ReleaseRule } from '../../gql/graphql'
import { useCan } from '../../lib/account'
import { useFormats, useText } from '../../lib/text'
import { OrderReleases } from './order.graphql'

/** Asks who lost a seat, where the person may see seats: with the order, before it is known whether anybody did. */
export function useReleased(order: string) {
  const can = useCan()
  const [{ data }] = useQuery({ query: OrderReleases, variables: { order }, pause: !can('READ_SEATS') })
  const released = new Map(data?.order?.lines.map((line) => [line.id, line]))
  return (line: string) => released.get(line)
}

export type ReleasedOf = ReturnType<typeof useReleased>
export type Released = ReturnType<ReleasedOf>

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
