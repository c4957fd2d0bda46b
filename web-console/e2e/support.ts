import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export type Language = 'es' | 'en'

interface Credentials {
  clients: { clientId: string; clientSecret: string }[]
  people: { email: string; password: string; name: string; role: string }[]
}

const credentials: Credentials = JSON.parse(readFileSync(process.env.PUESTO_CREDENTIALS ?? '', 'utf8'))

/** A person of the demo, with the password. */
export function personOf(email: string) {
  const person = credentials.people.find((each) => each.email === email)
  if (!person) throw new Error(`no demo person ${email}`)
  return person
}

/** Signs a person in on the issuer's own page and comes back to the console. */
export async function signIn(page: Page, email: string, path = '/') {
  const person = personOf(email)
  await page.goto(`/login?continue=${encodeURIComponent(path)}`)
  await page.getByLabel(/^(E-mail|Correo electrónico)$/).fill(email)
  await page.getByLabel(/^(Password|Contraseña)$/).fill(person.password)
  await page.getByRole('button', { name: /^(Sign in|Iniciar sesión)$/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The API as a partner's tool sees it: to prepare what a test needs and to look at what it left. */
export async function api<Data>(query: string, variables: object = {}): Promise<Data> {
  const url = process.env.PUESTO_URL ?? ''
  const client = credentials.clients.find((each) => each.clientId === 'demo-integrator')
  const basic = Buffer.from(`demo-integrator:${client?.clientSecret}`).toString('base64')
  const token = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  }).then((answer) => answer.json())
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  }).then((each) => each.json())
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return answer.data
}

interface Listed {
  accounts: { nodes: { id: string; name: string }[] }
}

export async function accountNamed(name: string) {
  const { accounts } = await api<Listed>('{ accounts(first: 100) { nodes { id name } } }')
  const found = accounts.nodes.find((each) => each.name.startsWith(name))
  if (!found) throw new Error(`no account ${name}`)
  return found.id
}

interface Subscriptions {
  account: {
    subscriptions: {
      nodes: { id: string; seatsOwned: number; seatsAssigned: number; seatsFree: number; product: { code: string } }[]
    }
  }
}

export async function subscriptionOf(account: string, product: string) {
  const query =
    'query ($id: ID!) { account(id: $id) { subscriptions(first: 20) { nodes { id seatsOwned seatsAssigned seatsFree product { code } } } } }'
  const { nodes } = (await api<Subscriptions>(query, { id: account })).account.subscriptions
  const found = nodes.find((each) => each.product.code === product)
  if (!found) throw new Error(`no subscription of ${product}`)
  return found
}

/** Switches the console's language where a person does. */
export async function speak(page: Page, language: Language) {
  await page.getByRole('button', { name: /^(Menú de|Menu of)/ }).click()
  await page.getByRole('menuitem', { name: language === 'es' ? 'Español' : 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.getByRole('menu')).toHaveCount(0)
}

/** Nothing loads any more. */
export async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

interface Ordered {
  account: { orders: { totalCount: number; nodes: { id: string; state: string }[] } }
}

export async function orders(account: string) {
  const query = 'query ($id: ID!) { account(id: $id) { orders(first: 100) { totalCount nodes { id state } } } }'
  return (await api<Ordered>(query, { id: account })).account.orders
}

interface Methods {
  account: { paymentMethods: { id: string; lastDigits: string; preferred: boolean }[] }
}

export async function paymentMethods(account: string) {
  const query = 'query ($id: ID!) { account(id: $id) { paymentMethods { id lastDigits preferred } } }'
  return (await api<Methods>(query, { id: account })).account.paymentMethods
}

/** Takes the account's payment methods away, so that checkout asks for a card. */
export async function forgetPaymentMethods(account: string) {
  const remove =
    'mutation ($id: ID!) { removePaymentMethod(input: { paymentMethodId: $id }) { userErrors { message } } }'
  for (const { id } of await paymentMethods(account)) await api(remove, { id })
}

/** Leaves the account with one payment method, which always pays. */
export async function payEasily(account: string) {
  await forgetPaymentMethods(account)
  const add = 'mutation ($input: AddPaymentMethodInput!) { addPaymentMethod(input: $input) { userErrors { message } } }'
  await api(add, { input: { accountId: account, paymentToken: 'sandbox_success' } })
}

/** Fills the sandbox's card form. */
export async function typeCard(page: Page, number: string) {
  await page.getByLabel(/^(Número de tarjeta|Card number)$/).fill(number)
  await page.getByLabel(/^(Caducidad|Expiry)/).fill('12/34')
  await page.getByLabel(/^(Código|Code) \(CVC\)$/).fill('123')
}

/**
 * A mail's frame runs no script, so neither does axe in it. The explorer's editor makes its tabs itself, with buttons in
 * them, and knows no other.
 */
const axe = (page: Page) => new AxeBuilder({ page }).exclude('iframe[sandbox]').exclude('.graphiql-tab')

/** Nothing fades any more. What was put on the page in this frame begins to do so in the next one. */
async function still(page: Page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  })
}

/** Axe finds nothing on the page as it is. */
export async function expectAccessible(page: Page) {
  // What a sticky bar covers by half is no fault: it scrolls into sight with the focus.
  await page.evaluate(() => window.scrollTo(0, 0))
  await still(page)
  const { violations } = await axe(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`)
  expect(found, page.url()).toEqual([])
}

/** Axe finds nothing in the light scheme, and nothing in the dark one. */
export async function expectAccessibleInBothSchemes(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

/**
 * Fails where the page writes an error to the console: a refused style or script shows there, and nowhere else. That a mail's
 * frame runs no script is said when the test looks into it.
 */
export const test = base.extend<{ quiet: undefined; broken: boolean }>({
  /** Whether the test breaks something, so that the browser tells errors. */
  broken: [false, { option: true }],
  quiet: [
    async ({ page, broken }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        if (
          message.type() === 'error' &&
          !/status of (401|503)|net::ERR|^Blocked script execution in 'about:srcdoc'/.test(message.text())
        )
          errors.push(message.text())
      })
      await use(undefined)
      if (!broken) expect(errors).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
