import { type Locale, regions } from './locale'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions) {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(regions[locale], options)
  formats.set(key, made)
  return made
}

/** The day of an instant in a zone, as the server writes it in its sentences: 16 de julio de 2026. */
export function formatDay(instant: string, timeZone: string, locale: Locale) {
  return formatOf(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(instant))
}

/** The day without its year, where the year goes without saying: 16 de julio. */
export function formatShortDay(instant: string, timeZone: string, locale: Locale) {
  return formatOf(locale, { day: 'numeric', month: 'long', timeZone }).format(new Date(instant))
}

/** Two days to be compared: their years are written only where they differ. */
export function formatDays(one: string, other: string, timeZone: string, locale: Locale): [string, string] {
  const year = formatOf(locale, { year: 'numeric', timeZone })
  const format = year.format(new Date(one)) === year.format(new Date(other)) ? formatShortDay : formatDay
  return [format(one, timeZone, locale), format(other, timeZone, locale)]
}

/** The day in a narrow place: 16 jul 2026. */
export function formatBriefDay(instant: string, timeZone: string, locale: Locale) {
  return formatOf(locale, { dateStyle: 'medium', timeZone }).format(new Date(instant))
}

/** Day and minute of an instant in a zone, as the mails write them: 16 de julio de 2026, 09:05. */
export function formatMoment(instant: string, timeZone: string, locale: Locale) {
  return `${formatDay(instant, timeZone, locale)}, ${timeOf(instant, timeZone, locale)}`
}

/** Day and minute in a narrow place: 16 jul 2026, 09:05. */
export function formatBriefMoment(instant: string, timeZone: string, locale: Locale) {
  return `${formatBriefDay(instant, timeZone, locale)}, ${timeOf(instant, timeZone, locale)}`
}

function timeOf(instant: string, timeZone: string, locale: Locale) {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }
  return formatOf(locale, options).format(new Date(instant))
}

/** A calendar date without a zone: `2026-03-01`. */
export function formatDate(date: string, locale: Locale) {
  return formatDay(`${date}T12:00:00Z`, 'UTC', locale)
}

/** The month of a calendar date: jul 2026. */
export function formatMonth(date: string, locale: Locale) {
  return formatOf(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))
}
