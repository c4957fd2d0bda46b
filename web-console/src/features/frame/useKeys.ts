import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isTyping, singleKeysOn } from '../../lib/keys'
import { usePlaces } from './menu'

interface KeyActions {
  openPalette: () => void
  openShortcuts: () => void
}

/** How long the second key of `g` and a letter is waited for. */
const chordTime = 1500

/** The keys of every page: Ctrl+K, ?, /, and g with a letter. None of them spends money. */
export function useKeys(actions: KeyActions) {
  const navigate = useNavigate()
  const places = usePlaces()
  const chordUntil = useRef(0)
  const latest = useRef<(event: KeyboardEvent) => void>(() => {})

  latest.current = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return done(event, actions.openPalette)
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !singleKeysOn()) return
    const inChord = Date.now() < chordUntil.current
    chordUntil.current = event.key === 'g' ? Date.now() + chordTime : 0
    if (event.key === '?') return done(event, actions.openShortcuts)
    if (event.key === '/') return done(event, () => focusSearch() || actions.openPalette())
    const place = inChord && places.find((each) => each.key === event.key)
    if (place) done(event, () => navigate({ to: place.to }))
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
