import { beforeEach, expect, test } from 'vitest'
import { orderKey, renewOrderKey } from './orderKey'

beforeEach(() => sessionStorage.clear())

test('keeps one key per cart', () => {
  const first = orderKey('cart-1')
  expect(orderKey('cart-1')).toBe(first)
  expect(orderKey('cart-2')).not.toBe(first)
})

test('replaces the key only when told so', () => {
  const first = orderKey('cart-1')
  const second = renewOrderKey('cart-1')
  expect(second).not.toBe(first)
  expect(orderKey('cart-1')).toBe(second)
})
