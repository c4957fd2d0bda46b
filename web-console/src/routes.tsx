import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { FramePage } from './features/frame/FramePage'
import { RouteError } from './features/frame/RouteError'
import { StartPage } from './features/frame/StartPage'
import { Nowhere, VendorFrame } from './features/frame/VendorFrame'
import { Missing } from './lib/Missing'
import type {
  AccountsSearch,
  BalanceSearch,
  BuySearch,
  ChangeSearch,
  DocumentsSearch,
  HomeSearch,
  MailsSearch,
  OrdersSearch,
  ProductSearch,
  RequestsSearch,
  SeatsSearch,
  UsersSearch,
} from './lib/paths'
import { count, day, oneOf, text } from './lib/search'

const root = createRootRoute({ component: Outlet, notFoundComponent: Nowhere })

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })

const account = createRoute({
  getParentRoute: () => root,
  path: '/a/$account',
  component: FramePage,
  notFoundComponent: Missing,
})

const home = createRoute({
  getParentRoute: () => account,
  path: '/',
  validateSearch: (search): HomeSearch => ({
    chart: oneOf(search.chart, ['spend', 'seats'] as const),
    months: count(search.months),
  }),
  component: lazyRouteComponent(() => import('./features/home/HomePage'), 'HomePage'),
})

const change = createRoute({
  getParentRoute: () => account,
  path: 's/$sub/change',
  validateSearch: (search): ChangeSearch => ({
    seats: count(search.seats),
    effective: oneOf(search.effective, ['NOW', 'AT_RENEWAL'] as const),
    plan: text(search.plan),
  }),
  component: lazyRouteComponent(() => import('./features/change/ChangePage'), 'ChangePage'),
})

const buy = createRoute({
  getParentRoute: () => account,
  path: 'buy',
  validateSearch: (search): BuySearch => ({
    plan: text(search.plan),
    seats: count(search.seats),
    alignTo: text(search.alignTo),
  }),
  component: lazyRouteComponent(() => import('./features/change/BuyPage'), 'BuyPage'),
})

const cart = createRoute({
  getParentRoute: () => account,
  path: 'cart',
  component: lazyRouteComponent(() => import('./features/cart/CartPage'), 'CartPage'),
})

const review = createRoute({
  getParentRoute: () => account,
  path: 'review',
  component: lazyRouteComponent(() => import('./features/review/ReviewPage'), 'ReviewPage'),
})

const order = createRoute({
  getParentRoute: () => account,
  path: 'orders/$order',
  component: lazyRouteComponent(() => import('./features/order/OrderPage'), 'OrderPage'),
})

const request = createRoute({
  getParentRoute: () => account,
  path: 'request',
  component: lazyRouteComponent(() => import('./features/request/RequestPage'), 'RequestPage'),
})

const requestDetail = createRoute({
  getParentRoute: () => account,
  path: 'requests/$request',
  component: lazyRouteComponent(() => import('./features/request/RequestDetailPage'), 'RequestDetailPage'),
})

const bankReturn = createRoute({
  getParentRoute: () => root,
  path: 'bank-return',
  component: lazyRouteComponent(() => import('./features/order/BankReturnPage'), 'BankReturnPage'),
})

const seats = createRoute({
  getParentRoute: () => account,
  path: 's/$sub',
  validateSearch: (search): SeatsSearch => ({
    tab: oneOf(search.tab, ['all', 'seated', 'free'] as const),
    q: text(search.q),
    who: text(search.who),
    idle: count(search.idle),
    sort: oneOf(search.sort, ['name', 'since', 'signIn'] as const),
    dir: oneOf(search.dir, ['asc', 'desc'] as const),
  }),
  component: lazyRouteComponent(() => import('./features/seats/SeatsPage'), 'SeatsPage'),
})

const users = createRoute({
  getParentRoute: () => account,
  path: 'users',
  validateSearch: (search): UsersSearch => ({
    q: text(search.q),
    status: oneOf(search.status, ['active', 'deactivated'] as const),
    sort: oneOf(search.sort, ['name', 'invited'] as const),
    dir: oneOf(search.dir, ['asc', 'desc'] as const),
  }),
  component: lazyRouteComponent(() => import('./features/users/UsersPage'), 'UsersPage'),
})

const user = createRoute({
  getParentRoute: () => account,
  path: 'users/$user',
  component: lazyRouteComponent(() => import('./features/users/UserPage'), 'UserPage'),
})

const orders = createRoute({
  getParentRoute: () => account,
  path: 'orders',
  validateSearch: (search): OrdersSearch => ({
    state: oneOf(search.state, ['pending', 'placed', 'voided'] as const),
  }),
  component: lazyRouteComponent(() => import('./features/billing/OrdersPage'), 'OrdersPage'),
})

