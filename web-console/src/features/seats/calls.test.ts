import { Client, fetchExchange } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Progress, run, type Whom } from './calls'

type Reply = { done?: string[]; failed?: string[]; remaining?: number; refusal?: string } | 'lost' | 'busy'
interface Input {
  userIds?: string[]
  filter?: object
  idempotencyKey: string
}

let sent: Input[]

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
})

afterEach(() => vi.useRealTimers())

/** Runs a change of seats against a server that replies so, one reply a call. */
async function runAgainst(replies: Reply[], whom: Whom, asked: number, stopped = () => false) {
  const server = async (_: unknown, init?: RequestInit) => {
    const { input } = JSON.parse(String(init?.body)).variables
    sent.push(input)
    const reply = replies[sent.length - 1] ?? 'lost'
    if (reply === 'lost') throw new TypeError('no network')
    if (reply === 'busy') return Response.json({ errors: [{ message: 'busy' }] }, { status: 503 })
    const result = (outcome: string) => (id: string) => ({ named: id, outcome, user: { id }, assignment: null })
    const results = [...(reply.done ?? []).map(result('RELEASED')), ...(reply.failed ?? []).map(result('NOT_SEATED'))]
    const userErrors = reply.refusal === undefined ? [] : [{ code: 'REFUSED', message: reply.refusal }]
    const releaseSeats = { results, remaining: reply.remaining ?? 0, userErrors, subscription: { id: 's' } }
    return Response.json({ data: { releaseSeats } })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: server as typeof fetch,
    preferGetMethod: false,
  })
  const told: Progress[] = []
  const over = run(client, { action: 'release', subscription: 's', whom, asked }, (each) => told.push(each), stopped)
  await vi.advanceTimersByTimeAsync(10_000)
  await over
  return told.at(-1) as Progress
}

const ids = (count: number) => Array.from({ length: count }, (_, at) => `u${at}`)
const matching: Whom = { users: { search: 'a' }, seats: { search: 'a' }, exceptUserIds: [] }

test('sends named users a thousand a call, each call with a key of its own', async () => {
  const all = ids(2001)
  const replies = [{ done: all.slice(0, 1000) }, { done: all.slice(1000, 2000) }, { done: all.slice(2000) }]
  const last = await runAgainst(replies, { userIds: all }, 2001)
  expect(sent.map((input) => input.userIds?.length)).toEqual([1000, 1000, 1])
  expect(new Set(sent.map((input) => input.idempotencyKey)).size).toBe(3)
  expect(last).toMatchObject({ state: 'done', done: 2001, left: 0 })
})

test('goes on with a filter while some are left', async () => {
  const replies = [
    { done: ids(1000), remaining: 500 },
    { done: ids(500), remaining: 0 },
  ]
  const last = await runAgainst(replies, matching, 1500)
  expect(sent.map((input) => input.filter)).toEqual([{ search: 'a' }, { search: 'a' }])
  expect(last).toMatchObject({ state: 'done', done: 1500, left: 0 })
})

test('ends where a filter moves nobody: the same users would fail for ever', async () => {
  const last = await runAgainst([{ failed: ['u1'], remaining: 1 }], matching, 1)
  expect(sent).toHaveLength(1)
  expect(last).toMatchObject({ state: 'done', done: 0, left: 1 })
  expect(last.failed.map((result) => result.named)).toEqual(['u1'])
})

test('asks again with the same key where no answer came, or the server was busy', async () => {
  const last = await runAgainst(['lost', 'busy', { done: ['u0'] }], { userIds: ['u0'] }, 1)
  expect(new Set(sent.map((input) => input.idempotencyKey)).size).toBe(1)
  expect(last).toMatchObject({ state: 'done', done: 1 })
})

test('says that no answer came after four attempts, and what was done before', async () => {
  const all = ids(1001)
  const last = await runAgainst([{ done: all.slice(0, 1000) }], { userIds: all }, 1001)
  expect(sent).toHaveLength(5)
  expect(last).toMatchObject({ state: 'lost', done: 1000, left: 1 })
})

test('ends with what the server refused', async () => {
  const last = await runAgainst([{ refusal: 'The subscription has ended' }], matching, 3)
  expect(last).toMatchObject({ state: 'refused', refusal: 'The subscription has ended', done: 0 })
})

test('stops before the next call', async () => {
  const all = ids(1500)
  const last = await runAgainst([{ done: all.slice(0, 1000) }], { userIds: all }, 1500, () => sent.length > 0)
  expect(sent).toHaveLength(1)
  expect(last).toMatchObject({ state: 'stopped', done: 1000, left: 500 })
})
