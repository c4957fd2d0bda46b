import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { FramePage } from './features/frame/FramePage'
import { Missing } from './features/frame/Missing'
import { RouteError } from './features/frame/RouteError'
import { StartPage } from './features/frame/StartPage'
import type { BuySearch, ChangeSearch } from './lib/paths'
import { count, oneOf, text } from './lib/search'

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing })

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })

const account = createRoute({ getParentRoute: () => root, path: '/a/$account', component: FramePage })

const home = createRoute({
  getParentRoute: () => account,
  path: '/',
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

export const router = createRouter({
  routeTree: root.addChildren([start, account.addChildren([home, change, buy])]),
  defaultErrorComponent: RouteError,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
