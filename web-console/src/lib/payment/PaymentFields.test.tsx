import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { expect, test, vi } from 'vitest'
import en from '../en.json'
import { TextProvider } from '../text'
import { PaymentFields, type PaymentFieldsHandle } from './PaymentFields'

const json = { 'content-type': 'application/json' }
const sandbox = { paymentForm: { kind: 'SANDBOX', publicKey: null, origins: [] } }

/** The fields of a page whose server gives these answers, one after the other. */
function page(answers: (() => Response)[], onEdit = () => {}) {
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [fetchExchange],
    fetch: async () => (answers.shift() ?? (() => new Response(null, { status: 500 })))(),
    preferGetMethod: false,
  })
  const fields = createRef<PaymentFieldsHandle>()
  render(
    <MantineProvider>
      <TextProvider locale="en" messages={en} change={() => {}}>
        <Provider value={client}>
          <PaymentFields ref={fields} onEdit={onEdit} />
        </Provider>
      </TextProvider>
    </MantineProvider>,
  )
  return { fields }
}

const answered = (data: object) => () => new Response(JSON.stringify({ data }), { headers: json })

test('tells of each edit of the card', async () => {
  const edited = vi.fn()
  const { fields } = page([answered(sandbox)], edited)
  await userEvent.type(await screen.findByLabelText('Card number'), '4242424242424242')
  expect(edited).toHaveBeenCalledTimes(16)
  await userEvent.type(screen.getByLabelText(/Expiry/), '12/34')
  await userEvent.type(screen.getByLabelText(/Code/), '123')
  expect(await fields.current?.tokenize()).toEqual({ token: 'sandbox_success' })
})
