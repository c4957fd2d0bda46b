import type { Page } from '@playwright/test'
import { emptyCart, expectAllSound, expectSound } from './pages.ts'
import { accountNamed, expect, type Language, settled, signIn, speak, subscriptionOf, test } from './support.ts'

test.describe.configure({ mode: 'serial' })

const buyer = 'friederike.schroeder@hafenlicht.example'
let account: string
let subscription: string

test.beforeAll(async () => {
  account = await accountNamed('Hafenlicht')
  subscription = (await subscriptionOf(account, 'assist')).id
})

/** Every page of the flow in one of its states; the cart's and the review's hold a change. */
const pages = () => [
  '',
  '?chart=spend',
  '?chart=seats',
  `/s/${subscription}/change?seats=20`,
  `/s/${subscription}/change?seats=3`,
  `/s/${subscription}/change?seats=0`,
  '/buy',
  '/cart',
  '/review',
  '/payment-methods',
  '/tax-ids',
  '/settings',
  '/nowhere',
]

async function addToCart(page: Page, name: RegExp) {
  await emptyCart(page, account)
  await page.goto(`/a/${account}/s/${subscription}/change?seats=20`)
  await page.getByRole('button', { name }).click()
  await expect(page).toHaveURL(/\/cart$/)
}

for (const language of ['en', 'es'] satisfies Language[]) {
  test(`axe finds nothing on any page of the flow, light and dark, and none is cut off at 320 px, in ${language}`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    await signIn(page, buyer, `/a/${account}`)
    await settled(page)
    await speak(page, language)
    try {
      await addToCart(page, /^(Add to cart|Añadir al carrito)$/)
      await expectAllSound(
        page,
        pages().map((path) => `/a/${account}${path}`),
      )
      await emptyCart(page, account)
    } finally {
      await speak(page, 'en')
    }
  })

  test(`axe finds nothing where one signs in, light and dark, and nothing is cut off at 320 px, in ${language}`, async ({
    page,
  }) => {
    await page.goto('/login?continue=/')
    await page.getByRole('link', { name: language === 'es' ? 'Español' : 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expectSound(page)
    await page.getByLabel(/^(E-mail|Correo electrónico)$/).fill(buyer)
    await page.getByLabel(/^(Password|Contraseña)$/).fill('not this one')
    await page.getByRole('button', { name: /^(Sign in|Iniciar sesión)$/ }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectSound(page)
  })

  test.describe('where it fails', () => {
    test.use({ broken: true, locale: language })

    test(`axe finds nothing where a sign-in failed, light and dark, in ${language}`, async ({ page }) => {
      await page.goto('/login/oauth2/code/puesto?error=access_denied&state=nothing')
      await expect(page.getByRole('link', { name: /^(Sign in again|Iniciar sesión de nuevo)$/ })).toBeVisible()
      await expectSound(page)
    })
  })
}

test('an order prints without what leads elsewhere', async ({ page }) => {
  await signIn(page, buyer, `/a/${account}/orders`)
  await settled(page)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Amounts' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Amounts' })).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
})
