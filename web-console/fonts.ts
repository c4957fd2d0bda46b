import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const dataFont = /url\(\s*["']?data:[\w/-]*font[\w/-]*;(?:charset=[\w-]+;)?base64,([A-Za-z0-9+/=]+)["']?\s*\)/g

/** The page's policy takes fonts from files alone: those that a library's stylesheet carries inside itself become files. */
export function fonts(): Plugin {
  return {
    name: 'fonts',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
        file.source = String(file.source).replace(dataFont, (_, text: string) => {
          const source = Buffer.from(text, 'base64')
          const name = `font-${createHash('sha256').update(source).digest('hex').slice(0, 8)}`
          this.emitFile({ type: 'asset', fileName: `assets/${name}`, source })
          return `url(./${name})`
        })
      }
    },
  }
}
