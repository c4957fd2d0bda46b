import { type Exchange, makeOperation } from 'urql'
import { map, pipe } from 'wonka'

/**
 * A change that was not answered makes nobody ask for the page anew: that would fail as well, and take away what stands there
 * to try again with.
 */
export const unansweredExchange: Exchange =
  ({ forward }) =>
  (operations$) =>
    pipe(
      forward(operations$),
      map((result) => {
        const { operation, error, data } = result
        if (operation.kind !== 'mutation' || !error || data) return result
        const context = { ...operation.context, additionalTypenames: [] }
        return { ...result, operation: makeOperation('mutation', operation, context) }
      }),
    )
