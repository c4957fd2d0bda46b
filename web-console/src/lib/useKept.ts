import { useRef } from 'react'
import type { AnyVariables, CombinedError, UseQueryResponse, UseQueryState } from 'urql'

interface Kept<Data, Variables extends AnyVariables> {
  /** The last answer that came whole. */
  good?: UseQueryState<Data, Variables>
  /** Why none came since; urql forgets it while it asks again. */
  error?: CombinedError
}

/** What a query brought stays while a later fetch of the same, with the same variables, fails. */
export function useKept<Data, Variables extends AnyVariables>(
  query: UseQueryResponse<Data, Variables>,
): UseQueryResponse<Data, Variables> {
  const [state, again] = query
  const kept = useRef<Kept<Data, Variables>>({})
  if (!state.fetching) kept.current = state.error ? { ...kept.current, error: state.error } : { good: state }
  const { good, error } = kept.current
  if (!error || !good?.data || good.operation?.key !== state.operation?.key) return query
  return [{ ...state, data: good.data, error }, again]
}
