import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { Empty, LoadError, Skeleton } from '../ui/states'
import { Table, type TableProps } from '../ui/Table'
import { failureOf } from './failure'
import { useText } from './text'
import type { Pages } from './usePages'

type Own = 'rows' | 'total' | 'hasMore' | 'onMore' | 'stale'

const rows = [2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5]

/** A list that loads forward, in its four faces: loading, failed, empty, there. */
export function PagedTable<Row>({
  pages,
  empty,
  filtered = false,
  all,
  ...table
}: {
  pages: Omit<Pages<Row>, 'patch'>
  /** Stands where there is nothing at all: says what is next. */
  empty: ReactNode
  /** Whether the list is only a part, */
  filtered?: boolean
  /** and the address of the whole. */
  all: string
} & Omit<TableProps<Row>, Own>) {
  const t = useText()
  if (pages.error && pages.rows.length === 0) return <PagesFailed error={pages.error} onRetry={pages.again} />
  if (pages.total === undefined) return <Skeleton heights={rows} />
  if (pages.total === 0 && filtered)
    return (
      <Empty title={t('lib.list.noMatch')}>
        <Link to={all}>{t('lib.list.all')}</Link>
      </Empty>
    )
  if (pages.total === 0) return empty
  return (
    <>
      <Table
        {...table}
        rows={pages.rows}
        total={pages.total}
        hasMore={pages.hasMore && !pages.error}
        onMore={pages.more}
        stale={pages.stale}
      />
      {pages.error && <PagesFailed error={pages.error} onRetry={pages.more} />}
    </>
  )
}

/** Rows did not come: why, and a way to try again. */
export function PagesFailed({ error, onRetry }: { error: CombinedError; onRetry: () => void }) {
  const t = useText()
  const { kind, message, requestId } = failureOf(error)
  if (kind === 'session') return <Skeleton heights={rows} />
  return <LoadError message={kind === 'offline' ? t('ui.offline') : message} requestId={requestId} onRetry={onRetry} />
}
