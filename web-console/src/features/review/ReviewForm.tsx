import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ReviewCartFragment, ReviewQuoteFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { isZero } from '../../lib/money'
import { paths } from '../../lib/paths'
import type { PaymentFieldsHandle } from '../../lib/payment/PaymentFields'
import { useText } from '../../lib/text'
import { ChangeSummary } from './ChangeSummary'
import { type DetailsHandle, InvoiceDetails } from './InvoiceDetails'
import { Payment } from './Payment'
import { PlaceOrderPanel } from './PlaceOrderPanel'
import type { Payer } from './payer'
import classes from './Review.module.css'
import { TotalsPanel } from './TotalsPanel'
import { usePlacing } from './usePlacing'
import { useShownQuote } from './useReview'

const newCard = 'new-card'

export function ReviewForm(props: { loaded: ReviewCartFragment; quote: ReviewQuoteFragment; payer: Payer }) {
  const t = useText()
  const account = useAccount()
  const review = useShownQuote(props.loaded, props.quote)
  const fields = useRef<PaymentFieldsHandle>(null)
  const details = useRef<DetailsHandle>(null)
  const [chosen, setChosen] = useState<string>()
  const [needed, setNeeded] = useState(false)

  const preferred = props.payer.paymentMethods.find((method) => method.preferred)
  const due = review.quote.amountDue && !isZero(review.quote.amountDue) && props.payer.collection === 'CHARGE'
  const required = needed || review.quote.obstacles.some((obstacle) => obstacle.code === 'PAYMENT_DATA_REQUIRED')
  const method = chosen ?? (required ? newCard : preferred?.id)
  const paysByCard = Boolean(due) && method === newCard

  const placing = usePlacing(review, {
    method: due && method !== newCard ? method : undefined,
    newCard: paysByCard,
    fields,
  })
  const declined = placing.shown?.kind === 'declined' || placing.shown?.kind === 'keyUsed'
  if (placing.shown?.kind === 'cardNeeded' && !needed) setNeeded(true)

  return (
    <div className={classes.review}>
      <div className={classes.main}>
        {review.quote.changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: new subscriptions have no id, and changes keep their order
          <ChangeSummary key={at} change={change} />
        ))}
        <p>
          <Link to={paths.cart(account.id)}>{t('review.edit')}</Link>
        </p>
        <InvoiceDetails ref={details} cart={review.cart} payer={props.payer} onCart={review.replace} />
        {due && (
          <Payment
            methods={props.payer.paymentMethods}
            chosen={method}
            choosing={declined || props.payer.paymentMethods.length > 1 || chosen !== undefined}
            newCard={newCard}
            fields={fields}
            onChoose={(id) => {
              placing.forgetCard()
              setChosen(id)
            }}
            onEdit={placing.forgetCard}
          />
        )}
        {props.payer.collection === 'SEND_INVOICE' && (
          <p>{t('review.byInvoice', { days: props.payer.paymentTermDays })}</p>
        )}
      </div>
      <aside className={classes.side} aria-label={t('review.total')}>
        <TotalsPanel quote={review.quote} />
        <PlaceOrderPanel
          quote={review.quote}
          changed={review.changed}
          placing={placing}
          onPlace={() => placing.place(() => details.current?.save() ?? Promise.resolve(true))}
        />
      </aside>
    </div>
  )
}
