import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, type Ref, useState } from 'react'
import { Client, fetchExchange, Provider } from 'urql'
import { expect, test, vi } from 'vitest'
import ui from '../../ui/en.json'
import en from '../en.json'
import es from '../es.json'
import type { Locale } from '../locale'
import { TextProvider } from '../text'
import { PaymentFields, type PaymentFieldsHandle } from './PaymentFields'

const json = { 'content-type': 'application/json' }
const sandbox = { paymentForm: { kind: 'SANDBOX', publicKey: null, origins: [] } }

/** The fields of a page whose server gives these answers, one after the other. */
function page(answers: (() => Response)[], onEdit = () => {}) {
  const clientOf = () =>
    new Client({
      url: 'http://test/graphql',
      exchanges: [fetchExchange],
      fetch: async () => (answers.shift() ?? (() => new Response(null, { status: 500 })))(),
      preferGetMethod: false,
    })
  const fields = createRef<PaymentFieldsHandle>()
  render(<Page clientOf={clientOf} fields={fields} onEdit={onEdit} />)
  return { fields }
}

/** The fields, and a button that changes the language: another language is another cache. */
function Page(props: { clientOf: () => Client; fields: Ref<PaymentFieldsHandle>; onEdit: () => void }) {
  const [locale, setLocale] = useState<Locale>('en')
  const [client, setClient] = useState(props.clientOf)
  const change = () => {
    setLocale('es')
    setClient(props.clientOf())
  }
  return (
    <MantineProvider>
      <TextProvider locale={locale} messages={{ ...ui, ...(locale === 'en' ? en : es) }} change={change}>
        <Provider value={client}>
          <button type="button" onClick={change}>
            {locale}
          </button>
          <PaymentFields ref={props.fields} onEdit={props.onEdit} />
        </Provider>
      </TextProvider>
    </MantineProvider>
  )
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

test('keeps what is typed when the language changes', async () => {
  const { fields } = page([answered(sandbox), answered(sandbox)])
  await userEvent.type(await screen.findByLabelText('Card number'), '4242424242424242')
  await userEvent.type(screen.getByLabelText(/Expiry/), '12/34')
  await userEvent.type(screen.getByLabelText(/Code/), '123')
  await userEvent.click(screen.getByRole('button', { name: 'en' }))
  const number = await screen.findByLabelText<HTMLInputElement>('Número de tarjeta')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(number.isConnected).toBe(true)
  expect(number.value).toBe('4242424242424242')
  expect(await fields.current?.tokenize()).toEqual({ token: 'sandbox_success' })
})

const refused = () =>
  new Response(JSON.stringify({ errors: [{ message: 'busy', extensions: { code: 'UNAVAILABLE' } }] }), {
    headers: json,
  })
const unknown = answered({ paymentForm: { ...sandbox.paymentForm, kind: 'NEWER' } })

test.each([
  ['cannot be asked for', refused, 'busy'],
  ['is of a kind that this console does not know', unknown, ui['ui.error']],
])('says that the form did not load, and tries again, where it %s', async (_, answer, message) => {
  page([answer, answered(sandbox)])
  expect((await screen.findByRole('alert')).textContent).toContain(message)
  await userEvent.click(screen.getByRole('button', { name: ui['ui.retry'] }))
  expect(await screen.findByLabelText('Card number')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})
