import { accountNamed, expect, type Language, settled, signIn, subscriptionOf, test } from './support.ts'

const account = ['Home', 'Users', 'Orders', 'Invoices', 'Mails', 'Balance', 'Payment methods', 'VAT number', 'Settings']

/** Whoever speaks Spanish is shown the same pages by other names; the order is the design's. */
const roles = {
  'a billing contact': { email: 'friederike.schroeder@hafenlicht.example', of: 'Hafenlicht', menu: account },
  'a reader': { email: 'olivia.whitfield@estudio-norte.example', of: 'Estudio Norte', menu: account },
  'a representative': {
    email: 'tobias.lindqvist@agora.example',
    of: 'Liffey',
    menu: [...account, 'Accounts', 'Requests'],
  },
} as const

test.describe('menus', () => {
  test.use({ locale: 'en-GB' })

  for (const [role, { email, of, menu }] of Object.entries(roles)) {
    test(`shows ${role} what the role opens, and nothing else`, async ({ page }) => {
      await signIn(page, email, `/a/${await accountNamed(of)}`)
      const links = page.getByRole('navigation', { name: 'Menu' }).getByRole('link')
      await expect(links).toHaveText([...menu])
      for (const entry of menu) {
        await links.filter({ hasText: new RegExp(`^${entry}$`) }).click()
        await settled(page)
        await expect(page.getByText(/can do this|no permission/)).toHaveCount(0)
        if (role === 'a representative' && entry === 'Settings')
          await expect(page.getByText('You are looking at the account of Liffey Clinics Ltd')).toBeVisible()
      }
    })
  }

  test('shows an operator the vendor’s pages, the catalog among them, and those of an account that is open', async ({
    page,
  }) => {
    await signIn(page, 'vera.salinas@agora.example')
    const links = page.getByRole('navigation', { name: /^Men[uú]$/ }).getByRole('link')
    await expect(links).toHaveText([/^(Cuentas|Accounts)$/, /^(Solicitudes|Requests)$/, /^(Catálogo|Catalog)$/])
    await page.goto(`/a/${await accountNamed('Nordlys')}`)
    await expect(links).toHaveCount(account.length + 3)
  })
})

test.describe('a seat administrator', () => {
  test.use({ locale: 'es-ES' })
  const email = 'andres.ortega@estudio-norte.example'

  test('sees people and seats, and no page of money', async ({ page }) => {
    await signIn(page, email)
    const links = page.getByRole('navigation', { name: 'Menú' }).getByRole('link')
    await expect(links).toHaveText(['Inicio', 'Usuarios'])
    const estudio = await accountNamed('Estudio Norte')
    for (const path of ['orders', 'documents', 'mails', 'balance', 'payment-methods', 'tax-ids']) {
      await page.goto(`/a/${estudio}/${path}`)
      await expect(page.getByText('Lo gestiona Lucía García Muñoz')).toBeVisible()
    }
    await page.goto('/ops/accounts')
    await expect(page.getByText('No tiene permiso para ver esta página.')).toBeVisible()
  })
})

const idle: [who: string, email: string, of: string, product: string, language: Language][] = [
  ['a reader', 'olivia.whitfield@estudio-norte.example', 'Estudio Norte', 'meetings', 'en'],
  ['a representative', 'tobias.lindqvist@agora.example', 'Nordlys', 'meetings', 'en'],
]

for (const [who, email, of, product] of idle) {
  test(`gives ${who} no way to change a seat`, async ({ page }) => {
    const of_ = await accountNamed(of)
    const { id } = await subscriptionOf(of_, product)
    await signIn(page, email, `/a/${of_}/s/${id}`)
    await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
    await expect(page.getByRole('checkbox')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^(Assign|Release|Transfer)/ })).toHaveCount(0)
  })
}
