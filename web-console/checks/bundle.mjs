// Weighs what the browser loads: the first page (the shell, the language and home) and each other route's own files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { report } from './sources.mjs'

const output = 'target/classes/static'
const limits = { first: 220, route: 40 }
/** Routes that a person opens to work with a tool, not to do a task; weighed, not limited. */
const tools = /features\/explorer\//

const manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'))
const kib = (file) => gzipSync(readFileSync(join(output, file)), { level: 9 }).length / 1024

function closure(key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const each of manifest[key].imports ?? []) closure(each, found)
  return found
}

const weight = (keys) =>
  [...keys].filter((key) => manifest[key].file.endsWith('.js')).reduce((sum, key) => sum + kib(manifest[key].file), 0)

const shell = closure('index.html')
const texts = Math.max(...['es', 'en'].map((language) => weight([`src/lib/messages.${language}.ts`])))
const home = closure('src/features/home/HomePage.tsx')
const first = weight(new Set([...shell, ...home])) + texts

const found = []
process.stdout.write(
  `first page ${first.toFixed(1)} KiB (shell ${weight(shell).toFixed(1)}, texts ${texts.toFixed(1)})\n`,
)
if (first > limits.first)
  found.push(`the first page has ${first.toFixed(1)} KiB of JavaScript, more than ${limits.first}`)

for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !/Page\.tsx$/.test(key)) continue
  const own = weight([...closure(key)].filter((each) => !shell.has(each)))
  process.stdout.write(`${own.toFixed(1).padStart(6)} KiB ${key}\n`)
  if (own > limits.route && !tools.test(key))
    found.push(`${key} has ${own.toFixed(1)} KiB of its own, more than ${limits.route}`)
}

report('over budget', found)
