import '@mantine/spotlight/styles.css'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import type { SearchQuery } from '../../gql/graphql'
import { type OpenAccount, useCan } from '../../lib/account'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { PaletteSubscriptions, Search } from './frame.graphql'
import { type Place, usePlaces } from './menu'

const [store, { open }] = createSpotlight()

/** What scrolls can be scrolled by the keyboard too. */
const scrolledByKeys = { viewportProps: { tabIndex: 0 } }

/** Everything by name: pages, and "add agents to" each product. Loaded when it is first opened. */
export default function Palette({ account, openings }: { account: OpenAccount | null; openings: number }) {
  const t = useText()
  const [text, setText] = useState('')
  const found = useFound(account, text)
  const groups = holding(text, [...useActions(account), ...found.groups])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening opens it once more
  useEffect(() => open(), [openings])
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={text}
      onQueryChange={setText}
      attributes={{ content: { 'aria-label': t('frame.palette') } }}
    >
      <Spotlight.Search
        placeholder={t(account ? 'frame.palette.placeholder' : 'frame.palette.pages')}
        aria-label={t('frame.palette')}
      />
      <Spotlight.ActionsList {...scrolledByKeys} mah="60vh">
        {groups.map(({ group, actions }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {actions.map(({ id, ...action }) => (
              <Spotlight.Action key={id} {...action} highlightQuery />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>{t(found.waiting ? 'frame.palette.searching' : 'frame.palette.nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Without accents and capitals: nobody types them to find something. */
function plain(text: string) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The actions whose name, or what they were found by, holds each of the words. */
function holding(query: string, groups: readonly SpotlightActionGroupData[]) {
  const words = plain(query).split(/\s+/)
  const holds = ({ label = '', keywords = '' }: SpotlightActionData) => {
    const name = plain(`${label} ${keywords}`)
    return words.every((word) => name.includes(word))
  }
  return groups
    .map(({ group, actions }) => ({ group, actions: actions.filter(holds) }))
    .filter(({ actions }) => actions.length > 0)
}

interface Found {
  groups: SpotlightActionGroupData[]
  /** Whether more may come. */
  waiting: boolean
}

/** What the server finds by how it begins, asked for 200 ms after the last key. */
function useFound(account: OpenAccount | null, text: string): Found {
  const t = useText()
  const navigate = useNavigate()
  const [asked] = useDebouncedValue(text.trim(), 200)
  const pause = !account || asked.length < 2
  const variables = { account: account?.id ?? '', text: asked }
  const [{ data, fetching }] = useQuery({ query: Search, variables, pause, requestPolicy: 'network-only' })
  const waiting = Boolean(account) && text.trim().length >= 2 && (fetching || text.trim() !== asked)
  if (!account || pause || !data || data.search.length === 0) return { groups: [], waiting }
  const actions = data.search.map((hit) => ({
    id: hit.id,
    label: hit.title,
    description: [t(`frame.palette.kind.${hit.kind}`), hit.detail].filter(Boolean).join(' · '),
    keywords: [text],
    onClick: () => navigate({ to: placeOf(hit, account.id) }),
  }))
  return { groups: [{ group: t('frame.palette.found'), actions }], waiting }
}

function placeOf({ kind, id }: SearchQuery['search'][number], account: string) {
  switch (kind) {
    case 'USER':
      return paths.user(account, id)
    case 'ORDER':
      return paths.order(account, id)
    case 'INVOICE':
    case 'CREDIT_NOTE':
      return paths.document(account, id)
    case 'SUBSCRIPTION':
      return paths.seats(account, id)
    case 'PRODUCT':
      return paths.buy(account)
  }
}

/** What can be done in the open account, and the pages of it, of the vendor, and of everybody. */
function useActions(account: OpenAccount | null): SpotlightActionGroupData[] {
  const t = useText()
  const navigate = useNavigate()
  const tasks = useTasks(account)
  const places: readonly Place[] = [
    ...(account ? [] : [{ text: 'frame.menu.home' as const, to: paths.home() }]),
    ...usePlaces(),
    { text: 'frame.menu.api', to: paths.api() },
  ]
  const pages = places.map(({ text, to }) => ({ id: text, label: t(text), onClick: () => navigate({ to }) }))
  return [
    ...(tasks.length > 0 ? [{ group: t('frame.palette.do'), actions: tasks }] : []),
    { group: t('frame.palette.pages'), actions: pages },
  ]
}

function useTasks(account: OpenAccount | null): SpotlightActionData[] {
  const t = useText()
  const can = useCan()
  const navigate = useNavigate()
  const variables = { account: account?.id ?? '' }
  const [{ data }] = useQuery({ query: PaletteSubscriptions, variables, pause: !account })
  if (!account) return []
  const owned = data?.account?.subscriptions.nodes.filter((each) => each.status !== 'ENDED') ?? []
  const seats: SpotlightActionData[] = owned.flatMap(({ id, product, seatsOwned }) => [
    ...(can('BUY')
      ? [
          {
            id: `add ${id}`,
            label: t('frame.palette.add', { seats: product.seatNoun.other, product: product.name }),
            onClick: () => navigate({ to: paths.change(account.id, id, { seats: seatsOwned + 1 }) }),
          },
        ]
      : []),
    {
      id: `seats ${id}`,
      label: t('frame.palette.seats', { product: product.name }),
      onClick: () => navigate({ to: paths.seats(account.id, id) }),
    },
  ])
  const buy = { id: 'buy', label: t('frame.palette.buy'), onClick: () => navigate({ to: paths.buy(account.id) }) }
  return can('BUY') ? [...seats, buy] : seats
}
