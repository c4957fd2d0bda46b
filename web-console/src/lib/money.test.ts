import { expect, test } from 'vitest'
import { formatMoney, isNegative, isSame, isZero, negated, unbroken } from './money'

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const spaced = (text: string) => text.replace(/\s/g, ' ')

test.each([
  ['es', eur('1234.50'), '1.234,50 €'],
  ['es', eur('-181.50'), '\u2212181,50 €'],
  ['en', eur('-181.50'), '\u2212€181.50'],
  ['en', eur('326.70'), '€326.70'],
  ['en', { amount: '1200', currency: 'JPY' }, '¥1,200'],
  ['es', { amount: '1.234', currency: 'KWD' }, '1,234 KWD'],
  ['en', eur('90071992547409.91'), '€90,071,992,547,409.91'],
] as const)('shows in %s %o as %s', (locale, money, shown) => {
  expect(spaced(formatMoney(money, locale))).toBe(shown)
})

test('lets no line end between a minus sign and the currency’s', () => {
  expect(unbroken('is credited (−€60.50), − 10 %')).toBe('is credited (−\u2060€60.50), − 10 %')
  expect(unbroken('se abona (−60,50 €)')).toBe('se abona (−60,50 €)')
})

test('turns the sign of a text, and of zero nothing', () => {
  expect(negated(eur('12.50')).amount).toBe('-12.50')
  expect(negated(eur('-12.50')).amount).toBe('12.50')
  expect(negated(eur('0.00')).amount).toBe('0.00')
})

test('tells zero, negative and equal amounts', () => {
  expect(isZero(eur('0.00'))).toBe(true)
  expect(isZero(eur('0.01'))).toBe(false)
  expect(isNegative(eur('-0.01'))).toBe(true)
  expect(isNegative(eur('-0.00'))).toBe(false)
  expect(isSame(eur('1.00'), eur('1.00'))).toBe(true)
  expect(isSame(eur('1.00'), { amount: '1.00', currency: 'USD' })).toBe(false)
})
