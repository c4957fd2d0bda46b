import { useEffect, useRef, useState } from 'react'
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient, useQuery } from 'urql'

interface Answer<Data> {
  key: string
  data?: Data
  error?: CombinedError
}

export interface LiveQuote<Data> {
  data?: Data
  error?: CombinedError
  /** What is shown is of another input than what is asked for now. */
  outdated: boolean
  retry: () => void
}

const pause = 200

/** A price that was asked for with the page. */
export interface EarlyQuote<Data, Variables> {
  variables: Variables
  data: Data
}

/** Asks for the price of what the page's address says with all else that the page asks for, once. */
export function useEarlyQuote<Data, Variables extends AnyVariables & object>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
): EarlyQuote<Data, Variables> | undefined {
  const [first] = useState(variables)
  const [{ data }] = useQuery<Data, AnyVariables>({
    query,
    variables: first ?? {},
    pause: first === null,
    requestPolicy: 'network-only',
  })
  return first && data ? { variables: first, data } : undefined
}

/**
 * Asks for a price 200 ms after the last change of its input. The answer to an input that is no longer asked for is dropped;
 * until the new one comes the old one stays. What the page asked for early is not asked for again.
 */
export function useLiveQuote<Data, Variables extends AnyVariables & object>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
  early?: EarlyQuote<Data, Variables>,
): LiveQuote<Data> {
  const client = useClient()
  const key = variables && JSON.stringify(variables)
  const latest = useRef(variables)
  latest.current = variables
  const earlyKey = early && JSON.stringify(early.variables)
  const isEarly = useRef(true)
  const [answer, setAnswer] = useState<Answer<Data> | undefined>(() =>
    early && key === earlyKey ? { key, data: early.data } : undefined,
  )
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the variables, the attempt for a retry
  useEffect(() => {
    if (!key) return
    if (early) {
      if (isEarly.current && key === earlyKey) return setAnswer({ key, data: early.data })
      isEarly.current = false
    }
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
  }, [client, query, key, attempt, earlyKey])

  const current = key !== null && answer?.key === key
  return {
    ...(key !== null && answer?.data !== undefined && { data: answer.data }),
    ...(current && answer.error && { error: answer.error }),
    outdated: !current,
    retry: () => setAttempt((count) => count + 1),
  }
}
