import type { ReactNode } from 'react'
import { LoadError, Skeleton } from '../ui/states'
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
  ...table
}: { pages: Pages<Row>; empty: ReactNode } & Omit<TableProps<Row>, Own>) {
  const t = useText()
  if (pages.error && pages.rows.length === 0) {
    const { kind, message, requestId } = failureOf(pages.error)
    if (kind === 'session') return <Skeleton heights={rows} />
    return (
      <LoadError message={kind === 'offline' ? t('ui.offline') : message} requestId={requestId} onRetry={pages.again} />
    )
  }
  if (pages.total === undefined) return <Skeleton heights={rows} />
  if (pages.total === 0) return empty
  return (
    <Table
      {...table}
      rows={pages.rows}
      total={pages.total}
      hasMore={pages.hasMore}
      onMore={pages.more}
      stale={pages.stale}
    />
  )
}
