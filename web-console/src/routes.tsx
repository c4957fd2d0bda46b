import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { FramePage } from './features/frame/FramePage'
import { Missing } from './features/frame/Missing'
import { RouteError } from './features/frame/RouteError'
import { StartPage } from './features/frame/StartPage'
import type { BuySearch, ChangeSearch, HomeSearch } from './lib/paths'
import { count, oneOf, text } from './lib/search'

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing })

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })

const account = createRoute({ getParentRoute: () => root, path: '/a/$account', component: FramePage })

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

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    bankReturn,
    account.addChildren([home, change, buy, cart, review, order, request, requestDetail]),
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
