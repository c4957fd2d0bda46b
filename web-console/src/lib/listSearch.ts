import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Sort } from '../ui/Table'

/** Writes a list's filters and order into its address, in place and without a jump. */
export function useListSearch<Search extends object>() {
  const navigate = useNavigate()
  return useMemo(() => {
    const set = (changed: Search) => {
      const search = (before: Search) => ({ ...before, ...changed })
      navigate({ to: '.', search, replace: true, resetScroll: false } as never)
    }
    return {
      set,
      search: (text: string) => set({ q: text || undefined } as Search & object),
      sort: ({ by, direction }: Sort) => set({ sort: by, dir: direction } as Search & object),
    }
  }, [navigate])
}
