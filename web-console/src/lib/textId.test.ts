import { expect, test } from 'vitest'
import type { SeatOutcome } from '../gql/graphql'
import type { TextId } from './textId'

const id = (text: TextId): string => text

// The compiler is the test: it reads the catalogs, and the states of the schema.
test('an id put together of a prefix and a state has a text for each state', () => {
  const outcome = 'ASSIGNED' as SeatOutcome
  expect(id(`seats.outcome.${outcome}`)).toBe('seats.outcome.ASSIGNED')
  // @ts-expect-error nobody has this outcome
  expect(id('seats.outcome.VANISHED')).toBe('seats.outcome.VANISHED')
  // @ts-expect-error any text may stand behind the prefix
  expect(id(`seats.outcome.${String(outcome)}`)).toBe('seats.outcome.ASSIGNED')
})
