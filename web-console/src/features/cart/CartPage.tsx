import { Button } from '@mantine/core'
import { Link, Navigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { CartContentFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { Amount } from '../../ui/Amount'
import { Note } from '../../ui/Status'
import { Empty } from '../../ui/states'
import classes from './Cart.module.css'
import { CartLine } from './CartLine'
import { MyCart } from './cart.graphql'

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
  const t = useText()
  const account = useAccount()
  if (cart?.state === 'HELD' && cart.orderId) return <Navigate to={paths.order(account.id, cart.orderId)} replace />
  if (cart?.state !== 'OPEN' || cart.lines.length === 0) {
    return (
      <Empty title={t('cart.empty')}>
        <Button component={Link} {...{ to: paths.account(account.id) }}>
          {t('cart.empty.next')}
        </Button>
      </Empty>
    )
  }
  return (
    <div className={classes.cart}>
      <ul className={classes.lines}>
        {cart.lines.map((line, at) => (
          <CartLine key={line.id} cart={cart} line={line} effect={cart.seatQuote?.changes[at]} />
        ))}
      </ul>
      <Total cart={cart} />
    </div>
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
      {!account.corporate && quote && (
        <>
          <p>{quote.summary}</p>
          {quote.amountDue && (
            <div className={classes.due}>
              <span className="strong">{t('cart.due')}</span>
              <span className={classes.amount}>
                <Amount money={quote.amountDue} />
              </span>
            </div>
          )}
        </>
      )}
      <div className={classes.submit}>
        <Button
          size="md"
          fullWidth
          component={Link}
          {...{ to: account.corporate ? paths.request(account.id) : paths.review(account.id) }}
        >
          {account.corporate ? t('cart.request') : t('cart.pay')}
        </Button>
      </div>
    </section>
  )
}
