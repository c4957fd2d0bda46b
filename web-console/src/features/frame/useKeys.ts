import { useNavigate } from '@tanstack/react-router'
import { use, useEffect, useRef } from 'react'
import { AccountContext, useCan } from '../../lib/account'
import { isTyping, singleKeysOn } from '../../lib/keys'
import { menu } from './menu'

interface KeyActions {
  openPalette: () => void
  openShortcuts: () => void
}

/** How long the second key of `g` and a letter is waited for. */
const chordTime = 1500

/** The keys of every page: Ctrl+K, ?, /, and g with a letter. None of them spends money. */
export function useKeys(actions: KeyActions) {
  const navigate = useNavigate()
  const account = use(AccountContext)
  const can = useCan()
  const chordUntil = useRef(0)
  const latest = useRef<(event: KeyboardEvent) => void>(() => {})

  latest.current = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return done(event, actions.openPalette)
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !singleKeysOn()) return
    const inChord = Date.now() < chordUntil.current
    chordUntil.current = event.key === 'g' ? Date.now() + chordTime : 0
    if (event.key === '?') return done(event, actions.openShortcuts)
    if (event.key === '/') return done(event, () => focusSearch() || actions.openPalette())
    const entry = inChord && menu.find((each) => each.key === event.key && can(each.permission))
    if (entry && account) done(event, () => navigate({ to: entry.path(account.id) }))
  }

  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function done(event: KeyboardEvent, action: () => void) {
  event.preventDefault()
  action()
}

function focusSearch() {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]')
  field?.focus()
  return field !== null
}
