import { isZero, type Money, negated } from '../lib/money'
import { useFormats, useText } from '../lib/text'

/** An amount in the page's language; `credit` writes it with the word and a minus. */
export function Amount({ money, credit = false }: { money: Money; credit?: boolean }) {
  const t = useText()
  const formats = useFormats()
  if (!credit || isZero(money)) return <span className="amount">{formats.money(money)}</span>
  return (
    <span className="amount">
      {t('ui.credit')} {formats.money(negated(money))}
    </span>
  )
}
