import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { documents } from './documents.ts'
import { fonts } from './fonts.ts'

const backend = process.env.PUESTO_URL ?? 'http://127.0.0.1:8080'

// A developer without a session may lend the API the token of a client; the built console knows no tokens.
const token = process.env.PUESTO_TOKEN
const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}

export default defineConfig({
  plugins: [documents(), react(), fonts()],
  html: { cspNonce: '__CSP_NONCE__' },
  // The files go where Maven packs this module's jar and Spring Boot looks for static content.
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/login', '/logout', '/oauth2', '/sandbox'].map((path) => [path, { target: backend, headers }]),
    ),
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'checks/**/*.test.mjs'],
    setupFiles: ['src/testing.ts'],
    restoreMocks: true,
  },
})
