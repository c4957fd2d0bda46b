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
