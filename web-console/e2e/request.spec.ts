import { emptyCart, expectAllSound, expectSound } from './pages.ts'
import { accountNamed, expect, type Language, settled, signIn, speak, test } from './support.ts'

const words = {
  en: {
    add: 'Add agents',
    cart: 'Add to cart',
    ask: 'Ask your representative',
    who: 'Tobias Lindqvist looks after your account',
    note: 'Note (optional)',
    text: 'From next month, please.',
    send: 'Send request',
    sent: 'Sent to your representative',
    withdraw: 'Withdraw request',
    closed: 'Closed',
  },
  es: {
    add: 'Añadir agentes',
    cart: 'Añadir al carrito',
    ask: 'Pedir a su representante',
    who: 'Tobias Lindqvist lleva su cuenta',
    note: 'Nota (opcional)',
    text: 'Desde el mes que viene, por favor.',
    send: 'Enviar solicitud',
    sent: 'Enviada a su representante',
    withdraw: 'Retirar solicitud',
    closed: 'Cerrada',
  },
} as const

for (const language of ['en', 'es'] satisfies Language[]) {
  const word = words[language]

  test.describe(`in ${language}`, () => {
    test.use({ locale: language === 'es' ? 'es-ES' : 'en-GB' })

    test('a corporate account asks its representative instead of paying, and sees no prices on the way', async ({
      page,
    }) => {
      const account = await accountNamed('Liffey')
      await signIn(page, 'imogen.fairclough@liffey-clinics.example', `/a/${account}`)
      await speak(page, language)
      await emptyCart(page, account)
      await expectAllSound(page, [`/a/${account}/request`, `/a/${account}`])
      await page.getByRole('link', { name: word.add }).click()
      await settled(page)
      await expectSound(page)
      await page.getByRole('button', { name: word.cart }).click()
      await expect(page.getByRole('link', { name: word.ask })).toBeVisible()
      await expectSound(page)
      await page.getByRole('link', { name: word.ask }).click()
      await expect(page.getByText(word.who)).toBeVisible()
      await expect(page.getByRole('main').getByText('€')).toHaveCount(0)
      await page.getByLabel(word.note).fill(word.text)
      await expectSound(page)
      await page.getByRole('button', { name: word.send }).click()
      await expect(page.getByText(word.sent)).toBeVisible()
      await expect(page.getByText(word.text)).toBeVisible()
      await expectSound(page)
      await page.getByRole('button', { name: word.withdraw }).click()
      await expect(page.getByText(word.closed, { exact: true })).toBeVisible()
      await expectSound(page)
      await emptyCart(page, account)
    })
  })
}
