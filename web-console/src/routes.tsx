import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { FramePage } from './features/frame/FramePage'
import { Missing } from './features/frame/Missing'
import { RouteError } from './features/frame/RouteError'
import { StartPage } from './features/frame/StartPage'

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing })

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })

const account = createRoute({ getParentRoute: () => root, path: '/a/$account', component: FramePage })

const home = createRoute({
  getParentRoute: () => account,
  path: '/',
  component: lazyRouteComponent(() => import('./features/home/HomePage'), 'HomePage'),
})

export const router = createRouter({
  routeTree: root.addChildren([start, account.addChildren([home])]),
  defaultErrorComponent: RouteError,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
