import { expect, test } from 'vitest'
import { dayOf, dayText } from './day'

test.each([
  ['31/12/2026', '2026-12-31'],
  ['1.2.2026', '2026-02-01'],
  [' 29-2-2028 ', '2028-02-29'],
])('reads %s as %s', (text, day) => {
  expect(dayOf(text)).toBe(day)
})

test.each(['', '3', '31/12', '31/12/26', '30/2/2026', '12/31/2026', 'ayer'])('reads no day in %o', (text) => {
  expect(dayOf(text)).toBeNull()
})

test('writes the day first', () => {
  expect(dayText('2026-12-31')).toBe('31/12/2026')
})
