import { Client, cacheExchange, fetchExchange } from 'urql'
import type { Locale } from './locale'
import { endSession } from './session'

export const endpoint = '/graphql'

/** Spring's names: the cookie that our own pages can read goes back as a header, which no other site can send. */
export function csrfHeader(): Record<string, string> {
  const token = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1]
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {}
}

async function watchedFetch(input: RequestInfo | URL, init?: RequestInit) {
  const answer = await fetch(input, init)
  if (answer.status === 401) endSession()
  return answer
}

/** One per language: another language is another cache. */
export function createClient(locale: Locale) {
  return new Client({
    url: endpoint,
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: watchedFetch,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'Accept-Language': locale, ...csrfHeader() },
    }),
  })
}
