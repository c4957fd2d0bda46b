import { useSyncExternalStore } from 'react'

/** `open`: the API knows the person; `none`: nobody has signed in; `over`: somebody had. */
export type SessionState = 'open' | 'none' | 'over'

let state: SessionState = 'open'
let answered = false
const listeners = new Set<() => void>()

/** The API answered somebody: a 401 from now on is a session that ended. */
export function sessionAnswered() {
  answered = true
}

/** The API answered 401: whoever watches says so, and the person decides when to leave. */
export function endSession() {
  if (state !== 'open') return
  state = answered ? 'over' : 'none'
  for (const listener of listeners) listener()
}

export function useSession(): SessionState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}
