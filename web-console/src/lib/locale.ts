export const locales = ['es', 'en'] as const
export type Locale = (typeof locales)[number]

const key = 'puesto.locale'

/** Numbers and dates are written as in these regions; the words are the same everywhere. */
export const regions: Record<Locale, string> = { es: 'es-ES', en: 'en-GB' }

export function isLocale(text: unknown): text is Locale {
  return locales.includes(text as Locale)
}

/** The kept choice, else the one made on the sign-in page, else the browser's first language that the console speaks. */
export function startingLocale(): Locale {
  const kept = localStorage.getItem(key)
  if (isLocale(kept)) return kept
  const chosen = /(?:^|; )puesto-language=(\w+)/.exec(document.cookie)?.[1]
  if (isLocale(chosen)) return chosen
  return navigator.languages.map((language) => language.slice(0, 2)).find(isLocale) ?? 'en'
}

/** The pages that the server writes, sign-in and the sandbox's bank, read it in the cookie. */
export function keepLocale(locale: Locale) {
  localStorage.setItem(key, locale)
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser
  document.cookie = `puesto-language=${locale}; path=/; max-age=31536000; samesite=lax${secure}`
}
