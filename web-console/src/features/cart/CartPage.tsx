import { Button } from '@mantine/core'
import { Link, Navigate, useNavigate } from '@tanstack/react-router'
import { type MouseEvent, useState } from 'react'
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
import { Pending } from '../../ui/ActionButton'
import { PayBar } from '../../ui/PayBar'
import { Note } from '../../ui/Status'
import { Empty } from '../../ui/states'
import { UndoBar } from '../../ui/UndoBar'
import classes from './Cart.module.css'
import { CartLine } from './CartLine'
import { MyCart, SetLine } from './cart.graphql'
import { changeOf, type Line } from './line'
import { useLineEdits } from './useLineEdits'

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

const none: readonly Line[] = []

function Content({ cart }: { cart: CartContentFragment | null }) {
  const account = useAccount()
  const [removed, setRemoved] = useState<Line>()
  const edits = useLineEdits(cart?.lines ?? none)
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
              line={line}
              effect={cart.seatQuote?.changes[at]}
              edits={edits}
              onRemoved={() => setRemoved(line)}
            />
          ))}
        </ul>
      </div>
      <Total cart={cart} edits={edits} />
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

/** Leads to where those are chosen who lose a seat by a line. */
function Release({ line }: { line: Line | undefined }) {
  const t = useText()
  const account = useAccount()
  if (!line?.subscriptionId) return null
  const plan = line.plan.id === line.subscription?.plan.id ? undefined : line.plan.id
  const search = { seats: line.seats, effective: line.effective ?? undefined, plan }
  return <Link to={paths.change(account.id, line.subscriptionId, search)}>{t('cart.release')}</Link>
}

const notHere = new Set(['PAYMENT_DATA_REQUIRED', 'REPRESENTATIVE_REQUIRED'])

function Total({ cart, edits }: { cart: CartContentFragment; edits: ReturnType<typeof useLineEdits> }) {
  const t = useText()
  const account = useAccount()
  const navigate = useNavigate()
  const [saving, setSaving] = useState(false)
  const next = account.corporate ? paths.request(account.id) : paths.review(account.id)
  const quote = cart.seatQuote
  const obstacles = quote?.obstacles.filter((obstacle) => !notHere.has(obstacle.code)) ?? []
  /** A number that was just stepped to is in the cart before the order is looked at; what is refused stays here, and says so. */
  const pay = async (event: MouseEvent) => {
    if (edits.edits.size === 0) return
    event.preventDefault()
    if (saving) return
    setSaving(true)
    const saved = await edits.flush()
    setSaving(false)
    if (saved) navigate({ to: next })
  }
  return (
    <section className={classes.total} aria-label={t('cart.total')}>
      {obstacles.map((obstacle, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: obstacles have no id, and two can say the same
        <Note key={at} kind="warn" title={obstacle.message}>
          {obstacle.__typename === 'SeatsStillAssigned' && (
            <Release line={cart.lines.find((line) => line.subscriptionId === obstacle.subscriptionId)} />
          )}
        </Note>
      ))}
      <PayBar
        label={t('cart.due')}
        due={account.corporate ? null : (quote?.amountDue ?? null)}
        outdated={edits.edits.size > 0}
      >
        <Button
          size="md"
          fullWidth
          component={Link}
          {...{ to: next }}
          aria-disabled={saving || undefined}
          aria-busy={saving || undefined}
          onClick={pay}
        >
          {saving && <Pending />}
          {account.corporate ? t('cart.request') : t('cart.pay')}
        </Button>
      </PayBar>
      {!account.corporate && quote && <p>{unbroken(quote.summary)}</p>}
    </section>
  )
}
