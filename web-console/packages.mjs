// Installs what package-lock.json names, unless exactly that is installed already: `npm ci` takes as long as all the rest.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const mark = 'node_modules/.installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex')

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  execSync('npm ci --no-audit --no-fund', { stdio: 'inherit' })
  writeFileSync(mark, wanted)
}
