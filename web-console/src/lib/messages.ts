import type { Locale } from './locale'

type Catalog = Record<string, string>

const files: Record<Locale, () => Promise<Record<string, Catalog>>> = {
  es: () => import('./messages.es').then((file) => file.catalogs),
  en: () => import('./messages.en').then((file) => file.catalogs),
}

/** The texts of all features in one language: one file of the build per language. */
export async function messagesOf(locale: Locale): Promise<Catalog> {
  return Object.assign({}, ...Object.values(await files[locale]()))
}
