const written = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/

/** A calendar day as both languages write it: 2026-12-31 is 31/12/2026. */
export function dayText(day: string) {
  return day.slice(0, 10).split('-').reverse().join('/')
}

/** The day that somebody typed, day first; nothing until it is complete and exists. */
export function dayOf(text: string): string | null {
  const [, day = '', month = '', year = ''] = written.exec(text.trim()) ?? []
  const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed) ? typed : null
}
