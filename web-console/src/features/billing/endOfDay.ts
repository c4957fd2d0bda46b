/** The last second of a calendar day in a zone, as an instant. */
export function endOfDay(day: string, timeZone: string): string {
  const asIfUtc = new Date(`${day}T23:59:59Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(asIfUtc)
  const offset = new Date(`${shown.replace(' ', 'T')}Z`).getTime() - asIfUtc.getTime()
  return new Date(asIfUtc.getTime() - offset).toISOString().replace('.000Z', 'Z')
}