const documents = createRoute({
  getParentRoute: () => account,
  path: 'documents',
  validateSearch: (search): DocumentsSearch => ({
    type: oneOf(search.type, ['invoice', 'credit-note'] as const),
    status: oneOf(search.status, ['open', 'paid', 'uncollectible'] as const),
    from: day(search.from),
    to: day(search.to),
  }),
  component: lazyRouteComponent(() => import('./features/billing/DocumentsPage'), 'DocumentsPage'),
})

const document = createRoute({
  getParentRoute: () => account,
  path: 'documents/$document',
  component: lazyRouteComponent(() => import('./features/billing/DocumentPage'), 'DocumentPage'),
})

const mails = createRoute({
  getParentRoute: () => account,
  path: 'mails',
  validateSearch: (search): MailsSearch => ({
    type: oneOf(search.type, [
      'order',
      'late-payment',
      'request-confirmation',
      'request-received',
      'request-withdrawn',
    ] as const),
    status: oneOf(search.status, ['sent', 'kept', 'queued', 'failed'] as const),
    from: day(search.from),
    to: day(search.to),
  }),
  component: lazyRouteComponent(() => import('./features/billing/MailsPage'), 'MailsPage'),
})

const mail = createRoute({
  getParentRoute: () => account,
  path: 'mails/$mail',
  component: lazyRouteComponent(() => import('./features/billing/MailPage'), 'MailPage'),
})

const balance = createRoute({
  getParentRoute: () => account,
  path: 'balance',
  validateSearch: (search): BalanceSearch => ({
    asOf: day(search.asOf),
    from: day(search.from),
    to: day(search.to),
  }),
  component: lazyRouteComponent(() => import('./features/billing/BalancePage'), 'BalancePage'),
})

const paymentMethods = createRoute({
  getParentRoute: () => account,
  path: 'payment-methods',
  component: lazyRouteComponent(() => import('./features/moneydata/PaymentMethodsPage'), 'PaymentMethodsPage'),
})

const taxIds = createRoute({
  getParentRoute: () => account,
  path: 'tax-ids',
  component: lazyRouteComponent(() => import('./features/moneydata/TaxIdsPage'), 'TaxIdsPage'),
})

const settings = createRoute({
  getParentRoute: () => account,
  path: 'settings',
  component: lazyRouteComponent(() => import('./features/settings/SettingsPage'), 'SettingsPage'),
})

const vendor = createRoute({ getParentRoute: () => root, id: 'vendor', component: VendorFrame })

const opsAccounts = createRoute({
  getParentRoute: () => vendor,
  path: '/ops/accounts',
  validateSearch: (search): AccountsSearch => ({
    q: text(search.q),
    type: oneOf(search.type, ['self-service', 'corporate'] as const),
    status: oneOf(search.status, ['active', 'closed'] as const),
    sort: oneOf(search.sort, ['name', 'created'] as const),
    dir: oneOf(search.dir, ['asc', 'desc'] as const),
  }),
  component: lazyRouteComponent(() => import('./features/ops/AccountsPage'), 'AccountsPage'),
})

const opsCatalog = createRoute({
  getParentRoute: () => vendor,
  path: '/ops/catalog',
  component: lazyRouteComponent(() => import('./features/ops/CatalogPage'), 'CatalogPage'),
})

const opsProduct = createRoute({
  getParentRoute: () => vendor,
  path: '/ops/catalog/$product',
  validateSearch: (search): ProductSearch => ({ seats: count(search.seats), currency: text(search.currency) }),
  component: lazyRouteComponent(() => import('./features/ops/ProductPage'), 'ProductPage'),
})

const explorer = createRoute({
  getParentRoute: () => vendor,
  path: '/api',
  component: lazyRouteComponent(() => import('./features/explorer/ExplorerPage'), 'ExplorerPage'),
})

const opsRequests = createRoute({
  getParentRoute: () => vendor,
  path: '/ops/requests',
  validateSearch: (search): RequestsSearch => ({
    state: oneOf(search.state, ['open', 'quoted', 'closed'] as const),
  }),
  component: lazyRouteComponent(() => import('./features/ops/RequestsPage'), 'RequestsPage'),
})

const people = [seats, users, user] as const
const billing = [orders, documents, document, mails, mail, balance, paymentMethods, taxIds, settings] as const
const ops = [opsAccounts, opsRequests, opsCatalog, opsProduct, explorer] as const

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    bankReturn,
    vendor.addChildren([...ops]),
    account.addChildren([home, change, buy, cart, review, order, request, requestDetail, ...people, ...billing]),
  ]),
  defaultErrorComponent: RouteError,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
