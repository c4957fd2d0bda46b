import { defineConfig } from 'vite'

// The files go where Maven packs this module's jar and Spring Boot looks for static content.
export default defineConfig({
  build: { outDir: 'target/classes/static', emptyOutDir: true },
})
