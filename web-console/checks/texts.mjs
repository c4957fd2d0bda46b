// Fails on a text id without a translation, a translation without use, placeholders that differ between the languages, and
// text in the code instead of the catalogs.
import { readFileSync } from 'node:fs'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { filesBelow, isStarted, report, sources, walk } from './sources.mjs'

const shownAttributes = new Set([
  'aria-label',
  'alt',
  'label',
  'placeholder',
  'title',
  'description',
  'error',
  'message',
])
const names = new Set(['Puesto', 'Ctrl+K'])

function catalog(language) {
  const files = filesBelow('src').filter((path) => path.endsWith(`/${language}.json`))
  return Object.assign({}, ...files.map((path) => JSON.parse(readFileSync(path, 'utf8'))))
}

function placeholders(message, found = new Set()) {
  const collect = (elements) => {
    for (const element of elements) {
      if (element.type !== TYPE.literal && element.type !== TYPE.pound) found.add(element.value)
      for (const option of Object.values(element.options ?? {})) collect(option.value)
      if (element.children) collect(element.children)
    }
  }
  collect(typeof message === 'string' ? parse(message) : message)
  return [...found].sort().join(' ')
}

const isWords = (text) => /\p{L}{2}/u.test(text) && !names.has(text.trim())
const hasDot = (text) => /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_]+)+$/.test(text)

/** What is wrong with the texts that the sources use and the catalogs hold. */
export function textFaults(sources, en, es) {
  const used = new Set()
  const prefixes = new Set()
  const hardCoded = []

  for (const source of sources) {
    walk(source, (node, parent, place) => {
      if (node.type === 'JSXText' && isWords(node.value))
        hardCoded.push(`${place(node)} text in the code: ${node.value.trim()}`)
      if (
        node.type === 'JSXAttribute' &&
        shownAttributes.has(node.name.name) &&
        typeof node.value?.value === 'string' &&
        isWords(node.value.value)
      )
        hardCoded.push(`${place(node)} text in the code: ${node.value.value}`)
      if (node.type === 'Literal' && typeof node.value === 'string') {
        if (hasDot(node.value)) used.add(node.value)
        else if (parent?.type === 'JSXExpressionContainer' && isWords(node.value))
          hardCoded.push(`${place(node)} text in the code: ${node.value}`)
      }
      if (node.type === 'TemplateLiteral' && hasDot(`${node.quasis[0].value.raw}x`))
        prefixes.add(node.quasis[0].value.raw)
    })
  }

  const features = new Set(Object.keys(en).map((id) => id.split('.')[0]))
  const isId = (id) => features.has(id.split('.')[0])
  const isUsed = (id) => used.has(id) || [...prefixes].some((prefix) => id.startsWith(prefix))
  return [
    ...hardCoded,
    ...[...used].filter((id) => isId(id) && !(id in en)).map((id) => `no English text for ${id}`),
    ...[...used].filter((id) => isId(id) && !(id in es)).map((id) => `no Spanish text for ${id}`),
    ...Object.keys(en)
      .filter((id) => !(id in es))
      .map((id) => `only in English: ${id}`),
    ...Object.keys(es)
      .filter((id) => !(id in en))
      .map((id) => `only in Spanish: ${id}`),
    ...Object.keys(en)
      .filter((id) => !isUsed(id))
      .map((id) => `used nowhere: ${id}`),
    ...Object.keys(en)
      .filter((id) => id in es && placeholders(es[id]) !== placeholders(en[id]))
      .map((id) => `other placeholders in Spanish than in English: ${id}`),
  ]
}

if (isStarted(import.meta.url))
  report(
    'missing, unused or unequal translations, and texts in the code',
    textFaults(sources(), catalog('en'), catalog('es')),
  )
