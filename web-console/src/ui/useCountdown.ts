import { useEffect, useState } from 'react'

/** Counts seconds down; waits while what it belongs to is under the pointer or holds the focus, and while nobody sees the page. */
export function useCountdown(seconds: number | undefined, onEnd: (() => void) | undefined) {
  const [left, setLeft] = useState(seconds ?? 0)
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = pointed || focused

  useEffect(() => {
    if (seconds === undefined || held || left <= 0) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setLeft((before) => before - 1)
    }, 1000)
    return () => clearInterval(timer)
  }, [seconds, held, left])

  useEffect(() => {
    if (seconds !== undefined && left <= 0) onEnd?.()
  }, [seconds, left, onEnd])

  return {
    left,
    hold: {
      onMouseEnter: () => setPointed(true),
      onMouseLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
    },
  }
}
