import { expect, test } from 'vitest'
import { moneyFaults } from './money.mjs'

const faults = (text) => moneyFaults([{ path: 'src/page.tsx', text }])

test.each([
  'line.amount + other.amount',
  'total - credit',
  'price * seats',
  'sum += line.net.minorUnits',
  '-balance.amount',
  'Number(total.amount)',
  'Number.parseFloat(price.amount)',
])('finds arithmetic on money: %s', (code) => {
  expect(faults(code)).toEqual([expect.stringContaining('computes with money')])
})

test.each([
  'seats + 1',
  'totalCount - chosen',
  `\`\${price.amount} €\``,
  "'total ' + amount",
  'amount === other.amount',
])('lets be what is none: %s', (code) => {
  expect(faults(code)).toEqual([])
})
