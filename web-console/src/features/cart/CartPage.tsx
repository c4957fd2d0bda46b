import { Button } from '@mantine/core'
import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import type { CartContentFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { Loaded } from '../../lib/Loaded'
import { unbroken } from '../../lib/money'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { PayBar } from '../../ui/PayBar'
import { Note } from '../../ui/Status'
import { Empty } from '../../ui/states'
import { UndoBar } from '../../ui/UndoBar'
import classes from './Cart.module.css'
import { CartLine } from './CartLine'
import { MyCart, SetLine } from './cart.graphql'
import { changeOf, type Line } from './line'

/** The collected changes, with what they cost together. */
export function CartPage() {
  const t = useText()
  const account = useAccount()
  const query = useQuery({ query: MyCart, variables: { account: account.id }, requestPolicy: 'cache-and-network' })
  return (
    <Page title={t('cart.title')} crumbs={[{ label: t('cart.home'), path: paths.account(account.id) }]}>
      <Needs permission="BUY">
        <Loaded query={query} skeleton={[8, 8, 5]}>
          {({ cart }) => <Content cart={cart} />}
        </Loaded>
      </Needs>
    </Page>
  )
}

function Content({ cart }: { cart: CartContentFragment | null }) {
  const account = useAccount()
  const [removed, setRemoved] = useState<Line>()
  if (cart?.state === 'HELD' && cart.orderId) return <Navigate to={paths.order(account.id, cart.orderId)} replace />
  const bar = removed && <Removed key={removed.id} line={removed} onEnd={() => setRemoved(undefined)} />
  if (cart?.state !== 'OPEN' || cart.lines.length === 0) {
    return (
      <>
        {bar}
        <Nothing />
      </>
    )
  }
  return (
    <div className={classes.cart}>
      <div className="stack">
        {bar}
        <ul className={classes.lines}>
          {cart.lines.map((line, at) => (
            <CartLine
              key={line.id}
              cart={cart}
              line={line}
              effect={cart.seatQuote?.changes[at]}
              onRemoved={() => setRemoved(line)}
            />
          ))}
        </ul>
      </div>
      <Total cart={cart} />
    </div>
  )
}

function Nothing() {
  const t = useText()
  const account = useAccount()
  return (
    <Empty title={t('cart.empty')}>
      <Button component={Link} {...{ to: paths.account(account.id) }}>
        {t('cart.empty.next')}
      </Button>
    </Empty>
  )
}

/** What was taken out of the cart, and ten seconds to put it back. */
function Removed({ line, onEnd }: { line: Line; onEnd: () => void }) {
  const t = useText()
  const account = useAccount()
  const [{ fetching, data, error }, put] = useMutation(SetLine)
  const refusal = data?.setCartLine.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const putBack = async () => {
    const result = await put({ input: { accountId: account.id, change: changeOf(line, line.seats) } })
    if (result.data?.setCartLine.cart) onEnd()
  }
  return (
    <UndoBar refusal={refusal} pending={fetching} onUndo={putBack} onEnd={onEnd}>
      {t('cart.removed', { product: line.product.name })}
    </UndoBar>
  )
}

const notHere = new Set(['PAYMENT_DATA_REQUIRED', 'REPRESENTATIVE_REQUIRED'])

function Total({ cart }: { cart: CartContentFragment }) {
  const t = useText()
  const account = useAccount()
  const quote = cart.seatQuote
  const obstacles = quote?.obstacles.filter((obstacle) => !notHere.has(obstacle.code)) ?? []
  return (
    <section className={classes.total} aria-label={t('cart.total')}>
      {obstacles.map((obstacle) => (
        <Note key={obstacle.message} kind="warn" title={obstacle.message} />
      ))}
      <PayBar label={t('cart.due')} due={account.corporate ? null : (quote?.amountDue ?? null)}>
        <Button
          size="md"
          fullWidth
          component={Link}
          {...{ to: account.corporate ? paths.request(account.id) : paths.review(account.id) }}
        >
          {account.corporate ? t('cart.request') : t('cart.pay')}
        </Button>
      </PayBar>
      {!account.corporate && quote && <p>{unbroken(quote.summary)}</p>}
    </section>
  )
}
