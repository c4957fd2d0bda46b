import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/ui/theme.css', 'utf8')
const [light = '', dark = ''] = css.split(":root[data-mantine-color-scheme='dark']")

function color(scheme: string, name: string) {
  const found = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(scheme)?.[1]
  if (!found) throw new Error(`no colour ${name}`)
  return [0, 2, 4].map((at) => Number.parseInt(found.slice(at, at + 2), 16) / 255)
}

function luminance(channels: number[]) {
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(scheme: string, first: string, second: string) {
  const [low = 0, high = 0] = [luminance(color(scheme, first)), luminance(color(scheme, second))].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const texts = [
  ['text', 'panel'],
  ['text', 'page'],
  ['muted', 'panel'],
  ['muted', 'page'],
  ['accent', 'panel'],
  ['accent', 'page'],
  ['accent', 'selected'],
  ['text', 'selected'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['good', 'good-tint'],
  ['warn', 'warn-tint'],
  ['bad', 'bad-tint'],
  ['good', 'panel'],
  ['warn', 'panel'],
  ['bad', 'panel'],
  ['text', 'good-tint'],
  ['text', 'warn-tint'],
  ['text', 'bad-tint'],
  ['accent', 'warn-tint'],
  ['accent', 'bad-tint'],
] as const

const schemes = [
  ['light', light],
  ['dark', dark],
] as const

for (const [name, scheme] of schemes) {
  test.each(texts)(`${name}: text in %s is readable on %s`, (text, ground) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['page', 'panel'])(`${name}: controls and the focus ring stand out from %s`, (ground) => {
    expect(contrast(scheme, 'control', ground)).toBeGreaterThanOrEqual(3)
    expect(contrast(scheme, 'accent', ground)).toBeGreaterThanOrEqual(3)
  })
}
