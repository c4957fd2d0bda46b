import type { ChangeQuoteFragment, ChangeQuotesQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import type { Effective } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import classes from './Change.module.css'

interface ChoiceProps {
  value: Effective
  quotes: ChangeQuotesQuery | undefined
  outdated: boolean
  onChange: (value: Effective) => void
}

/** Now or at the renewal, each with what it costs today; what the plan does not allow says so. */
export function EffectiveChoice({ value, quotes, outdated, onChange }: ChoiceProps) {
  const t = useText()
  const options = [
    { value: 'NOW', label: t('change.now'), quote: quotes?.now },
    { value: 'AT_RENEWAL', label: t('change.atRenewal'), quote: quotes?.atRenewal },
  ] as const
  return (
    <fieldset className={classes.segments}>
      <legend>{t('change.when')}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.segment}>
          <input
            type="radio"
            name="effective"
            checked={value === option.value}
            disabled={value !== option.value && refusalOf(option.quote) !== undefined}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span className="strong">{option.label}</span>
            <Today quote={option.quote} outdated={outdated} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function refusalOf(quote: ChangeQuoteFragment | undefined) {
  return quote?.obstacles.find((obstacle) => obstacle.code === 'SEAT_CHANGE_REFUSED')?.message
}

function Today({ quote, outdated }: { quote: ChangeQuoteFragment | undefined; outdated: boolean }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const refused = refusalOf(quote)
  if (refused) return <span className={classes.today}>{refused}</span>
  if (account.corporate) return null
  return (
    <span className={classes.today} data-outdated={outdated || undefined}>
      {quote?.amountDue ? t('change.today', { amount: formats.money(quote.amountDue) }) : '\u00a0'}
    </span>
  )
}
