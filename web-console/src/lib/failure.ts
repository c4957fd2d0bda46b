import type { CombinedError } from 'urql'

export type FailureKind = 'offline' | 'session' | 'busy' | 'forbidden' | 'missing' | 'broken'

/** What went wrong with a request as a whole, in the few kinds that a page treats differently. */
export interface Failure {
  kind: FailureKind
  /** The server's own sentence, where it has one. */
  message?: string
  /** What support finds the request by. */
  requestId?: string
}

const byCode: Record<string, FailureKind> = {
  UNAUTHENTICATED: 'session',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'missing',
  UNAVAILABLE: 'busy',
  RATE_LIMITED: 'busy',
}

const byStatus: Record<number, FailureKind> = {
  401: 'session',
  403: 'forbidden',
  429: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
}

export function failureOf(error: CombinedError): Failure {
  const response = error.response as Response | undefined
  const requestId = response?.headers?.get('X-Request-Id')
  const first = error.graphQLErrors[0]
  const code = String(first?.extensions?.code ?? '')
  const kind = byCode[code] ?? byStatus[response?.status ?? 0] ?? (response ? 'broken' : 'offline')
  return { kind, ...(first && { message: first.message }), ...(requestId && { requestId }) }
}

/** Whether the same question may yet be answered: nothing was refused. */
export function isUnanswered(error: CombinedError) {
  return ['offline', 'busy', 'broken'].includes(failureOf(error).kind)
}
