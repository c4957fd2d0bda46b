import { expect, test } from 'vitest'
import { type Selection, sizeOf, toggled } from './selection'

interface Row {
  id: string
}
const rows: Row[] = ['a', 'b', 'c'].map((id) => ({ id }))
const keyOf = (row: Row) => row.id
const none: Selection<Row> = { kind: 'rows', rows: new Map() }

test('chooses rows and gives them up again', () => {
  const some = toggled(none, rows, keyOf)
  expect(sizeOf(some, 100)).toBe(3)
  expect(sizeOf(toggled(some, rows.slice(0, 1), keyOf), 100)).toBe(2)
})

test('means the whole list but its exceptions', () => {
  const all: Selection<Row> = { kind: 'list', except: new Map() }
  const some = toggled(all, rows.slice(0, 2), keyOf)
  expect(sizeOf(some, 12_340)).toBe(12_338)
  expect(sizeOf(toggled(some, rows.slice(0, 1), keyOf), 12_340)).toBe(12_339)
})
