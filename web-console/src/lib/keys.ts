import { useEffect, useRef } from 'react'

const key = 'puesto.single-keys'

/** Single keys can be switched off, for those whose tools type them by themselves. */
export function singleKeysOn() {
  return localStorage.getItem(key) !== 'off'
}

export function setSingleKeys(on: boolean) {
  localStorage.setItem(key, on ? 'on' : 'off')
}

/** Whether a key press is typing, or belongs to a dialog, and not to the page. */
export function isTyping(target: EventTarget | null) {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select, [role=dialog] *, [role=menu] *')
}

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'

/** Keys of a page mean something on it alone: not while somebody types, and not below an open dialog or menu. */
function isFree(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn()) return false
  if (event.target instanceof Element && event.target.closest(typing)) return false
  return !document.querySelector('[role=dialog], [role=menu]')
}

const nameOf = (event: KeyboardEvent) =>
  event.shiftKey && /^[A-Za-z]$/.test(event.key) ? `Shift+${event.key.toLowerCase()}` : event.key

/** Listens to single keys, `x` or `Shift+x`, while the component is there. */
export function usePageKeys(keys: Record<string, () => void>) {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = current.current[nameOf(event)]
      if (!action || !isFree(event)) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
