const part = encodeURIComponent

type Search = Record<string, string | number | boolean | undefined>

function withSearch(path: string, search: Search = {}) {
  const given = Object.entries(search).filter(([, value]) => value !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}

export type Effective = 'NOW' | 'AT_RENEWAL'

export interface HomeSearch {
  chart?: 'spend' | 'seats' | undefined
  months?: number | undefined
}

export interface ChangeSearch {
  seats?: number | undefined
  effective?: Effective | undefined
  plan?: string | undefined
}

export interface BuySearch {
  plan?: string | undefined
  seats?: number | undefined
  alignTo?: string | undefined
}

export interface SeatsSearch {
  tab?: 'all' | 'seated' | 'free' | undefined
  q?: string | undefined
  /** Whose assignments, as the API names the person, the API client, or the product itself. */
  who?: string | undefined
  idle?: number | undefined
  sort?: 'name' | 'since' | 'signIn' | undefined
  dir?: 'asc' | 'desc' | undefined
}

export interface UsersSearch {
  q?: string | undefined
  status?: 'active' | 'deactivated' | undefined
  sort?: 'name' | 'invited' | undefined
  dir?: 'asc' | 'desc' | undefined
}

export interface OrdersSearch {
  state?: 'pending' | 'placed' | 'voided' | undefined
}

export interface DocumentsSearch {
  type?: 'invoice' | 'credit-note' | undefined
  status?: 'open' | 'paid' | 'uncollectible' | undefined
  from?: string | undefined
  to?: string | undefined
}

export interface MailsSearch {
  type?: 'order' | 'late-payment' | 'request-confirmation' | 'request-received' | 'request-withdrawn' | undefined
  status?: 'sent' | 'kept' | 'queued' | 'failed' | undefined
  from?: string | undefined
  to?: string | undefined
}

export interface BalanceSearch {
  asOf?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export interface AccountsSearch {
  q?: string | undefined
  type?: 'self-service' | 'corporate' | undefined
  status?: 'active' | 'closed' | undefined
  sort?: 'name' | 'created' | undefined
  dir?: 'asc' | 'desc' | undefined
}

export interface RequestsSearch {
  state?: 'open' | 'quoted' | 'closed' | undefined
}

export interface ProductSearch {
  seats?: number | undefined
  currency?: string | undefined
}

/** Every address of the console. Nothing else in it writes one. */
export const paths = {
  home: () => '/',
  account: (account: string, search: HomeSearch = {}) => withSearch(`/a/${part(account)}`, { ...search }),
  change: (account: string, subscription: string, search: ChangeSearch = {}) =>
    withSearch(`/a/${part(account)}/s/${part(subscription)}/change`, { ...search }),
  buy: (account: string, search: BuySearch = {}) => withSearch(`/a/${part(account)}/buy`, { ...search }),
  cart: (account: string) => `/a/${part(account)}/cart`,
  review: (account: string) => `/a/${part(account)}/review`,
  request: (account: string) => `/a/${part(account)}/request`,
  requestDetail: (account: string, request: string) => `/a/${part(account)}/requests/${part(request)}`,
  seats: (account: string, subscription: string, search: SeatsSearch = {}) =>
    withSearch(`/a/${part(account)}/s/${part(subscription)}`, { ...search }),
  users: (account: string, search: UsersSearch = {}) => withSearch(`/a/${part(account)}/users`, { ...search }),
  user: (account: string, user: string) => `/a/${part(account)}/users/${part(user)}`,
  orders: (account: string, search: OrdersSearch = {}) => withSearch(`/a/${part(account)}/orders`, { ...search }),
  order: (account: string, order: string) => `/a/${part(account)}/orders/${part(order)}`,
  documents: (account: string, search: DocumentsSearch = {}) =>
    withSearch(`/a/${part(account)}/documents`, { ...search }),
  document: (account: string, document: string) => `/a/${part(account)}/documents/${part(document)}`,
  mails: (account: string, search: MailsSearch = {}) => withSearch(`/a/${part(account)}/mails`, { ...search }),
  mail: (account: string, mail: string) => `/a/${part(account)}/mails/${part(mail)}`,
  balance: (account: string, search: BalanceSearch = {}) => withSearch(`/a/${part(account)}/balance`, { ...search }),
  paymentMethods: (account: string) => `/a/${part(account)}/payment-methods`,
  taxIds: (account: string) => `/a/${part(account)}/tax-ids`,
  settings: (account: string) => `/a/${part(account)}/settings`,
  opsAccounts: (search: AccountsSearch = {}) => withSearch('/ops/accounts', { ...search }),
  opsRequests: (search: RequestsSearch = {}) => withSearch('/ops/requests', { ...search }),
  opsCatalog: (search: Search = {}) => withSearch('/ops/catalog', search),
  opsProduct: (product: string) => `/ops/catalog/${part(product)}`,
  api: () => '/api',
  signIn: (returnTo: string) => withSearch('/login', { continue: returnTo }),
  signOut: () => '/logout',
} as const
