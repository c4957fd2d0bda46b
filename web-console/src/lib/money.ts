import { type Locale, regions } from './locale'

/** An amount as the API gives it. It is shown, never computed with: sums come from the server. */
export interface Money {
  amount: string
  currency: string
}

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: Locale, currency: string, digits: number) {
  const key = `${locale} ${currency} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(regions[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always',
  })
  formats.set(key, made)
  return made
}

/** The amount with its own digits, thousands always grouped, and a real minus sign. */
export function formatMoney({ amount, currency }: Money, locale: Locale) {
  const digits = amount.split('.')[1]?.length ?? 0
  return formatOf(locale, currency, digits)
    .formatToParts(amount as Intl.StringNumericLiteral)
    .map((part) => (part.type === 'minusSign' ? '\u2212' : part.value))
    .join('')
}

/** A rate or share as the server wrote it, digit by digit. */
export function formatDecimal(decimal: string, locale: Locale) {
  const digits = decimal.split('.')[1]?.length ?? 0
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(regions[locale], options).format(decimal as Intl.StringNumericLiteral)
}

/** A sentence whose lines never end between a minus sign and the currency's. */
export function unbroken(sentence: string) {
  return sentence.replaceAll(/\u2212(?=\p{Sc})/gu, '\u2212\u2060')
}

/** The same amount as something given back. */
export function negated({ amount, currency }: Money): Money {
  if (isZero({ amount, currency })) return { amount, currency }
  return { amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`, currency }
}

export function isZero({ amount }: Money) {
  return /^-?0*(\.0*)?$/.test(amount)
}

export function isNegative(money: Money) {
  return money.amount.startsWith('-') && !isZero(money)
}

export function isSame(one: Money | null | undefined, other: Money | null | undefined) {
  return one?.amount === other?.amount && one?.currency === other?.currency
}
