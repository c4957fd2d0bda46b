import { expect, type Page } from '@playwright/test'

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page) {
  const { wide, width } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(width)
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
