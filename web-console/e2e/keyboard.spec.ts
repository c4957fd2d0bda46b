import type { Page } from '@playwright/test'
import { expect, signIn, test } from './support.ts'

test.use({ locale: 'en-GB' })

/** Walks with Tab until the element of that name has the focus, and presses a key on it. */
async function reach(page: Page, role: 'link' | 'button' | 'spinbutton', name: string | RegExp, key: string) {
  const target = page.getByRole(role, { name }).first()
  await expect(target).toBeVisible()
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press(key)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('a whole purchase by keyboard alone', async ({ page }) => {
  await signIn(page, 'friederike.schroeder@hafenlicht.example')
  await reach(page, 'link', /^Add organizers/, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await reach(page, 'spinbutton', 'Number of organizers', 'ArrowUp')
  await reach(page, 'button', 'Add to cart', 'Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Cart' })).toBeFocused()
  await reach(page, 'link', /^Pay$/, 'Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Review order' })).toBeFocused()
  await reach(page, 'button', 'Place order', 'Enter')
  await expect(page.getByText('Order placed')).toBeVisible()
})
