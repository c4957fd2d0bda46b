import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { expect, test } from 'vitest'
import { type Connection, usePages } from './usePages'

type Answer = { users: Connection<string> }
const query = 'query Q($q: String!, $after: String, $counted: Boolean!) { users(q: $q, after: $after) }' as never

interface Sent {
  q: string
  after: string | null
  counted: boolean
  answer: (users: Connection<string>) => Promise<void>
  fail: () => Promise<void>
}

/** A list of names, asked for by how they begin; the server answers when told to, in any order. */
async function names() {
  const sent: Sent[] = []
  const server = (_: unknown, init?: RequestInit) => {
    const { variables } = JSON.parse(String(init?.body))
    return new Promise<Response>((resolve, reject) => {
      const settled = (settle: () => void) => () => {
        settle()
        return settling()
      }
      sent.push({
        ...variables,
        answer: (users) => settled(() => resolve(Response.json({ data: { users } })))(),
        fail: settled(() => reject(new TypeError('no network'))),
      })
    })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: server as typeof fetch,
    preferGetMethod: false,
  })
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>
  const pick = (data: Answer) => data.users
  const hook = renderHook(({ q }) => usePages<Answer, { q: string }, string>(query, { q }, pick), {
    wrapper,
    initialProps: { q: 'a' },
  })
  await settling()
  const search = async (q: string) => {
    hook.rerender({ q })
    await settling()
  }
  return { pages: () => hook.result.current, sent, search }
}

const settling = () => act(() => new Promise((resolve) => setTimeout(resolve)))

const page = (nodes: string[], endCursor: string | null, totalCount?: number): Connection<string> => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  ...(totalCount !== undefined && { totalCount }),
})

test('loads forward, and counts once', async () => {
  const { pages, sent } = await names()
  expect(pages()).toMatchObject({ rows: [], total: undefined })
  await sent[0]?.answer(page(['ana', 'ada'], 'c1', 3))
  expect(pages()).toMatchObject({ rows: ['ana', 'ada'], total: 3, hasMore: true, stale: false })
  act(() => {
    pages().more()
    pages().more()
  })
  await settling()
  expect(sent.map(({ after, counted }) => ({ after, counted }))).toEqual([
    { after: null, counted: true },
    { after: 'c1', counted: false },
  ])
  await sent[1]?.answer(page(['alba'], null))
  expect(pages()).toMatchObject({ rows: ['ana', 'ada', 'alba'], total: 3, hasMore: false })
})

test('keeps the old rows until the new list is there, and drops what comes late', async () => {
  const { pages, sent, search } = await names()
  await sent[0]?.answer(page(['ana'], 'c1', 2))
  act(() => pages().more())
  await settling()
  await search('b')
  expect(pages()).toMatchObject({ rows: ['ana'], stale: true })
  await sent[1]?.answer(page(['ada'], null))
  expect(pages()).toMatchObject({ rows: ['ana'], stale: true })
  await sent[2]?.answer(page(['bea'], null, 1))
  expect(pages()).toMatchObject({ rows: ['bea'], total: 1, stale: false, hasMore: false })
})

test('takes the rows that a patch leaves out off the number', async () => {
  const { pages, sent } = await names()
  await sent[0]?.answer(page(['ana', 'ada'], null, 2))
  act(() => pages().patch((rows) => rows.filter((row) => row !== 'ana')))
  expect(pages()).toMatchObject({ rows: ['ada'], total: 1 })
})

test('a first page that failed leaves nothing, and is asked for again', async () => {
  const { pages, sent } = await names()
  await sent[0]?.fail()
  expect(pages()).toMatchObject({ rows: [], total: undefined, error: expect.anything() })
  act(() => pages().again())
  await settling()
  await sent[1]?.answer(page(['ana'], null, 1))
  expect(pages()).toMatchObject({ rows: ['ana'], total: 1, error: undefined })
})

test('a next page that failed keeps the rows, and says nothing any more while it is asked for again', async () => {
  const { pages, sent } = await names()
  await sent[0]?.answer(page(['ana'], 'c1', 2))
  act(() => pages().more())
  await settling()
  await sent[1]?.fail()
  expect(pages()).toMatchObject({ rows: ['ana'], total: 2, hasMore: true, error: expect.anything() })
  act(() => pages().more())
  await settling()
  expect(pages().error).toBeUndefined()
  await sent[2]?.answer(page(['ada'], null))
  expect(pages()).toMatchObject({ rows: ['ana', 'ada'], error: undefined })
})

test('rows of a list whose next page failed are old once another list is asked for', async () => {
  const { pages, sent, search } = await names()
  await sent[0]?.answer(page(['ana'], 'c1', 2))
  act(() => pages().more())
  await settling()
  await sent[1]?.fail()
  await search('b')
  expect(pages()).toMatchObject({ rows: ['ana'], stale: true, error: undefined })
})
