import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useCountdown } from './useCountdown'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
})
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** A countdown of ten seconds, as long as it is wanted. */
function counting() {
  const end = vi.fn()
  const hook = renderHook(({ seconds }) => useCountdown(seconds, end), {
    initialProps: { seconds: 10 as number | undefined },
  })
  return { end, left: () => hook.result.current.left, hold: () => hook.result.current.hold, ...hook }
}

/** Second by second, as the page is painted. */
async function seconds(count: number) {
  for (let passed = 0; passed < count; passed++) await pass(1000)
}

test('counts the seconds down and ends once', async () => {
  const { end, left } = counting()
  expect(left()).toBe(10)
  await seconds(9)
  expect(left()).toBe(1)
  expect(end).not.toHaveBeenCalled()
  await seconds(5)
  expect(left()).toBe(0)
  expect(end).toHaveBeenCalledTimes(1)
})

test.each([
  ['under the pointer', 'onMouseEnter', 'onMouseLeave'],
  ['with the focus in it', 'onFocus', 'onBlur'],
] as const)('waits %s', async (_, begin, finish) => {
  const { end, left, hold } = counting()
  await seconds(3)
  act(() => hold()[begin]())
  await seconds(60)
  expect(left()).toBe(7)
  act(() => hold()[finish]())
  await seconds(7)
  expect(end).toHaveBeenCalledTimes(1)
})

test('waits while nobody sees the page', async () => {
  const { left } = counting()
  const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await seconds(60)
  expect(left()).toBe(10)
  seen.mockReturnValue('visible')
  await seconds(2)
  expect(left()).toBe(8)
})

test('waits while there is nothing to count', async () => {
  const { end, left, rerender } = counting()
  await seconds(3)
  rerender({ seconds: undefined })
  await seconds(60)
  expect(left()).toBe(7)
  expect(end).not.toHaveBeenCalled()
})

test('waits while the focus stays in it though the pointer leaves', async () => {
  const { left, hold } = counting()
  act(() => hold().onFocus())
  act(() => hold().onMouseEnter())
  act(() => hold().onMouseLeave())
  await seconds(60)
  expect(left()).toBe(10)
})
