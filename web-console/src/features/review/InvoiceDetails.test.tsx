import { MantineProvider } from '@mantine/core'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { expect, test, vi } from 'vitest'
import type { ReviewCartFragment } from '../../gql/graphql'
import { AccountContext } from '../../lib/account'
import { TextProvider } from '../../lib/text'
import ui from '../../ui/en.json'
import en from './en.json'
import { type DetailsHandle, InvoiceDetails } from './InvoiceDetails'
import type { Payer } from './payer'

const account = { id: 'account', name: '', timeZone: 'UTC', currency: 'EUR', corporate: false, permissions: [] }
const cart = { id: 'cart', taxIdToAdd: null, purchaseOrderNumber: null } as unknown as ReviewCartFragment
const payer = { customerType: 'BUSINESS', taxIds: [], paymentMethods: [] } as unknown as Payer
const reverse = 'No VAT: you account for it yourself.'

function page(answer: object) {
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: async () =>
      new Response(JSON.stringify({ data: { setCartDetails: answer } }), {
        headers: { 'content-type': 'application/json' },
      }),
    preferGetMethod: false,
  })
  const onCart = vi.fn()
  render(
    <MantineProvider>
      <TextProvider locale="en" messages={{ ...en, ...ui }} change={() => {}}>
        <Provider value={client}>
          <AccountContext value={account}>
            <InvoiceDetails ref={createRef<DetailsHandle>()} cart={cart} payer={payer} onCart={onCart} />
          </AccountContext>
        </Provider>
      </TextProvider>
    </MantineProvider>,
  )
  return { onCart }
}

const check = async () => {
  await userEvent.type(screen.getByLabelText('VAT number'), 'DE123456789')
  await userEvent.click(screen.getByRole('button', { name: en['review.taxId.check'] }))
}

test('says what a checked VAT number does to the tax', async () => {
  const { onCart } = page({ cart: { id: 'cart', seatQuote: { tax: { explanation: reverse } } }, userErrors: [] })
  expect(screen.getByRole('status').textContent).toBe('')
  await check()
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(reverse))
  expect(onCart).toHaveBeenCalledTimes(1)
})

test('says by the field why a VAT number is refused', async () => {
  page({ cart: null, userErrors: [{ code: 'INVALID_INPUT', message: 'no such number' }] })
  await check()
  expect(await screen.findByText('no such number')).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('')
})
