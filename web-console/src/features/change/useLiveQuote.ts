import { useEffect, useRef, useState } from 'react'
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql'

export interface LiveQuote<Data> {
  data?: Data
  error?: CombinedError
  /** What is shown is of another input than what is asked for now. */
  outdated: boolean
  retry: () => void
}

const pause = 200

/**
 * Asks for a price 200 ms after the last change of its input. The answer to an input that is no longer asked for is dropped;
 * until the new one comes the old one stays.
 */
export function useLiveQuote<Data, Variables extends AnyVariables & object>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
): LiveQuote<Data> {
  const client = useClient()
  const key = variables && JSON.stringify(variables)
  const latest = useRef(variables)
  latest.current = variables
  const [answer, setAnswer] = useState<{ key: string; data?: Data; error?: CombinedError }>()
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the variables, the attempt for a retry
  useEffect(() => {
    if (!key) return
    let dropped = false
    const timer = setTimeout(async () => {
      if (!latest.current) return
      const result = await client.query(query, latest.current, { requestPolicy: 'network-only' })
      if (dropped) return
      setAnswer((before) => ({
        key,
        ...(result.data ? { data: result.data } : before?.data !== undefined && { data: before.data }),
        ...(result.error && { error: result.error }),
      }))
    }, pause)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [client, query, key, attempt])

  const current = key !== null && answer?.key === key
  return {
    ...(key !== null && answer?.data !== undefined && { data: answer.data }),
    ...(current && answer.error && { error: answer.error }),
    outdated: !current,
    retry: () => setAttempt((count) => count + 1),
  }
}
