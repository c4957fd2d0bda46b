import type { Page } from '@playwright/test'
import { emptyCart, endPending, expectSound } from './pages.ts'
import {
  accountNamed,
  expect,
  forgetPaymentMethods,
  type Language,
  payEasily,
  settled,
  signIn,
  speak,
  test,
  typeCard,
} from './support.ts'

const words = {
  en: {
    add: 'Add organizers',
    cart: 'Add to cart',
    pay: 'Pay',
    place: 'Place order',
    bank: 'Your bank asks you to confirm',
    go: 'Go to bank',
    sandbox: 'Sandbox bank',
    refuse: 'Refuse',
    voided: 'The payment was declined; nothing was charged',
    back: 'Back to the cart',
  },
  es: {
    add: 'Añadir organizadores',
    cart: 'Añadir al carrito',
    pay: 'Pagar',
    place: 'Realizar pedido',
    bank: 'Su banco pide confirmación',
    go: 'Ir al banco',
    sandbox: 'Banco de pruebas',
    refuse: 'Rechazar',
    voided: 'El pago se rechazó; no se ha cobrado nada',
    back: 'Volver al carrito',
  },
} as const

let account: string

test.beforeAll(async () => {
  account = await accountNamed('Hafenlicht')
})

test.beforeEach(async ({ page }) => {
  await endPending(page, account)
})

/** The page wears the console's colours of the scheme that the person prefers. */
async function expectSchemes(page: Page) {
  for (const [colorScheme, color] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(20, 24, 28)'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('body')).toHaveCSS('background-color', color)
  }
}

for (const language of ['en', 'es'] satisfies Language[]) {
  const word = words[language]

  test.describe(`in ${language}`, () => {
    test.use({ locale: language === 'es' ? 'es-ES' : 'en-GB' })

    test('comes back from a refused confirmation to a voided order, whose cart is open again; axe finds nothing on the way', async ({
      page,
    }) => {
      await forgetPaymentMethods(account)
      await signIn(page, 'friederike.schroeder@hafenlicht.example', `/a/${account}`)
      await speak(page, language)
      try {
        await emptyCart(page, account)
        await page.getByRole('link', { name: word.add }).click()
        await page.getByRole('button', { name: word.cart }).click()
        await page.getByRole('link', { name: word.pay, exact: true }).click()
        await typeCard(page, '4000 0025 0000 3155')
        await page.getByRole('button', { name: word.place }).click()
        await expect(page.getByText(word.bank)).toBeVisible()
        await settled(page)
        await expectSound(page)
        const order = page.url()

        await page.getByRole('button', { name: word.go }).click()
        await expect(page.getByRole('heading', { level: 1, name: word.sandbox })).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expectSchemes(page)
        await expectSound(page)
        await page.getByRole('button', { name: new RegExp(word.refuse) }).click()

        await expect(page.getByText(word.voided)).toBeVisible()
        expect(page.url()).toBe(order)
        await settled(page)
        await expectSound(page)
        await page.getByRole('link', { name: word.back }).click()
        await expect(page.getByRole('link', { name: word.pay, exact: true })).toBeVisible()
        await emptyCart(page, account)
      } finally {
        await endPending(page, account)
        await payEasily(account)
        await page.goto(`/a/${account}`)
        await speak(page, 'en')
      }
    })
  })
}
