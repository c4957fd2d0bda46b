import { defineConfig } from '@playwright/test'
import { browser } from './e2e/browser.ts'

/** Runs against a Puesto that is up: PUESTO_URL, and PUESTO_CREDENTIALS, the file with the demo people's passwords. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.PUESTO_URL ?? 'http://127.0.0.1:8080',
    launchOptions: await browser(),
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
