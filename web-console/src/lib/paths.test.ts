import { expect, test } from 'vitest'
import { paths } from './paths'

test('writes every address of the console', () => {
  const shown = Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, (path as (...parts: string[]) => string)('one', 'two')]),
  )
  expect(shown).toMatchSnapshot()
})

test('escapes what it is given and leaves out what it is not', () => {
  expect(paths.change('a/b', 's', { seats: 12, effective: undefined })).toBe('/a/a%2Fb/s/s/change?seats=12')
  expect(paths.signIn('/a/x/review?y=1')).toBe('/login?continue=%2Fa%2Fx%2Freview%3Fy%3D1')
})
