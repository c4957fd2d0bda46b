import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useMutation } from 'urql'
import type { SeatChangeInput } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import type { Money } from '../../lib/money'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { ActionButton } from '../../ui/ActionButton'
import { PayBar } from '../../ui/PayBar'
import { Note } from '../../ui/Status'
import { AddToCart } from './change.graphql'

interface ButtonProps {
  /** None where nothing is changed. */
  change: SeatChangeInput | null
  due: Money | null | undefined
  outdated: boolean
  /** What is still to be said before the change can be made. */
  missing?: string | undefined
  onMissing?: () => void
}

/** Puts the change into the cart, whether or not its price is there yet; what speaks against it is told beside the button. */
export function AddToCartButton({ change, due, outdated, missing, onMissing }: ButtonProps) {
  const t = useText()
  const account = useAccount()
  const navigate = useNavigate()
  const [{ fetching, data, error }, add] = useMutation(AddToCart)
  const [reminded, setReminded] = useState(false)
  const answer = useRef<HTMLDivElement>(null)
  const refusal = data?.setCartLine.userErrors[0]
  const failed = error ? (failureOf(error).message ?? t('ui.offline')) : undefined

  useEffect(() => {
    if (refusal || failed) answer.current?.focus()
  }, [refusal, failed])

  const press = async () => {
    if (!change || fetching) return
    if (missing) {
      setReminded(true)
      return onMissing?.()
    }
    const result = await add({ input: { accountId: account.id, change } })
    if (result.data?.setCartLine.cart) navigate({ to: paths.cart(account.id) })
  }

  return (
    <>
      {reminded && missing && <Note kind="warn" role="alert" title={missing} />}
      {(refusal || failed) && (
        <Note ref={answer} kind="bad" title={refusal?.message ?? failed}>
          {refusal?.__typename === 'OrderInProgress' && (
            <Link to={paths.order(account.id, refusal.order.id)}>{t('change.toOrder')}</Link>
          )}
        </Note>
      )}
      <PayBar label={t('change.due')} due={change && !account.corporate ? due : null} outdated={outdated}>
        <ActionButton size="md" fullWidth pending={fetching} idle={!change} onClick={press}>
          {t('change.add')}
        </ActionButton>
      </PayBar>
    </>
  )
}
