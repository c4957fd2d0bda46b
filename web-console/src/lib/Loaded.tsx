import type { ReactNode } from 'react'
import type { UseQueryResponse } from 'urql'
import { LoadError, Skeleton } from '../ui/states'
import { failureOf, isUnanswered } from './failure'
import { Page } from './Page'
import { useText } from './text'
import { useKept } from './useKept'
import { useWatch } from './useWatch'

/**
 * The three faces of a query in place: loading, failed with a way to try again, and what it brought. What it brought stays where a
 * later fetch fails, which is tried again by itself: urql's cache forgets a query that failed, and no change would refresh it.
 */
export function Loaded<Data, Variables extends object>(props: {
  query: UseQueryResponse<Data, Variables>
  /** Heights in rem of what will stand here. */
  skeleton: readonly number[]
  /** What a failure is headed by where no page's heading stands yet. */
  title?: string
  children: (data: Data) => ReactNode
}) {
  const t = useText()
  const [{ data, error }, again] = useKept(props.query)
  const retry = () => again({ requestPolicy: 'network-only' })
  useWatch(Boolean(data && error && isUnanswered(error)), retry)
  if (data) return props.children(data)
  const failure = error && failureOf(error)
  if (!failure || failure.kind === 'session') return <Skeleton heights={props.skeleton} />
  const message = failure.kind === 'offline' ? t('ui.offline') : failure.message
  const failed = <LoadError message={message} requestId={failure.requestId} onRetry={retry} />
  return props.title ? <Page title={props.title}>{failed}</Page> : failed
}
