import { Client, cacheExchange, fetchExchange } from 'urql'
import { expect, test } from 'vitest'
import { unansweredExchange } from './unanswered'

const page = 'query Page { account { __typename id } }'
const order = 'mutation Order { order { __typename id } }'

/** A page that is shown, and an order that its server answers so. */
async function ordered(answer: () => Response) {
  const asked: string[] = []
  const fetch = async (_: unknown, init?: RequestInit) => {
    const { operationName } = JSON.parse(String(init?.body))
    asked.push(operationName)
    const data = { account: { __typename: 'Account', id: 'account' } }
    return operationName === 'Order' ? answer() : json({ data })
  }
  const client = new Client({
    url: 'http://test/graphql',
    exchanges: [cacheExchange, unansweredExchange, fetchExchange],
    fetch: fetch as typeof globalThis.fetch,
    preferGetMethod: false,
  })
  const shown = client.query(page, {}).subscribe(() => {})
  await client.query(page, {})
  const result = await client.mutation(order, {}, { additionalTypenames: ['Account'] })
  await new Promise((resolve) => setTimeout(resolve, 20))
  shown.unsubscribe()
  return { asked, result }
}

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

test('asks for the page anew after an order', async () => {
  const { asked } = await ordered(() => json({ data: { order: { __typename: 'Order', id: 'order' } } }))
  expect(asked).toEqual(['Page', 'Order', 'Page'])
})

test.each([
  [
    'the connection is lost',
    () => {
      throw new TypeError('connection lost')
    },
  ],
  ['the server is busy', () => json({ errors: [{ message: 'busy', extensions: { code: 'UNAVAILABLE' } }] }, 503)],
])('leaves the page as it is where %s, and tells the failure', async (_, answer) => {
  const { asked, result } = await ordered(answer)
  expect(result.error).toBeTruthy()
  expect(asked).toEqual(['Page', 'Order'])
})
