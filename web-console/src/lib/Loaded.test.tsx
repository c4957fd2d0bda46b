import { MantineProvider } from '@mantine/core'
import { act, render, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { Client, cacheExchange, fetchExchange, Provider, useQuery } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import ui from '../ui/en.json'
import { Loaded } from './Loaded'
import { TextProvider } from './text'

type Answer = { data?: object; errors?: object[] } | 'lost'

const seatsOf = 'query Q($id: ID!) { subscription(id: $id) { __typename id seats } }' as never
const changeSeats = 'mutation M { change { __typename id } }' as never
const changed = { data: { change: { __typename: 'Subscription', id: 'a' } } }
const owned = (id: string, seats: number): Answer => ({
  data: { subscription: { __typename: 'Subscription', id, seats } },
})
const refused: Answer = { data: { subscription: null }, errors: [{ message: 'too busy', path: ['subscription'] }] }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const settle = () => pass(0)

/** A page of a subscription's seats, whose server answers what is asked of it so, one after the other. */
async function page(answers: Answer[]) {
  const server = async (_: unknown, init?: RequestInit) => {
    const { query } = JSON.parse(String(init?.body))
    const answer = query.startsWith('mutation') ? changed : answers.shift()
    if (!answer || answer === 'lost') throw new TypeError('connection lost')
    return Response.json(answer)
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [cacheExchange, fetchExchange],
    fetch: server as typeof fetch,
    preferGetMethod: false,
  })
  const left = vi.fn()
  const content = (id: string) => (
    <MantineProvider>
      <TextProvider locale="en" messages={ui} change={() => {}}>
        <Provider value={client}>
          <Seats id={id} left={left} />
        </Provider>
      </TextProvider>
    </MantineProvider>
  )
  const { rerender } = render(content('a'))
  await settle()
  return {
    left,
    /** A change, after which urql asks for the page anew. */
    change: async () => {
      client.mutation(changeSeats, {}).toPromise()
      await settle()
    },
    open: async (id: string) => {
      rerender(content(id))
      await settle()
    },
  }
}

interface SeatsData {
  subscription: { id: string; seats: number } | null
}

function Seats({ id, left }: { id: string; left: () => void }) {
  const query = useQuery<SeatsData, { id: string }>({ query: seatsOf, variables: { id } })
  return (
    <Loaded query={query} skeleton={[4]}>
      {({ subscription }) => <Shown text={`${subscription?.id} has ${subscription?.seats}`} left={left} />}
    </Loaded>
  )
}

function Shown({ text, left }: { text: string; left: () => void }) {
  useEffect(() => left, [left])
  return <p>{text}</p>
}

test.each([
  ['lost', 'lost'],
  ['refused', refused],
] as const)('what a page shows stays when a later fetch of it fails, which is tried again: %s', async (_, failure) => {
  const { change, left } = await page([owned('a', 5), failure, failure, owned('a', 7)])
  expect(screen.getByText('a has 5')).toBeTruthy()
  await change()
  expect(screen.getByText('a has 5')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  await pass(1000)
  expect(screen.getByText('a has 5')).toBeTruthy()
  await pass(2000)
  expect(screen.getByText('a has 7')).toBeTruthy()
  expect(left).not.toHaveBeenCalled()
})

test('a first fetch that fails says so', async () => {
  await page(['lost'])
  expect(screen.getByRole('alert').textContent).toContain(ui['ui.offline'])
})

test('what was there of another subscription is not shown where the fetch of this one fails', async () => {
  const { change, open } = await page([owned('a', 5), 'lost', 'lost'])
  await change()
  await open('b')
  expect(screen.getByRole('alert').textContent).toContain(ui['ui.offline'])
  expect(screen.queryByText(/^a has/)).toBeNull()
})
