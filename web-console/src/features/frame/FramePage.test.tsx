import { MantineProvider } from '@mantine/core'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { act, render, screen } from '@testing-library/react'
import { Client, cacheExchange, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAccount } from '../../lib/account'
import lib from '../../lib/en.json'
import { TextProvider } from '../../lib/text'
import ui from '../../ui/en.json'
import en from './en.json'
import { FramePage } from './FramePage'

const viewer = { __typename: 'Contact', id: 'ana', name: 'Ana', locale: 'en' }
const account = (id: string, name: string) => ({
  viewer,
  account: {
    __typename: 'Account',
    id,
    name,
    kind: 'SELF_SERVICE',
    sandbox: false,
    currency: 'EUR',
    timeZone: 'UTC',
    viewerPermissions: [],
  },
})

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

function OpenAccount() {
  return <p>page of {useAccount().name}</p>
}

/** The frame around a page of account a, whose server answers the frame's fetches so, one after the other, or not at all. */
async function frame(answers: (object | undefined)[]) {
  const server = async (_: unknown, init?: RequestInit) => {
    const { query } = JSON.parse(String(init?.body))
    const data = query.startsWith('mutation') ? { change: { __typename: 'Account', id: 'a' } } : answers.shift()
    if (!data) throw new TypeError('connection lost')
    return Response.json({ data })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [cacheExchange, fetchExchange],
    fetch: server as typeof fetch,
    preferGetMethod: false,
  })
  const root = createRootRoute({ component: Outlet })
  const open = createRoute({ getParentRoute: () => root, path: '/a/$account', component: FramePage })
  const page = createRoute({ getParentRoute: () => open, path: '/', component: OpenAccount })
  const history = createMemoryHistory({ initialEntries: ['/a/a'] })
  const router = createRouter({ routeTree: root.addChildren([open.addChildren([page])]), history })
  render(
    <MantineProvider>
      <TextProvider locale="en" messages={{ ...lib, ...ui, ...en }} change={() => {}}>
        <Provider value={client}>
          <RouterProvider router={router as never} />
        </Provider>
      </TextProvider>
    </MantineProvider>,
  )
  await pass(10)
  return {
    /** A change, after which urql asks for the frame anew. */
    change: async () => {
      client.mutation('mutation M { change { __typename id } }', {}).toPromise()
      await pass(10)
    },
    go: async (id: string) => {
      history.push(`/a/${id}`)
      await pass(10)
    },
  }
}

test('keeps the page where a later fetch of its account fails, and tries again', async () => {
  const { change } = await frame([account('a', 'North'), undefined, account('a', 'North & Sons')])
  expect(screen.getByText('page of North')).toBeTruthy()
  await change()
  expect(screen.getByText('page of North')).toBeTruthy()
  await pass(1000)
  expect(screen.getByText('page of North & Sons')).toBeTruthy()
})

test('shows nothing of the former account where the fetch of another fails', async () => {
  const { go } = await frame([account('a', 'North')])
  await go('b')
  expect(screen.getByRole('alert').textContent).toContain(ui['ui.offline'])
  expect(screen.queryByText(/North/)).toBeNull()
})
