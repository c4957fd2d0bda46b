import type { ReactNode } from 'react'
import type { UseQueryResponse } from 'urql'
import { LoadError, Skeleton } from '../ui/states'
import { failureOf } from './failure'
import { Page } from './Page'
import { useText } from './text'

/** The three faces of a query in place: loading, failed with a way to try again, and what it brought. */
export function Loaded<Data, Variables extends object>(props: {
  query: UseQueryResponse<Data, Variables>
  /** Heights in rem of what will stand here. */
  skeleton: readonly number[]
  /** What a failure is headed by where no page's heading stands yet. */
  title?: string
  children: (data: Data) => ReactNode
}) {
  const t = useText()
  const [{ data, error }, again] = props.query
  if (data) return props.children(data)
  if (!error) return <Skeleton heights={props.skeleton} />
  const failure = failureOf(error)
  if (failure.kind === 'session') return <Skeleton heights={props.skeleton} />
  const message = failure.kind === 'offline' ? t('ui.offline') : failure.message
  const failed = (
    <LoadError
      message={message}
      requestId={failure.requestId}
      onRetry={() => again({ requestPolicy: 'network-only' })}
    />
  )
  return props.title ? <Page title={props.title}>{failed}</Page> : failed
}
