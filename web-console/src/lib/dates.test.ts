import { expect, test } from 'vitest'
import { formatBriefMoment, formatDate, formatDay, formatMoment } from './dates'
import cases from './dates.json'

test.each(cases)('writes $date as the server does in its sentences', ({ date, es, en }) => {
  expect(formatDate(date, 'es')).toBe(es)
  expect(formatDate(date, 'en')).toBe(en)
  expect(formatDay(`${date}T12:00:00Z`, 'Europe/Madrid', 'es')).toBe(es)
})

test('writes a moment as the mails do, and briefly where it is narrow', () => {
  expect(formatMoment('2026-07-16T07:05:00Z', 'Europe/Madrid', 'es')).toBe('16 de julio de 2026, 09:05')
  expect(formatMoment('2026-07-16T07:05:00Z', 'Europe/Madrid', 'en')).toBe('16 July 2026, 09:05')
  expect(formatMoment('2026-07-15T22:05:00Z', 'Europe/Madrid', 'en')).toBe('16 July 2026, 00:05')
  expect(formatBriefMoment('2026-07-16T07:05:00Z', 'Europe/Madrid', 'en')).toBe('16 Jul 2026, 09:05')
})
