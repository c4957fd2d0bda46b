import type { Page } from '@playwright/test'
import { emptyCart, expectNoSidewaysScroll } from './pages.ts'
import { accountNamed, api, expect, expectAccessible, settled, signIn, speak, test } from './support.ts'

test.describe.configure({ mode: 'serial' })

const buyer = 'friederike.schroeder@hafenlicht.example'
let account: string
let subscription: string

test.beforeAll(async () => {
  account = await accountNamed('Hafenlicht')
  const query = `query ($id: ID!) { account(id: $id) { subscriptions(first: 20) { nodes {
    id status product { name } } } } }`
  interface Found {
    account: { subscriptions: { nodes: { id: string; product: { name: string } }[] } }
  }
  const { nodes } = (await api<Found>(query, { id: account })).account.subscriptions
  subscription = nodes.find((each) => each.product.name === 'Ágora Assist')?.id ?? ''
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
]

async function addToCart(page: Page, name: string) {
  await emptyCart(page, account)
  await page.goto(`/a/${account}/s/${subscription}/change?seats=20`)
  await page.getByRole('button', { name }).click()
  await expect(page).toHaveURL(/\/cart$/)
}

for (const language of ['English', 'Español'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in ${language}, ${colorScheme}`, () => {
      test.use({ colorScheme, locale: 'en-GB' })

      test('axe finds nothing on any page of the flow, and none scrolls sideways at 320 px', async ({ page }) => {
        await signIn(page, buyer, `/a/${account}`)
        await settled(page)
        if (language === 'Español') await speak(page, 'es')
        try {
          await addToCart(page, language === 'English' ? 'Add to cart' : 'Añadir al carrito')
          for (const path of pages()) {
            await page.goto(`/a/${account}${path}`)
            await settled(page)
            await expectAccessible(page)
            await page.setViewportSize({ width: 320, height: 700 })
            await expectNoSidewaysScroll(page)
            await page.setViewportSize({ width: 1280, height: 720 })
          }
          await emptyCart(page, account)
        } finally {
          if (language === 'Español') await speak(page, 'en')
        }
      })
    })
  }
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
