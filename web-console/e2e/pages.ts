import { expect, type Page } from '@playwright/test'
import { api, expectAccessibleInBothSchemes, settled } from './support.ts'

/** Nothing is wider than the screen, once a table has seen how wide that is. */
export async function expectNoSidewaysScroll(page: Page) {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(over, { message: page.url(), timeout: 5_000 }).toBeLessThanOrEqual(0)
}

/** What is pressed or typed into is high enough for a finger; the explorer's own controls are not ours. */
async function expectTouchable(page: Page) {
  const small = () =>
    page
      .locator('main')
      .locator('button, a.mantine-Button-root, select, input:not([type=checkbox], [type=radio])')
      .filter({ visible: true })
      .evaluateAll((controls) =>
        controls
          .filter((each) => !each.closest('.graphiql-container, .visually-hidden') && each.clientHeight < 42)
          .map((each) => each.outerHTML.slice(0, 200)),
      )
  await expect.poll(small, { message: page.url(), timeout: 5_000 }).toEqual([])
}

const screen = { width: 1280, height: 720 }
const phone = { width: 320, height: 700 }

/** The page, as it is, is for everybody: axe finds nothing in either scheme, and nothing is cut off on a narrow phone. */
export async function expectSound(page: Page) {
  await page.setViewportSize(screen)
  await expectAccessibleInBothSchemes(page)
  await page.setViewportSize(phone)
  await expectNoSidewaysScroll(page)
  await expectTouchable(page)
  await page.setViewportSize(screen)
}

/** The same of pages, one after the other, by their addresses. */
export async function expectAllSound(page: Page, addresses: readonly string[]) {
  for (const address of addresses) {
    await page.goto(address)
    await settled(page)
    await expectSound(page)
  }
}

/** Takes out of the person's cart what another test may have left in it. */
export async function emptyCart(page: Page, account: string) {
  const refused = await page.evaluate(async (accountId) => {
    const query = 'mutation ($input: ClearCartInput!) { clearCart(input: $input) { userErrors { message } } }'
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Puesto-CSRF': '1' },
      body: JSON.stringify({ query, variables: { input: { accountId } } }),
    })
    const { data } = await answer.json()
    return data.clearCart.userErrors
  }, account)
  expect(refused).toEqual([])
}

interface Pending {
  account: { orders: { nodes: { id: string; paymentAction: { redirectUrl: string } | null }[] } }
}

/** Refuses at their banks the payments that a test left waiting, so that no order holds what the next test buys. */
export async function endPending(page: Page, account: string) {
  const query = `query ($id: ID!) { account(id: $id) { orders(first: 20, state: PENDING_PAYMENT) { nodes {
    id paymentAction { redirectUrl } } } } }`
  const end = 'mutation ($input: ConfirmPaymentInput!) { confirmPayment(input: $input) { order { state } } }'
  for (const { id, paymentAction } of (await api<Pending>(query, { id: account })).account.orders.nodes) {
    if (!paymentAction) continue
    await page.goto(paymentAction.redirectUrl)
    await page.getByRole('button', { name: /Rechazar|Refuse/ }).click()
    await api(end, { input: { orderId: id, idempotencyKey: crypto.randomUUID() } })
  }
}
