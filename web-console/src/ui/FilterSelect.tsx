import { NativeSelect } from '@mantine/core'
import { useText } from '../lib/text'

/** One of a few words to filter by, or none of them. */
export function FilterSelect<Word extends string>(props: {
  label: string
  value: Word | undefined
  /** What each word is called. */
  words: Record<Word, string>
  onChange: (word: Word | undefined) => void
}) {
  const t = useText()
  const words = Object.entries<string>(props.words).map(([value, label]) => ({ value, label }))
  return (
    <NativeSelect
      label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.onChange((event.target.value || undefined) as Word | undefined)}
      data={[{ value: '', label: t('ui.any') }, ...words]}
    />
  )
}
