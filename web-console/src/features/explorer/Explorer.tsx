import 'graphiql/setup-workers/vite'
import './styles'
import 'graphiql/style.css'
import { GraphiQL } from 'graphiql'
import { csrfHeader, endpoint, watchedFetch } from '../../lib/client'
import { useLanguage } from '../../lib/text'

const example = `{
  viewer {
    name
    scopes
  }
}
`

/** GraphiQL as it is bundled; what it asks goes the console's own way. */
export default function Explorer({ scheme }: { scheme: 'light' | 'dark' }) {
  const { locale } = useLanguage()
  const ask = async (request: unknown) => {
    const answer = await watchedFetch(endpoint, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': locale, ...csrfHeader },
      body: JSON.stringify(request),
    })
    return answer.json()
  }
  return <GraphiQL fetcher={ask} defaultQuery={example} forcedTheme={scheme} />
}
