import { createContext, type ReactNode, use, useCallback, useMemo } from 'react'
import { IntlProvider, type PrimitiveType, useIntl } from 'react-intl'
import {
  formatBriefDay,
  formatBriefMoment,
  formatDate,
  formatDay,
  formatDays,
  formatMoment,
  formatMonth,
  formatShortDay,
} from './dates'
import { type Locale, regions } from './locale'
import { formatDecimal, formatMoney, type Money } from './money'
import type { TextId } from './textId'

interface Language {
  locale: Locale
  change: (locale: Locale) => void
}

const LanguageContext = createContext<Language>({ locale: 'en', change: () => {} })

export function TextProvider(props: Language & { messages: Record<string, string>; children: ReactNode }) {
  const { locale, change, messages, children } = props
  const language = useMemo(() => ({ locale, change }), [locale, change])
  return (
    <LanguageContext value={language}>
      <IntlProvider locale={regions[locale]} messages={messages}>
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}

export function useLanguage() {
  return use(LanguageContext)
}

type Values = Record<string, PrimitiveType>

/** The text of an id as a plain string. `checks/texts.mjs` reads the ids of the calls. */
export function useText() {
  const intl = useIntl()
  return useCallback((id: TextId, values?: Values) => intl.formatMessage({ id }, values), [intl])
}

/** The text of an id with elements in it: `<b>` is emphasis, other tags and values are the caller's. */
export function Text({ id, values }: { id: TextId; values?: Record<string, ReactNode | Rich> }) {
  const intl = useIntl()
  return <>{intl.formatMessage({ id }, { b: strong, ...values } as never)}</>
}

type Rich = (parts: ReactNode[]) => ReactNode

const strong: Rich = (parts) => <strong>{parts}</strong>

/** Amounts and dates as text in the page's language. */
export function useFormats() {
  const { locale } = useLanguage()
  return useMemo(
    () => ({
      money: (money: Money) => formatMoney(money, locale),
      number: (count: number) => new Intl.NumberFormat(regions[locale], { useGrouping: 'always' }).format(count),
      decimal: (decimal: string) => formatDecimal(decimal, locale),
      day: (instant: string, timeZone: string) => formatDay(instant, timeZone, locale),
      shortDay: (instant: string, timeZone: string) => formatShortDay(instant, timeZone, locale),
      days: (one: string, other: string, timeZone: string) => formatDays(one, other, timeZone, locale),
      briefDay: (instant: string, timeZone: string) => formatBriefDay(instant, timeZone, locale),
      moment: (instant: string, timeZone: string) => formatMoment(instant, timeZone, locale),
      briefMoment: (instant: string, timeZone: string) => formatBriefMoment(instant, timeZone, locale),
      month: (date: string) => formatMonth(date, locale),
      date: (date: string) => formatDate(date, locale),
      country: (code: string) => new Intl.DisplayNames(regions[locale], { type: 'region' }).of(code) ?? code,
      currency: (code: string) => new Intl.DisplayNames(regions[locale], { type: 'currency' }).of(code) ?? code,
      list: (items: string[]) => new Intl.ListFormat(regions[locale]).format(items),
    }),
    [locale],
  )
}
