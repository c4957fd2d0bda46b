import { useSyncExternalStore } from 'react'

let over = false
const listeners = new Set<() => void>()

/** The API answered 401: whoever watches says so, and the person decides when to leave. */
export function endSession() {
  if (over) return
  over = true
  for (const listener of listeners) listener()
}

export function useSessionOver() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => over,
  )
}
