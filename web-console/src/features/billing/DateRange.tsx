import { TextInput } from '@mantine/core'
import { useText } from '../../lib/text'

export interface Range {
  from?: string | undefined
  to?: string | undefined
}

/** Two days, each of which may be left open. */
export function DateRange({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const t = useText()
  const field = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      label={t(`billing.${name}`)}
      value={range[name] ?? ''}
      onChange={(event) => onChange({ [name]: event.target.value || undefined })}
    />
  )
  return (
    <>
      {field('from')}
      {field('to')}
    </>
  )
}
