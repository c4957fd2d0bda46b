import type { ReviewQuoteFragment } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { isZero, unbroken } from '../../lib/money'
import { useFormats, useText } from '../../lib/text'
import { Sum, Sums } from '../../ui/QuoteLines'
import classes from './Review.module.css'

/** From what is charged to what is due, with the server's reasons. */
export function TotalsPanel({ quote }: { quote: ReviewQuoteFragment }) {
  const t = useText()
  const taxes = useTaxes()
  const { totals, amountDue } = quote
  return (
    <div className={classes.totals}>
      <h2>{t('review.total')}</h2>
      {totals && amountDue && (
        <Sums>
          <Sum
            label={t('review.charges')}
            money={totals.charges}
            notes={taxes(totals.chargeTax, 'review.charges.tax')}
          />
          {!isZero(totals.credits) && (
            <Sum
              label={t('review.credits')}
              money={totals.credits}
              credit
              notes={taxes(totals.creditTax, 'review.credits.tax')}
            />
          )}
          {!isZero(totals.carriedInvoices) && <Sum label={t('review.carried')} money={totals.carriedInvoices} />}
          {!isZero(totals.balanceApplied) && (
            <Sum label={t('review.balanceApplied')} money={totals.balanceApplied} credit />
          )}
          {!isZero(totals.balanceAdded) && <Sum label={t('review.balanceAdded')} money={totals.balanceAdded} />}
          <Sum label={t('review.due')} money={amountDue} due />
        </Sums>
      )}
      <p>{unbroken(quote.summary)}</p>
      <p className="muted small">{quote.tax.explanation}</p>
      <NextCharges quote={quote} />
    </div>
  )
}

type Totals = NonNullable<ReviewQuoteFragment['totals']>

/** What of a sum is tax, one sentence per rate. */
function useTaxes() {
  const t = useText()
  const formats = useFormats()
  return (of: Totals['chargeTax'], text: 'review.charges.tax' | 'review.credits.tax') =>
    of
      .filter(({ tax }) => !isZero(tax))
      .map(({ tax, group }) => t(text, { tax: formats.money(tax), rate: group.rateBasisPoints / 10_000 }))
}

function NextCharges({ quote }: { quote: ReviewQuoteFragment }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return quote.changes.map((change, at) => {
    if (!change.renewal || !change.nextBillingDate) return null
    const date = formats.day(change.nextBillingDate, change.period?.timeZone ?? account.timeZone)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: new subscriptions have no id, and changes keep their order
      <p key={at} className="small">
        {t('review.next', { product: change.product?.name ?? '', date, amount: formats.money(change.renewal) })}
      </p>
    )
  })
}
