import { MantineProvider } from '@mantine/core'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { Client, cacheExchange, fetchExchange, Provider } from 'urql'
import type { Permission } from '../gql/graphql'
import ui from '../ui/en.json'
import { AccountContext } from './account'
import lib from './en.json'
import { TextProvider } from './text'

interface Asked {
  query: string
  variables: Record<string, unknown>
}

/** For tests: a page at its address in an account, whose server answers with data, or with nothing where the line is down. */
export async function pageOf(
  component: ComponentType,
  props: {
    route: string
    at: string
    messages: Record<string, string>
    permissions: readonly Permission[]
    answer: (asked: Asked) => object | undefined
  },
) {
  const server = async (_: unknown, init?: RequestInit) => {
    const data = props.answer(JSON.parse(String(init?.body)))
    if (!data) throw new TypeError('connection lost')
    return Response.json({ data })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [cacheExchange, fetchExchange],
    fetch: server as typeof fetch,
    preferGetMethod: false,
  })
  const { permissions } = props
  const account = { id: 'a', name: 'North', timeZone: 'UTC', currency: 'EUR', corporate: false, permissions }
  const root = createRootRoute()
  const page = createRoute({ getParentRoute: () => root, path: props.route, component: component as never })
  const history = createMemoryHistory({ initialEntries: [props.at] })
  const router = createRouter({ routeTree: root.addChildren([page]), history })
  render(
    <MantineProvider>
      <TextProvider locale="en" messages={{ ...lib, ...ui, ...props.messages }} change={() => {}}>
        <Provider value={client}>
          <AccountContext value={account}>
            <RouterProvider router={router as never} />
          </AccountContext>
        </Provider>
      </TextProvider>
    </MantineProvider>,
  )
  await act(() => router.load())
}
