import { useEffect, useRef } from 'react'

const firstPauses = [1000, 2000, 4000, 8000]
const laterPause = 15_000

/** Asks after 1, 2, 4 and 8 seconds, then every 15 while the page is seen, and at once when it is looked at again. */
export function useWatch(active: boolean, ask: () => void) {
  const latest = useRef(ask)
  latest.current = ask

  useEffect(() => {
    if (!active) return
    let asked = 0
    let timer: ReturnType<typeof setTimeout>
    const next = () => {
      timer = setTimeout(() => {
        if (document.visibilityState === 'visible') latest.current()
        asked += 1
        next()
      }, firstPauses[asked] ?? laterPause)
    }
    const look = () => document.visibilityState === 'visible' && latest.current()
    next()
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [active])
}
