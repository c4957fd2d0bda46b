import { Button, Textarea } from '@mantine/core'
import { Link, Navigate, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import type { RequestDraftQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { orderKey } from '../../lib/orderKey'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { ActionButton } from '../../ui/ActionButton'
import { Note } from '../../ui/Status'
import { Empty } from '../../ui/states'
import { ChangeLines } from './ChangeLines'
import { RepresentativeCard } from './RepresentativeCard'
import classes from './Request.module.css'
import { RequestDraft, SendRequest } from './request.graphql'

type Cart = NonNullable<RequestDraftQuery['cart']>

/** A corporate account's changes go to its representative, without prices. */
export function RequestPage() {
  const t = useText()
  const account = useAccount()
  const crumbs = [
    { label: t('request.home'), path: paths.account(account.id) },
    { label: t('request.cart'), path: paths.cart(account.id) },
  ]
  const query = useQuery({ query: RequestDraft, variables: { account: account.id }, requestPolicy: 'network-only' })
  return (
    <Page title={t('request.title')} crumbs={crumbs}>
      <Needs permission="BUY">
        <Loaded query={query} skeleton={[5, 8, 6]}>
          {({ account: asking, cart }) => {
            if (cart?.requestId) return <Navigate to={paths.requestDetail(account.id, cart.requestId)} replace />
            if (!account.corporate) return <Navigate to={paths.review(account.id)} replace />
            return (
              <div className={classes.request}>
                {asking?.representative && <RepresentativeCard representative={asking.representative} />}
                {cart && cart.lines.length > 0 ? <Draft cart={cart} /> : <NothingToAsk />}
              </div>
            )
          }}
        </Loaded>
      </Needs>
    </Page>
  )
}

function NothingToAsk() {
  const t = useText()
  const account = useAccount()
  return (
    <Empty title={t('request.empty')}>
      <Button component={Link} {...{ to: paths.account(account.id) }}>
        {t('request.empty.next')}
      </Button>
    </Empty>
  )
}

function Draft({ cart }: { cart: Cart }) {
  const t = useText()
  const account = useAccount()
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const [{ fetching, data, error }, send] = useMutation(SendRequest)
  const answer = useRef<HTMLDivElement>(null)
  const refusal =
    data?.requestSeatChange.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))

  useEffect(() => {
    if (refusal) answer.current?.focus()
  }, [refusal])

  const press = async () => {
    if (fetching) return
    const input = {
      accountId: account.id,
      cartId: cart.id,
      note: note.trim() || null,
      idempotencyKey: orderKey(cart.id),
    }
    const result = await send({ input })
    const sent = result.data?.requestSeatChange.request
    if (sent) navigate({ to: paths.requestDetail(account.id, sent.id), replace: true })
  }

  const lines = cart.lines.map((line) => ({ ...line, previousSeats: line.subscription?.seatsOwned ?? 0 }))
  return (
    <>
      <ChangeLines lines={lines} />
      <p>
        <Link to={paths.cart(account.id)}>{t('request.edit')}</Link>
      </p>
      <Textarea
        label={t('request.note')}
        autosize
        minRows={3}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {refusal && <Note ref={answer} kind="bad" title={refusal} />}
      <div>
        <ActionButton size="md" pending={fetching} onClick={press}>
          {t('request.send')}
        </ActionButton>
      </div>
    </>
  )
}
