import { expect, test } from 'vitest'
import { textFaults } from './texts.mjs'

const texts = { 'seats.title': 'Seats', 'seats.tab.all': 'All', 'seats.count': '{count} seats' }
const used = `t('seats.title'); t(\`seats.tab.\${tab}\`); t('seats.count', { count })`
const faults = (code, en = texts, es = en) => textFaults([{ path: 'src/features/seats/Page.tsx', text: code }], en, es)

test('finds nothing where every text is used and in both languages', () => {
  expect(faults(used)).toEqual([])
})

test('finds an id that has no text', () => {
  expect(faults(`${used}; t('seats.missing')`)).toEqual([
    'no English text for seats.missing',
    'no Spanish text for seats.missing',
  ])
})

test('finds a text of one language alone, one that is used nowhere, and other placeholders', () => {
  expect(faults(`${used}; t('seats.only')`, { ...texts, 'seats.only': 'Only' }, texts)).toEqual([
    'no Spanish text for seats.only',
    'only in English: seats.only',
  ])
  expect(faults(used, { ...texts, 'seats.old': 'Old' })).toEqual(['used nowhere: seats.old'])
  expect(faults(used, texts, { ...texts, 'seats.count': '{number} puestos' })).toEqual([
    'other placeholders in Spanish than in English: seats.count',
  ])
})

test.each([
  ['between tags', 'const Page = () => <p>All seats</p>'],
  ['in an attribute that is shown', 'const Page = () => <input placeholder="Search" />'],
  ['in braces', "const Page = () => <p>{'All seats'}</p>"],
])('finds a text in the code: %s', (_, code) => {
  expect(faults(`${used}; ${code}`)).toEqual([expect.stringContaining('text in the code')])
})

test('a name, a class and a sign are no texts', () => {
  expect(faults(`${used}; const Page = () => <p className="muted">Puesto<i>·</i><kbd>Ctrl+K</kbd></p>`)).toEqual([])
})
