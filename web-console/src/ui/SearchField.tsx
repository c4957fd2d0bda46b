import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type Ref, useEffect, useRef, useState } from 'react'
import { useText } from '../lib/text'

/** Searches 200 ms after the last key; empties by its button or Esc. */
export function SearchField(props: {
  label: string
  value: string
  onSearch: (text: string) => void
  ref?: Ref<HTMLInputElement>
}) {
  const t = useText()
  const [text, setText] = useState(props.value)
  const sent = useRef(props.value)
  const { value, onSearch } = props

  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      onSearch(text)
    }, 200)
    return () => clearTimeout(timer)
  }, [text, onSearch])

  return (
    <TextInput
      ref={props.ref}
      type="search"
      label={props.label}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && setText('')}
      leftSection={<IconSearch size="1.125rem" aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('ui.search.clear')} onClick={() => setText('')} />}
    />
  )
}
