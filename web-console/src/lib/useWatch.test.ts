import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useWatch } from './useWatch'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('asks after 1, 2, 4 and 8 seconds, then every 15', () => {
  const times: number[] = []
  const start = Date.now()
  renderHook(() => useWatch(true, () => times.push((Date.now() - start) / 1000)))
  vi.advanceTimersByTime(60_000)
  expect(times).toEqual([1, 3, 7, 15, 30, 45, 60])
})

test('asks at once when the window is looked at again', () => {
  const ask = vi.fn()
  renderHook(() => useWatch(true, ask))
  window.dispatchEvent(new Event('focus'))
  expect(ask).toHaveBeenCalledTimes(1)
})

test('stops when there is nothing to wait for', () => {
  const ask = vi.fn()
  const { rerender } = renderHook(({ active }) => useWatch(active, ask), { initialProps: { active: true } })
  rerender({ active: false })
  vi.advanceTimersByTime(60_000)
  window.dispatchEvent(new Event('focus'))
  expect(ask).not.toHaveBeenCalled()
})
