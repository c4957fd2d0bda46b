import { createRequest, type Exchange, makeErrorResult, makeOperation, makeResult, type Operation } from 'urql'
import { buffer, empty, filter, fromArray, fromValue, makeSubject, map, merge, mergeMap, pipe, share, tap } from 'wonka'

type Result = ReturnType<typeof makeResult>
type Node = { kind?: string; name?: { value: string } }

const isQuery = (operation: Operation) => operation.kind === 'query'

/**
 * Queries of one moment travel as one request: what a page asks for, and what stands around it. Each stays a document of
 * its own, and gets the answer to it; where the whole is refused, each is asked alone.
 */
export const togetherExchange: Exchange =
  ({ forward }) =>
  (operations$) => {
    const joint = new Map<number, readonly Operation[]>()
    const { source: moments$, next: send } = makeSubject<void>()
    const { source: alone$, next: sendAlone } = makeSubject<Operation>()
    let waiting = false
    const wait = () => {
      if (waiting) return
      waiting = true
      setTimeout(() => {
        waiting = false
        send()
      })
    }
    const join = (queries: readonly Operation[]) => {
      const [first, ...others] = queries
      if (!first || others.length === 0) return first
      const joined = joinedOf(queries)
      joint.set(joined.key, queries)
      return joined
    }
    const part = (result: Result) => {
      const queries = joint.get(result.operation.key)
      if (!queries) return fromValue(result)
      joint.delete(result.operation.key)
      if (result.error && !result.error.networkError && !result.data) {
        setTimeout(() => queries.forEach(sendAlone))
        return empty as typeof alone$ as never
      }
      return fromArray(queries.map((query, index) => partOf(result, query, prefixOf(index))))
    }
    const shared$ = pipe(operations$, share)
    const queries$ = pipe(
      shared$,
      filter(isQuery),
      tap(wait),
      buffer(moments$),
      map((queries) => join([...new Map(queries.map((query) => [query.key, query])).values()])),
      filter((operation) => operation !== undefined),
    )
    const others$ = pipe(
      shared$,
      filter((operation) => !isQuery(operation)),
    )
    return pipe(forward(merge([queries$, others$, alone$])), mergeMap(part))
  }

const prefixOf = (index: number) => `q${index}_`

/** One document that asks for all: names of variables, fragments and answers are told apart by a prefix. */
function joinedOf(queries: readonly Operation[]): Operation {
  const parts = queries.flatMap(({ query }, index) =>
    query.definitions.map((definition) => renamed(definition, prefixOf(index)) as typeof definition),
  )
  const asked = parts.filter((part) => part.kind === 'OperationDefinition')
  const document = {
    kind: 'Document',
    definitions: [
      {
        ...asked[0],
        name: { kind: 'Name', value: asked.map((part) => part.name?.value).join('_') },
        variableDefinitions: asked.flatMap((part) => part.variableDefinitions ?? []),
        selectionSet: {
          kind: 'SelectionSet',
          selections: asked.flatMap((part, index) =>
            part.selectionSet.selections.map((field) => aliased(field, index)),
          ),
        },
      },
      ...parts.filter((part) => part.kind === 'FragmentDefinition'),
    ],
  }
  const variables = Object.fromEntries(
    queries.flatMap(({ variables }, index) =>
      Object.entries(variables ?? {}).map(([name, value]) => [prefixOf(index) + name, value]),
    ),
  )
  const [first] = queries as [Operation]
  return makeOperation('query', createRequest(document as never, variables), first.context)
}

const aliased = (field: object, index: number) => {
  const { alias, name } = field as { alias?: { value: string }; name: { value: string } }
  return { ...field, alias: { kind: 'Name', value: prefixOf(index) + (alias ?? name).value } }
}

function renamed(node: unknown, prefix: string): unknown {
  if (Array.isArray(node)) return node.map((each) => renamed(each, prefix))
  if (typeof node !== 'object' || node === null) return node
  const copy: Node = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renamed(value, prefix)]))
  const own = copy.kind === 'Variable' || copy.kind === 'FragmentSpread' || copy.kind === 'FragmentDefinition'
  return own && copy.name ? { ...copy, name: { ...copy.name, value: prefix + copy.name.value } } : copy
}

/** What of a joint answer belongs to one query; an error that names no field belongs to each. */
function partOf({ error, data }: Result, query: Operation, prefix: string): Result {
  if (error?.networkError) return makeErrorResult(query, error.networkError, error.response)
  const errors = error?.graphQLErrors.flatMap(({ message, extensions, path = [] }) => {
    const [root, ...rest] = path
    const own = String(root ?? prefix)
    if (!own.startsWith(prefix)) return []
    return [{ message, extensions, path: root === undefined ? [] : [own.slice(prefix.length), ...rest] }]
  })
  const own = Object.entries<unknown>(data ?? {}).filter(([name]) => name.startsWith(prefix))
  const answer = {
    data: data ? Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value])) : null,
    ...(errors?.length && { errors: errors as never }),
  }
  return makeResult(query, answer, error?.response)
}
