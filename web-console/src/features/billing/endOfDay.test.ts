import { expect, test } from 'vitest'
import { endOfDay } from './endOfDay'

test.each([
  ['2026-07-01', 'Europe/Madrid', '2026-07-01T21:59:59Z'],
  ['2026-01-01', 'Europe/Madrid', '2026-01-01T22:59:59Z'],
  ['2026-01-01', 'UTC', '2026-01-01T23:59:59Z'],
  ['2026-01-01', 'America/Los_Angeles', '2026-01-02T07:59:59Z'],
  ['2026-01-01', 'Asia/Tokyo', '2026-01-01T14:59:59Z'],
])('%s in %s ends at %s', (day, zone, end) => {
  expect(endOfDay(day, zone)).toBe(end)
})
