// Lets the build use the Node on PATH: links it to where frontend-maven-plugin expects the Node it would download.
// Exits with 1, and the plugin downloads, where that Node is too old or has no npm beside it.
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

const [major, minor] = process.versions.node.split('.').map(Number)
const recentEnough = major > 20 || (major === 20 && minor >= 19)

const npmOnPath = process.env.PATH.split(delimiter)
  .map((folder) => join(folder, 'npm'))
  .find(existsSync)
const npm = npmOnPath && dirname(dirname(realpathSync(npmOnPath)))

if (!recentEnough || !npm || !existsSync(join(npm, 'bin', 'npm-cli.js'))) process.exit(1)

rmSync('node', { recursive: true, force: true })
mkdirSync(join('node', 'node_modules'), { recursive: true })
symlinkSync(process.execPath, join('node', 'node'))
symlinkSync(npm, join('node', 'node_modules', 'npm'))
