import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { TextProvider } from '../lib/text'
import en from './en.json'
import { SeatStepper } from './SeatStepper'

function Seats({ start }: { start: number }) {
  const [seats, setSeats] = useState(start)
  return (
    <TextProvider locale="en" messages={en} change={() => {}}>
      <SeatStepper label="Number of agents" value={seats} onChange={setSeats} />
      <output>{seats}</output>
    </TextProvider>
  )
}

const shown = () => screen.getByRole('status').textContent

test('steps by one with its buttons and arrows, and by ten with the page keys', async () => {
  const user = userEvent.setup()
  render(<Seats start={10} />)
  await user.click(screen.getByRole('button', { name: 'One more' }))
  expect(shown()).toBe('11')
  await user.click(screen.getByRole('spinbutton', { name: 'Number of agents' }))
  await user.keyboard('{PageUp}{ArrowDown}')
  expect(shown()).toBe('20')
})

test('does not go below zero', async () => {
  const user = userEvent.setup()
  render(<Seats start={1} />)
  await user.click(screen.getByRole('button', { name: 'One less' }))
  await user.click(screen.getByRole('button', { name: 'One less' }))
  expect(shown()).toBe('0')
})

test('lets the field be emptied while typing, and takes digits only', async () => {
  const user = userEvent.setup()
  render(<Seats start={12} />)
  const field = screen.getByRole('spinbutton')
  await user.clear(field)
  expect(field).toHaveProperty('value', '')
  expect(shown()).toBe('12')
  await user.type(field, '3x4')
  expect(shown()).toBe('34')
})
