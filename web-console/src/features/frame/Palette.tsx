import '@mantine/spotlight/styles.css'
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { type OpenAccount, useCan } from '../../lib/account'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { PaletteSubscriptions } from './frame.graphql'
import { menu } from './menu'

const [store, { open }] = createSpotlight()

/** Everything by name: pages, and "add agents to" each product. Loaded when it is first opened. */
export default function Palette({ account, openings }: { account: OpenAccount; openings: number }) {
  const t = useText()
  const [text, setText] = useState('')
  const actions = useActions(account)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening opens it once more
  useEffect(() => open(), [openings])
  return (
    <Spotlight
      store={store}
      shortcut={null}
      query={text}
      onQueryChange={setText}
      actions={actions}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('frame.palette.nothing')}
      searchProps={{ placeholder: t('frame.palette.placeholder'), 'aria-label': t('frame.palette') }}
    />
  )
}

function useActions(account: OpenAccount): SpotlightActionGroupData[] {
  const t = useText()
  const can = useCan()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: PaletteSubscriptions, variables: { account: account.id } })
  const pages: SpotlightActionData[] = menu
    .filter((entry) => can(entry.permission))
    .map((entry) => ({ id: entry.text, label: t(entry.text), onClick: () => navigate({ to: entry.path(account.id) }) }))
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
  const buy = can('BUY')
    ? [{ id: 'buy', label: t('frame.palette.buy'), onClick: () => navigate({ to: paths.buy(account.id) }) }]
    : []
  return [
    { group: t('frame.palette.do'), actions: [...seats, ...buy] },
    { group: t('frame.palette.pages'), actions: pages },
  ]
}
