import { useText } from '../../lib/text'
import { DayField } from '../../ui/DayField'

export interface Range {
  from?: string | undefined
  to?: string | undefined
}

/** Two days, each of which may be left open. */
export function DateRange({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const t = useText()
  return (
    <>
      <DayField label={t('billing.from')} value={range.from} onChange={(from) => onChange({ from })} />
      <DayField label={t('billing.to')} value={range.to} onChange={(to) => onChange({ to })} />
    </>
  )
}
