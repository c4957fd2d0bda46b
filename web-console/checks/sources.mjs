import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** All files below a folder, generated ones left out. */
export function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (name === 'gql') return []
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

/** The console's own code, tests left out: path and text. */
export function sources() {
  return filesBelow('src')
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|graphql)\.tsx?$/.test(path) && !path.endsWith('testing.ts'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** Calls `visit` with each node of a file's syntax tree and a function that says where it stands. */
export function walk({ path, text }, visit) {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
  const place = (node) => `${path}:${text.slice(0, node.start).split('\n').length}`
  const enter = (node, parent) => {
    visit(node, parent, place)
    for (const [key, value] of Object.entries(node)) {
      if (key === 'parent') continue
      for (const child of Array.isArray(value) ? value : [value]) if (child?.type) enter(child, node)
    }
  }
  enter(program)
}

/** Says what was found; ends with 1 if there is anything. */
export function report(what, found) {
  for (const each of found) process.stderr.write(`${each}\n`)
  if (found.length === 0) return
  process.stderr.write(`${what}: ${found.length}\n`)
  process.exitCode = 1
}

/** Whether a check is what Node was started with, not what its test imports. */
export function isStarted(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url)
}
