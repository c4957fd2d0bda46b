import type { Page } from '@playwright/test'
import { emptyCart, expectNoSidewaysScroll } from './pages.ts'
import { accountNamed, expect, expectAccessible, settled, signIn, subscriptionOf, test } from './support.ts'

test.use({ locale: 'es-ES' })

const buyer = 'lucia.garcia@estudio-norte.example'
let account: string

test.beforeAll(async () => {
  account = await accountNamed('Estudio Norte')
})

test.beforeEach(async ({ page }) => {
  await signIn(page, buyer, `/a/${account}`)
  await settled(page)
})

test('the palette finds pages without accents, adds seats to a product, and finds people', async ({ page }) => {
  await page.keyboard.press('Control+k')
  const field = page.getByPlaceholder(/Páginas, usuarios/)
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await field.fill('metodos')
  await page.getByRole('button', { name: 'Métodos de pago' }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Métodos de pago' })).toBeFocused()

  await page.keyboard.press('Control+k')
  await field.fill('agentes agora')
  await page.getByRole('button', { name: 'Añadir agentes a Ágora Support Desk' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Puestos de Ágora Support Desk' })).toBeVisible()
  await expect(page).toHaveURL(/seats=\d+/)

  await page.keyboard.press('Control+k')
  await field.fill('noah')
  const found = page.getByRole('button', { name: /Noah Brooks/ })
  await expect(found).toBeVisible()
  await expectAccessible(page)
  await found.click()
  await expect(page).toHaveURL(/\/users\//)
})

test('single keys lead to pages, tell themselves, and can be switched off', async ({ page }) => {
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1, name: 'Pedidos' })).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page.getByRole('heading', { level: 1, name: 'Inicio' })).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { level: 1, name: 'Carrito' })).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page.getByRole('heading', { level: 1, name: 'Inicio' })).toBeFocused()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Teclas' })
  await expect(keys).toBeVisible()
  await expect(keys.getByRole('definition').filter({ hasText: 'Carrito' })).toBeVisible()
  await expectAccessible(page)
  await keys.getByRole('switch').uncheck({ force: true })
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder(/Páginas, usuarios/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Inicio' })).toBeVisible()
})

test('a page with moments on it names their zone once', async ({ page }) => {
  for (const path of ['', '/users', '/orders', '/mails', '/balance', '/tax-ids', '/buy', '/review']) {
    await page.goto(`/a/${account}${path}`)
    await expect(page.getByText('Fechas en la zona horaria Europe/Madrid.')).toHaveCount(1)
  }
})

test('a page that does not exist, an account and an order that are not one’s own, say so within the frame', async ({
  page,
}) => {
  for (const path of [`/a/${account}/nowhere`, `/a/${account}/orders/nothing`, '/a/nobody', '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'No encontrado' })).toBeVisible()
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: 'Ir a Inicio' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inicio' })).toBeVisible()
})

test('what does not load says so in its place, with the request’s id, and can be asked for again', async ({ page }) => {
  await page.route('**/graphql', (route) => route.abort('connectionreset'))
  await page.goto(`/a/${account}/payment-methods`).catch(() => {})
  await expect(page.getByRole('alert')).toContainText('No hay conexión con el servidor')
  await expectAccessible(page)
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Reintentar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Métodos de pago' })).toBeVisible()
})

test('nothing is shown for a moment, then the page’s outline, and nothing moves when it comes', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { shown: [] as number[], shift: 0 }
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (document.querySelector('[aria-busy] [role=status]')) seen.shown.push(performance.now())
    }).observe(document, { childList: true, subtree: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const seen = () => page.evaluate(() => (window as never as { seen: { shown: number[]; shift: number } }).seen)
  await page.goto(`/a/${account}/settings`)
  await settled(page)
  expect((await seen()).shift).toBe(0)

  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  for (const path of ['', '?chart=seats', '/buy', '/cart', '/payment-methods', '/tax-ids', '/settings', '/orders']) {
    await page.goto(`/a/${account}${path}`)
    await expect(page.locator('[aria-busy=true]').first()).toBeVisible()
    await settled(page)
    const { shown, shift } = await seen()
    expect(shown.length, path).toBeGreaterThan(0)
    expect(shift, path).toBe(0)
  }
})

test.describe('where a file is gone', () => {
  test.use({ broken: true })

  test('a part of the console that is gone with a new release offers a reload, and the address stays', async ({
    page,
  }) => {
    await page.route('**/assets/TaxIdsPage-*.js', (route) => route.fulfill({ status: 404, body: '' }))
    await page.getByRole('navigation', { name: 'Menú' }).getByRole('link', { name: 'NIF-IVA' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Hay una versión nueva' })).toBeVisible()
    await expectAccessible(page)
    const address = page.url()
    expect(address).toContain('/tax-ids')
    await page.unroute('**/assets/TaxIdsPage-*.js')
    await page.getByRole('button', { name: 'Recargar' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'NIF-IVA' })).toBeVisible()
    expect(page.url()).toBe(address)
  })
})

test('who asks for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: /^Menú de/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  const moving = await page.evaluate(
    () => document.getAnimations().filter((each) => Number(each.effect?.getComputedTiming().duration) > 1).length,
  )
  expect(moving).toBe(0)
})

test.describe('with letters twice as large', () => {
  test.use({ viewport: { width: 1280, height: 900 } })

  const writeLarge = (page: Page) =>
    page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%'
      })
    })
  const expectFit = async (page: Page, path: string) => {
    await page.goto(`/a/${account}${path}`)
    await settled(page)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
    await expectNoSidewaysScroll(page)
  }

  test('every page of the flow still fits its screen', async ({ page }) => {
    const { id, seatsOwned } = await subscriptionOf(account, 'support-desk')
    await emptyCart(page, account)
    await writeLarge(page)
    for (const path of ['', '/buy', '/payment-methods', '/tax-ids', '/settings']) await expectFit(page, path)
    await expectFit(page, `/s/${id}/change?seats=${seatsOwned + 1}`)
    await page.getByRole('button', { name: 'Añadir al carrito' }).click()
    await expect(page).toHaveURL(/\/cart$/)
    for (const path of ['/cart', '/review']) await expectFit(page, path)
    await emptyCart(page, account)
  })

  test('every list, and what it leads to, still fits its screen', async ({ page }) => {
    const { id } = await subscriptionOf(account, 'support-desk')
    await writeLarge(page)
    for (const tab of ['', '?tab=seated', '?tab=free']) await expectFit(page, `/s/${id}${tab}`)
    for (const list of ['/users', '/orders', '/documents', '/mails', '/balance']) await expectFit(page, list)
    for (const list of ['/users', '/orders', '/documents', '/mails']) {
      await page.goto(`/a/${account}${list}`)
      await page.getByRole('table').getByRole('link').first().click()
      await expect(page).toHaveURL(/\/(users|orders|documents|mails)\/./)
      await settled(page)
      await expectNoSidewaysScroll(page)
    }
  })

  test('a list on a screen of middle width has cards where its columns do not fit', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 800 })
    const { id } = await subscriptionOf(account, 'support-desk')
    for (const path of [`/s/${id}`, '/users', '/orders', '/documents', '/mails', '/balance']) {
      await page.goto(`/a/${account}${path}`)
      await settled(page)
      await expectNoSidewaysScroll(page)
    }
  })
})
