import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { SeatedQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { PagesFailed } from '../../lib/PagedTable'
import { useFormats, useText } from '../../lib/text'
import { type Pages, usePages } from '../../lib/usePages'
import { SearchField } from '../../ui/SearchField'
import { Skeleton } from '../../ui/states'
import classes from './Change.module.css'
import { Seated } from './change.graphql'

interface Choice {
  chosen: readonly string[]
  limit: number
  onChange: (ids: string[]) => void
}

type Seat = NonNullable<SeatedQuery['subscription']>['assignments']['nodes'][number]

const seatsOf = (data: SeatedQuery) => data.subscription?.assignments

/** Who sits in the subscription, to be found by name and named one by one. */
export function SeatedPicker({ subscription, ...choice }: Choice & { subscription: string }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const pages = usePages(Seated, { subscription, filter: { search: search || null } }, seatsOf)
  return (
    <div className={classes.picker}>
      <SearchField label={t('change.release.search')} value={search} onSearch={setSearch} />
      <Found pages={pages} {...choice} />
    </div>
  )
}

function Found({ pages, ...choice }: Choice & { pages: Pages<Seat> }) {
  const t = useText()
  if (pages.error && pages.rows.length === 0) return <PagesFailed error={pages.error} onRetry={pages.again} />
  if (pages.total === undefined) return <Skeleton heights={[8]} />
  if (pages.total === 0) return <p className="muted">{t('lib.list.noMatch')}</p>
  return (
    <>
      <People pages={pages} {...choice} />
      {pages.error && <PagesFailed error={pages.error} onRetry={pages.more} />}
    </>
  )
}

/** The people near what is seen of the list; those after them are loaded as one comes near. */
function People({ pages, chosen, limit, onChange }: Choice & { pages: Pages<Seat> }) {
  const { rows, hasMore, error, more } = pages
  const box = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 44,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? index,
    onChange: ({ range }) => {
      if (hasMore && !error && (range?.endIndex ?? 0) >= rows.length - 20) more()
    },
  })
  const items = virtualizer.getVirtualItems()
  const space = {
    paddingTop: items[0]?.start ?? 0,
    paddingBottom: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
  }
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <div ref={box} className={classes.people} aria-busy={pages.stale}>
      <div style={space}>
        {items.map(({ index, key }) => {
          const seat = rows[index]
          if (!seat) return null
          const held = chosen.includes(seat.user.id)
          return (
            <label key={key} ref={virtualizer.measureElement} data-index={index} className={classes.person}>
              <input
                type="checkbox"
                checked={held}
                disabled={!held && chosen.length >= limit}
                onChange={() => toggle(seat.user.id)}
              />
              <Name seat={seat} />
            </label>
          )
        })}
      </div>
    </div>
  )
}

function Name({ seat: { user, lastSignInAt } }: { seat: Seat }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return (
    <>
      <span>{user.name}</span>
      <span className="muted small">
        {lastSignInAt
          ? t('change.lastSignIn', { date: formats.moment(lastSignInAt, account.timeZone) })
          : t('change.neverSignedIn')}
      </span>
    </>
  )
}
