import type { Plugin } from 'vite'

const call = /graphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`\s*,?\s*\)/g
const declared = /fragment\s+(\w+)\s+on/
const spread = /\.\.\.\s*(\w+)/g

/**
 * Leaves of each `graphql(...)` call the document's text, with the fragments of the same file that it needs. The generated
 * code is then types alone, and a route carries no document of another route.
 */
export function documents(): Plugin {
  return {
    name: 'documents',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.graphql.ts')) return null
      const fragments = new Map<string, string>()
      for (const [, text = ''] of code.matchAll(call)) {
        const name = declared.exec(text)?.[1]
        if (name) fragments.set(name, text)
      }
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
