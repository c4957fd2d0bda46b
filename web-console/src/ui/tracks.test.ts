import { expect, test } from 'vitest'
import { remsOf } from './tracks'

test('counts the least widths of the tracks, the gaps between them and the padding', () => {
  expect(remsOf(['minmax(10rem, 1.7fr)', '6.25rem', 'minmax(0, 1fr)'])).toBe(10 + 6.25 + 2 * 0.75 + 2 * 0.75)
})
