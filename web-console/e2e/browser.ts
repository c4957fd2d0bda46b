import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** The browser of CHROMIUM_PATH, else one on PATH, else the one that comes in an npm package. */
export async function browser() {
  const given = process.env.CHROMIUM_PATH ?? onPath()
  return given ? { executablePath: given, args: ['--no-sandbox'] } : packaged()
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, 'chromium')).find((file) => existsSync(file))
}

/** The package unpacks itself into the folder for temporary files, with the libraries that a bare system lacks. */
async function packaged() {
  const folder = resolve('target/browser')
  mkdirSync(folder, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>
  return { executablePath, env, args: ['--no-sandbox', '--headless=shell', '--no-zygote', '--disable-gpu'] }
}
