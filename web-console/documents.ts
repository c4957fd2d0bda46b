import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const call = /graphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`\s*,?\s*\)/g
const declared = /fragment\s+(\w+)\s+on/
const spread = /\.\.\.\s*(\w+)/g

/** The few fragments that every feature may use. */
const shared = 'src/lib/fragments.graphql.ts'

function fragmentsOf(code: string) {
  const fragments = new Map<string, string>()
  for (const [, text = ''] of code.matchAll(call)) {
    const name = declared.exec(text)?.[1]
    if (name) fragments.set(name, text)
  }
  return fragments
}

/**
 * Leaves of each `graphql(...)` call the document's text, with the fragments that it needs: those of the same file, and the
 * shared ones. The generated code is then types alone, and a route carries no document of another route.
 */
export function documents(): Plugin {
  return {
    name: 'documents',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.graphql.ts')) return null
      const fragments = new Map([...fragmentsOf(readFileSync(shared, 'utf8')), ...fragmentsOf(code)])
      return code.replace(call, (_, text: string) => JSON.stringify(complete(text, fragments)))
    },
  }
}

function complete(text: string, fragments: Map<string, string>) {
  const needed = new Set<string>()
  const collect = (part: string) => {
    for (const [, name = ''] of part.matchAll(spread)) {
      const fragment = fragments.get(name)
      if (!fragment || needed.has(fragment)) continue
      needed.add(fragment)
      collect(fragment)
    }
  }
  collect(text)
  return [text, ...needed].join('\n').replace(/\s+/g, ' ').trim()
}
