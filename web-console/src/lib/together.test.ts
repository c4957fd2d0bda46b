import { Client, fetchExchange } from 'urql'
import { expect, test, vi } from 'vitest'
import { togetherExchange } from './together'

interface Sent {
  query: string
  variables: Record<string, unknown>
}

function clientOf(answer: (sent: Sent) => object) {
  const sent: Sent[] = []
  const fetch = vi.fn(async (_: unknown, init?: RequestInit) => {
    const body = JSON.parse(String(init?.body)) as Sent
    sent.push(body)
    return new Response(JSON.stringify(answer(body)), { headers: { 'content-type': 'application/json' } })
  })
  const client = new Client({
    url: '/graphql',
    exchanges: [togetherExchange, fetchExchange],
    fetch,
    preferGetMethod: false,
  })
  return { client, sent }
}

const users = 'query Users($id: ID!) { account(id: $id) { ...Named } } fragment Named on Account { name }'
const seats = 'query Seats($id: ID!, $n: Int) { account(id: $id) { seats(n: $n) } cart { id } }'

test('sends the queries of one moment as one, and gives each its own answer', async () => {
  const { client, sent } = clientOf(() => ({
    data: { q0_account: { name: 'Norte' }, q1_account: { seats: 4 }, q1_cart: null },
    errors: [{ message: 'no cart', path: ['q1_cart', 'id'] }],
  }))
  const [first, second] = await Promise.all([
    client.query(users, { id: 'a' }).toPromise(),
    client.query(seats, { id: 'b', n: 2 }).toPromise(),
  ])
  expect(sent).toHaveLength(1)
  expect(sent[0]?.variables).toEqual({ q0_id: 'a', q1_id: 'b', q1_n: 2 })
  expect(sent[0]?.query.replace(/\s+/g, ' ')).toContain('q1_account: account(id: $q1_id)')
  expect(first).toMatchObject({ data: { account: { name: 'Norte' } }, error: undefined })
  expect(second.data).toEqual({ account: { seats: 4 }, cart: null })
  expect(second.error?.graphQLErrors[0]?.path).toEqual(['cart', 'id'])
})

test('leaves a query alone that is alone', async () => {
  const { client, sent } = clientOf(() => ({ data: { account: { name: 'Norte' } } }))
  const { data } = await client.query(users, { id: 'a' }).toPromise()
  expect(sent[0]?.variables).toEqual({ id: 'a' })
  expect(data).toEqual({ account: { name: 'Norte' } })
})

test('asks for each alone where the whole is refused', async () => {
  const { client, sent } = clientOf(({ variables }) =>
    'id' in variables && !('n' in variables)
      ? { data: { account: { name: 'Norte' } } }
      : { errors: [{ message: 'not allowed' }] },
  )
  const [first, second] = await Promise.all([
    client.query(users, { id: 'a' }).toPromise(),
    client.query(seats, { id: 'b', n: 2 }).toPromise(),
  ])
  expect(sent).toHaveLength(3)
  expect(first.data).toEqual({ account: { name: 'Norte' } })
  expect(second.error?.graphQLErrors[0]?.message).toBe('not allowed')
})
