import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type CombinedError, useClient } from 'urql'

export interface Connection<Row> {
  nodes: readonly Row[]
  /** Asked for with the first page alone. */
  totalCount?: number
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}

/** What a list's document takes beside its own variables: where to read on, and whether to count. */
export interface PageVariables {
  after?: string | null
  counted: boolean
}

export interface Pages<Row> {
  rows: readonly Row[]
  /** Of the whole list; unknown until its first page came. */
  total: number | undefined
  /** Whether another list is on its way: what stands there still is the one before. */
  stale: boolean
  hasMore: boolean
  /** Why the rows that were asked for last did not come: with rows, those after them. */
  error: CombinedError | undefined
  more: () => void
  again: () => void
  patch: (change: (rows: readonly Row[]) => readonly Row[]) => void
}

interface State<Row> {
  list: string
  rows: readonly Row[]
  total: number | undefined
  cursor: string | null | undefined
  error: CombinedError | undefined
}

/**
 * A list that loads forward, page by page, always from the network: the table holds its rows, and what a mutation
 * returned patches them. Other variables begin another list; the rows of the old one stay until the new one is there.
 */
export function usePages<Data, Variables, Row>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, keyof PageVariables>,
  pick: (data: Data) => Connection<Row> | null | undefined,
  pause = false,
): Pages<Row> {
  const client = useClient()
  const [round, setRound] = useState(0)
  const list = JSON.stringify([variables, round, pause])
  const [state, setState] = useState<State<Row>>({
    list: '',
    rows: [],
    total: undefined,
    cursor: undefined,
    error: undefined,
  })
  const asked = useRef('')
  const latest = useRef({ variables, pick })
  latest.current = { variables, pick }

  const load = useCallback(
    async (after: string | null, current: string) => {
      const mark = `${current} ${after}`
      if (asked.current === mark) return
      asked.current = mark
      setState((before) => (before.error ? { ...before, error: undefined } : before))
      const all = { ...latest.current.variables, after, counted: after === null } as Variables
      const { data, error } = await client.query(query, all as never, { requestPolicy: 'network-only' }).toPromise()
      if (asked.current !== mark) return
      asked.current = error ? '' : mark
      const page = data && latest.current.pick(data as Data)
      setState((before) => {
        if (error) return { ...before, list: current, error, ...(after === null && { rows: [], total: undefined }) }
        const nodes = page?.nodes ?? []
        return {
          list: current,
          error: undefined,
          rows: after === null ? nodes : [...before.rows, ...nodes],
          total: after === null ? (page?.totalCount ?? nodes.length) : before.total,
          cursor: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
        }
      })
    },
    [client, query],
  )

  useEffect(() => {
    if (!pause) load(null, list)
  }, [load, list, pause])

  const { rows, cursor, error } = state
  return {
    rows,
    total: state.total,
    stale: state.list !== list,
    hasMore: Boolean(cursor),
    error,
    more: useCallback(() => {
      if (cursor && state.list === list) load(cursor, list)
    }, [cursor, list, load, state.list]),
    again: useCallback(() => setRound((before) => before + 1), []),
    patch: useCallback(
      (change) =>
        setState((before) => {
          const changed = change(before.rows)
          const gone = before.rows.length - changed.length
          return { ...before, rows: changed, total: before.total === undefined ? undefined : before.total - gone }
        }),
      [],
    ),
  }
}
