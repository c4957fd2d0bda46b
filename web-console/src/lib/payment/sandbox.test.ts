import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testCards, tokenOf } from './sandbox'

const now = new Date(2026, 10, 23)

test('turns each test number into a token that the API publishes', () => {
  const schema = readFileSync('schema.graphql', 'utf8')
  for (const [number, token] of Object.entries(testCards)) {
    expect(tokenOf(number, '12/30', '123', now)).toEqual({ token })
    expect(schema).toContain(`\`${token}\``)
  }
})

test('refuses every number that is not published, whatever it is', () => {
  const digits = fc.stringMatching(/^[0-9]{12,19}$/).filter((number) => !(number in testCards))
  fc.assert(
    fc.property(digits, (number) => {
      expect(tokenOf(number, '12/30', '123', now)).toEqual({ error: 'not-a-test-number' })
    }),
  )
})

test.each([
  ['4242 4242 4242 4242', '12/30', { token: 'sandbox_success' }],
  ['4242-4242-4242-4242', '11/26', { token: 'sandbox_success' }],
  ['4242424242424242', '10/26', { error: 'expired' }],
  ['4242424242424242', '13/30', { error: 'incomplete' }],
  ['4242424242424242', '', { error: 'incomplete' }],
  ['', '12/30', { error: 'incomplete' }],
])('reads %s with expiry %s', (number, expiry, result) => {
  expect(tokenOf(number, expiry, '123', now)).toEqual(result)
})
