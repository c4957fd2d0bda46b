import { Client, cacheExchange, fetchExchange } from 'urql'
import type { Locale } from './locale'
import { endSession, sessionAnswered } from './session'
import { togetherExchange } from './together'
import { unansweredExchange } from './unanswered'

export const endpoint = '/graphql'

/** No other site can send this header, and that is all that it says; the session itself is a cookie that no script reads. */
export const csrfHeader = { 'X-Puesto-CSRF': '1' } as const

/** Every request goes through it: an answer says whether the session lasts. */
export async function watchedFetch(input: RequestInfo | URL, init?: RequestInit) {
  const answer = await fetch(input, init)
  if (answer.status === 401) endSession()
  else if (answer.ok) sessionAnswered()
  return answer
}

/** One per language: another language is another cache. */
export function createClient(locale: Locale) {
  return new Client({
    url: endpoint,
    exchanges: [cacheExchange, unansweredExchange, togetherExchange, fetchExchange],
    preferGetMethod: false,
    fetch: watchedFetch,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'Accept-Language': locale, ...csrfHeader },
    }),
  })
}
