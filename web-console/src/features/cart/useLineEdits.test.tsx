import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AccountContext } from '../../lib/account'
import en from '../../lib/en.json'
import { TextProvider } from '../../lib/text'
import ui from '../../ui/en.json'
import type { Line } from './line'
import { useLineEdits } from './useLineEdits'

const account = { id: 'account', name: '', timeZone: 'UTC', currency: 'EUR', corporate: false, permissions: [] }

const lineOf = (id: string, seats: number) =>
  ({
    id,
    seats,
    subscriptionId: `of-${id}`,
    plan: { id: 'plan' },
    subscription: { id: `of-${id}`, seatsOwned: 5, plan: { id: 'plan' } },
    releaseUserIds: [],
  }) as unknown as Line

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

type Reply = 'saved' | 'refused' | 'lost' | 'refused late'

/** A cart of two lines, whose server answers their edits so; what it was sent is told by subscription and number. */
function cart(replies: Reply[] = []) {
  const sent: string[] = []
  const answer = async (_: unknown, init?: RequestInit) => {
    const { change } = JSON.parse(String(init?.body)).variables.input
    sent.push(`${change.subscriptionId} ${change.seats}`)
    const reply = replies.shift() ?? 'saved'
    if (reply === 'lost') throw new TypeError('connection lost')
    if (reply === 'refused late') await new Promise((resolve) => setTimeout(resolve, 1000))
    const userErrors = reply.startsWith('refused') ? [{ code: 'SEAT_LIMIT_EXCEEDED', message: 'too many' }] : []
    const data = { setCartLine: { cart: null, userErrors } }
    return new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: answer as typeof fetch,
    preferGetMethod: false,
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TextProvider locale="en" messages={{ ...en, ...ui }} change={() => {}}>
      <Provider value={client}>
        <AccountContext value={account}>{children}</AccountContext>
      </Provider>
    </TextProvider>
  )
  const lines = [lineOf('a', 5), lineOf('b', 5)] as const
  const hook = renderHook((given: readonly Line[]) => useLineEdits(given), { wrapper, initialProps: lines })
  const step = (line: 0 | 1, ...numbers: number[]) =>
    act(() => {
      for (const seats of numbers) hook.result.current.change(lines[line], seats)
    })
  return { sent, lines, step, hook, edits: () => hook.result.current.edits }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('saves a number once, when its steps have come to rest, and forgets it with the cart that has it', async () => {
  const { sent, step, edits, hook } = cart()
  step(0, 6, 7, 8)
  await pass(399)
  expect(sent).toEqual([])
  await pass(1)
  expect(sent).toEqual(['of-a 8'])
  await pass(10)
  expect(edits().get('a')).toMatchObject({ seats: 8, saved: true })
  hook.rerender([lineOf('a', 8), lineOf('b', 5)])
  expect(edits().size).toBe(0)
})

test('saves at once what is still at rest when it is asked to, each line after the other', async () => {
  const { sent, step, hook } = cart()
  step(0, 6)
  step(1, 7)
  const saved = hook.result.current.flush()
  await pass(10)
  expect(await saved).toBe(true)
  expect(sent).toEqual(['of-a 6', 'of-b 7'])
  await pass(1000)
  expect(sent).toHaveLength(2)
})

test('waits for what is on its way', async () => {
  const { sent, step, hook } = cart(['refused late'])
  step(0, 6)
  await pass(400)
  const saved = hook.result.current.flush()
  await pass(1000)
  expect(await saved).toBe(false)
  expect(sent).toEqual(['of-a 6'])
})

test.each([
  ['refused', { message: 'too many', again: false }],
  ['lost', { message: ui['ui.offline'], again: true }],
] as const)('tells why a number is not saved, and tries again when asked to: %s', async (reply, problem) => {
  const { sent, step, hook, edits } = cart([reply])
  step(0, 6)
  await pass(410)
  expect(edits().get('a')).toMatchObject({ seats: 6, problem })
  const saved = hook.result.current.flush()
  await pass(10)
  expect(await saved).toBe(true)
  expect(sent).toEqual(['of-a 6', 'of-a 6'])
})

test('saves what was stepped to when the page is left', async () => {
  const { sent, step, hook } = cart()
  step(0, 6)
  hook.unmount()
  await pass(10)
  expect(sent).toEqual(['of-a 6'])
})

test('puts a line that is taken out not back by its last number', async () => {
  const { sent, step, hook, lines } = cart()
  step(0, 6)
  await act(() => hook.result.current.drop(lines[0]))
  hook.unmount()
  await pass(1000)
  expect(sent).toEqual([])
})
