import { MantineProvider } from '@mantine/core'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Client, fetchExchange, Provider } from 'urql'
import { expect, test, vi } from 'vitest'
import { AccountContext } from '../../lib/account'
import { TextProvider } from '../../lib/text'
import ui from '../../ui/en.json'
import { CartLine } from './CartLine'
import en from './en.json'
import type { Line } from './line'
import { useLineEdits } from './useLineEdits'

const account = { id: 'account', name: '', timeZone: 'UTC', currency: 'EUR', corporate: true, permissions: [] }

const lineOf = (name: string) =>
  ({
    id: name,
    seats: 5,
    stale: false,
    driftExplanations: [],
    plan: { id: 'plan', name: 'Monthly' },
    product: { name, seatNoun: { one: 'agent', other: 'agents' } },
    releaseUserIds: [],
  }) as unknown as Line
const two = [lineOf('Desk'), lineOf('Talk')]

function Lines({ lines, onRemoved }: { lines: readonly Line[]; onRemoved: () => void }) {
  const edits = useLineEdits(lines)
  return (
    <ul>
      {lines.map((line) => (
        <CartLine key={line.id} line={line} effect={undefined} edits={edits} onRemoved={onRemoved} />
      ))}
    </ul>
  )
}

/** The lines of a cart, whose server answers a removal so once it is let go. */
function cart(data: object | undefined, lines: readonly Line[] = two) {
  let letGo = () => {}
  const answered = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const answer = async () => {
    await answered
    if (!data) throw new TypeError('connection lost')
    return new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: answer as typeof fetch,
    preferGetMethod: false,
  })
  const removed = vi.fn()
  render(
    <MantineProvider>
      <TextProvider locale="en" messages={{ ...en, ...ui }} change={() => {}}>
        <Provider value={client}>
          <AccountContext value={account}>
            <Lines lines={lines} onRemoved={removed} />
          </AccountContext>
        </Provider>
      </TextProvider>
    </MantineProvider>,
  )
  return { letGo: () => letGo(), removed }
}

const button = (name: string) => screen.getByRole('button', { name: `Remove ${name}` })

test.each([
  ['refused', { removeCartLine: { cart: null, userErrors: [{ code: 'NO', message: 'in an order' }] } }, 'in an order'],
  ['lost', undefined, ui['ui.offline']],
])('says beside the line why it stays, and leaves the focus where it is: %s', async (_, data, message) => {
  const { letGo, removed } = cart(data)
  await userEvent.click(button('Desk'))
  letGo()
  expect((await screen.findByRole('alert')).textContent).toContain(message)
  expect(document.activeElement).toBe(button('Desk'))
  expect(removed).not.toHaveBeenCalled()
})

test('moves the focus to the next line once a line is gone', async () => {
  const { letGo, removed } = cart({ removeCartLine: { cart: { id: 'cart' }, userErrors: [] } })
  await userEvent.click(button('Desk'))
  expect(document.activeElement).toBe(button('Desk'))
  letGo()
  await waitFor(() => expect(removed).toHaveBeenCalled())
  expect(document.activeElement).toBe(button('Talk'))
})

test("shows the server's sentences on what changed since the line was added", () => {
  const line = { ...lineOf('Desk'), stale: true, driftExplanations: ['The plan has another price.'] } as Line
  cart(undefined, [line])
  expect(screen.getByText(en['cart.stale'])).toBeTruthy()
  expect(screen.getByText('The plan has another price.')).toBeTruthy()
})
