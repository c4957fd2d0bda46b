import { Button } from '@mantine/core'
import { useRef } from 'react'
import { useMutation } from 'urql'
import type { CartContentFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { useText } from '../../lib/text'
import { QuoteLines } from '../../ui/QuoteLines'
import { SeatStepper } from '../../ui/SeatStepper'
import { Note } from '../../ui/Status'
import classes from './Cart.module.css'
import { RemoveLine } from './cart.graphql'
import type { Line } from './line'
import type { useLineEdits } from './useLineEdits'

type Effect = NonNullable<CartContentFragment['seatQuote']>['changes'][number]

interface LineProps {
  line: Line
  effect: Effect | undefined
  edits: ReturnType<typeof useLineEdits>
  onRemoved: () => void
}

export function CartLine({ line, effect, edits, onRemoved }: LineProps) {
  const t = useText()
  const account = useAccount()
  const row = useRef<HTMLLIElement>(null)
  const edit = edits.edits.get(line.id)
  const [removing, remove] = useMutation(RemoveLine)
  const refusal =
    removing.data?.removeCartLine.userErrors[0]?.message ??
    (removing.error && (failureOf(removing.error).message ?? t('ui.offline')))
  const noun = line.product.seatNoun.other
  const takeOut = async () => {
    if (removing.fetching) return
    const next = besides(row.current)
    await edits.drop(line)
    const result = await remove({ input: { accountId: account.id, cartLineId: line.id } })
    if (!result.data?.removeCartLine.cart) return
    next?.focus()
    onRemoved()
  }
  return (
    <li ref={row} className={classes.line}>
      <div className={classes.what}>
        <h2>{line.product.name}</h2>
        <p className="muted">{line.plan.name}</p>
        <p>{effectOf(t, line, effect)}</p>
        {line.stale && (
          <Note kind="warn" title={t('cart.stale')}>
            {line.driftExplanations.map((explanation) => (
              <p key={explanation}>{explanation}</p>
            ))}
          </Note>
        )}
        {refusal && <Note kind="bad" role="alert" title={refusal} />}
        {edit?.problem && (
          <Note kind="bad" role="alert" title={edit.problem.message}>
            {edit.problem.again && (
              <div>
                <Button variant="default" size="xs" onClick={() => edits.send(line.id)}>
                  {t('ui.retry')}
                </Button>
              </div>
            )}
          </Note>
        )}
      </div>
      <div className={classes.edit}>
        <SeatStepper
          label={t('cart.number', { seats: noun, product: line.product.name })}
          labelHidden
          value={edit?.seats ?? line.seats}
          onChange={(seats) => edits.change(line, seats)}
        />
        <Button variant="subtle" size="compact-sm" aria-disabled={removing.fetching || undefined} onClick={takeOut}>
          {t('cart.remove')}
          <span className="visually-hidden"> {line.product.name}</span>
        </Button>
      </div>
      {effect && !account.corporate && (
        <div className={classes.amounts} data-outdated={edit !== undefined || undefined}>
          <QuoteLines lines={effect.lines} />
        </div>
      )}
    </li>
  )
}

function effectOf(t: ReturnType<typeof useText>, line: Line, effect: Effect | undefined) {
  const before = effect?.seatsBefore ?? line.subscription?.seatsOwned ?? 0
  const noun = line.seats === 1 ? line.product.seatNoun.one : line.product.seatNoun.other
  const when = effect?.effective ?? line.effective
  if (line.seats === 0) return t(when === 'AT_RENEWAL' ? 'cart.effect.endAtRenewal' : 'cart.effect.end')
  if (!line.subscriptionId) return t('cart.effect.new', { seats: line.seats, noun })
  return t(when === 'AT_RENEWAL' ? 'cart.effect.atRenewal' : 'cart.effect.now', { before, seats: line.seats, noun })
}

/** Where the focus goes when the line is gone: the next line's remove button, else the heading. */
function besides(row: HTMLLIElement | null) {
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  return next?.querySelector<HTMLElement>(`.${classes.edit} > button`) ?? document.querySelector('h1')
}
