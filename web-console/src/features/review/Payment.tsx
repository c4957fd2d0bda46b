import type { RefObject } from 'react'
import { PaymentFields, type PaymentFieldsHandle } from '../../lib/payment/PaymentFields'
import { useText } from '../../lib/text'
import type { Payer } from './payer'
import classes from './Review.module.css'

interface PaymentProps {
  methods: Payer['paymentMethods']
  chosen: string | undefined
  /** Whether there is something to choose: several methods, or one that was declined. */
  choosing: boolean
  newCard: string
  fields: RefObject<PaymentFieldsHandle | null>
  onChoose: (id: string) => void
  onEdit: () => void
}

/** What pays: a kept method, or a card that is kept from then on. */
export function Payment(props: PaymentProps) {
  const t = useText()
  const { methods, chosen, newCard } = props
  const name = (method: (typeof methods)[number]) =>
    t('review.card', { brand: method.brand, digits: method.lastDigits })
  const only = methods.find((method) => method.id === chosen)
  return (
    <section className={classes.details} aria-label={t('review.payment')}>
      <h2>{t('review.payment')}</h2>
      {!props.choosing && only && <p>{name(only)}</p>}
      {props.choosing && methods.length > 0 && (
        <fieldset className={classes.methods}>
          <legend className="visually-hidden">{t('review.payment')}</legend>
          {methods.map((method) => (
            <label key={method.id}>
              <input
                type="radio"
                name="method"
                checked={chosen === method.id}
                onChange={() => props.onChoose(method.id)}
              />
              {name(method)}
            </label>
          ))}
          <label>
            <input type="radio" name="method" checked={chosen === newCard} onChange={() => props.onChoose(newCard)} />
            {t('review.card.other')}
          </label>
        </fieldset>
      )}
      {chosen === newCard && (
        <>
          <PaymentFields ref={props.fields} onEdit={props.onEdit} />
          <p className="muted">{t('review.card.kept')}</p>
        </>
      )}
    </section>
  )
}
