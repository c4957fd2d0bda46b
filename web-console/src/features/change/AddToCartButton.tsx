import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMutation } from 'urql'
import type { SeatChangeInput } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { ActionButton } from '../../ui/ActionButton'
import { Note } from '../../ui/Status'
import classes from './Change.module.css'
import { AddToCart } from './change.graphql'

/** Puts the change into the cart, whether or not its price is there yet; what speaks against it is told beside the button. */
export function AddToCartButton({ change }: { change: SeatChangeInput | null }) {
  const t = useText()
  const account = useAccount()
  const navigate = useNavigate()
  const [{ fetching, data, error }, add] = useMutation(AddToCart)
  const answer = useRef<HTMLDivElement>(null)
  const refusal = data?.setCartLine.userErrors[0]
  const failed = error ? (failureOf(error).message ?? t('ui.offline')) : undefined

  useEffect(() => {
    if (refusal || failed) answer.current?.focus()
  }, [refusal, failed])

  const press = async () => {
    if (!change || fetching) return
    const result = await add({ input: { accountId: account.id, change } })
    if (result.data?.setCartLine.cart) navigate({ to: paths.cart(account.id) })
  }

  return (
    <div className={classes.submit}>
      {(refusal || failed) && (
        <Note ref={answer} kind="bad" title={refusal?.message ?? failed}>
          {refusal?.__typename === 'OrderInProgress' && (
            <Link to={paths.order(account.id, refusal.order.id)}>{t('change.toOrder')}</Link>
          )}
        </Note>
      )}
      <ActionButton size="md" fullWidth pending={fetching} idle={!change} onClick={press}>
        {t('change.add')}
      </ActionButton>
    </div>
  )
}
