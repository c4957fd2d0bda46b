import { useState } from 'react'

/** What is chosen: users by name, or all of the list but some. */
export type Selection<Row> =
  | { kind: 'rows'; rows: ReadonlyMap<string, Row> }
  | { kind: 'list'; except: ReadonlyMap<string, Row> }

const none = { kind: 'rows' as const, rows: new Map<string, never>() }

/** How many a selection means in a list of that length. */
export function sizeOf<Row>(selection: Selection<Row>, length: number) {
  return selection.kind === 'rows' ? selection.rows.size : Math.max(0, length - selection.except.size)
}

/** The selection after those rows were pressed: chosen ones are given up, others join. */
export function toggled<Row>(
  selection: Selection<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Selection<Row> {
  const changed = new Map(selection.kind === 'list' ? selection.except : selection.rows)
  for (const row of rows) {
    if (!changed.delete(keyOf(row))) changed.set(keyOf(row), row)
  }
  return selection.kind === 'list' ? { kind: 'list', except: changed } : { kind: 'rows', rows: changed }
}

/** A selection belongs to one list: another filter or tab ends it. */
export function useSelection<Row>(list: string, keyOf: (row: Row) => string) {
  const [held, setHeld] = useState<{ list: string; selection: Selection<Row> }>({ list, selection: none })
  const selection: Selection<Row> = held.list === list ? held.selection : none
  const set = (next: Selection<Row>) => setHeld({ list, selection: next })
  return {
    selection,
    has: (row: Row) => (selection.kind === 'rows' ? selection.rows.has(keyOf(row)) : !selection.except.has(keyOf(row))),
    toggle: (rows: readonly Row[]) => set(toggled(selection, rows, keyOf)),
    chooseRows: (rows: readonly Row[]) => set({ kind: 'rows', rows: new Map(rows.map((row) => [keyOf(row), row])) }),
    chooseList: () => set({ kind: 'list', except: new Map() }),
    clear: () => set(none),
  }
}
