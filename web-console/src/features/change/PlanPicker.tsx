import type { ReactNode } from 'react'
import { useAccount } from '../../lib/account'
import { useFormats, useText } from '../../lib/text'
import classes from './Change.module.css'
import type { Plan, Product } from './changed'

/** All products with the plans that have a price in the account's currency. */
export function PlanPicker(props: {
  products: readonly Product[]
  plan: string | undefined
  onChange: (plan: string) => void
  /** What else is to be said about the chosen plan; it stands below it. */
  children: ReactNode
}) {
  const t = useText()
  return (
    <fieldset className={classes.offers}>
      <legend>{t('change.buy.product')}</legend>
      {props.products.map((product) => (
        <div key={product.id} className={classes.offer}>
          <h2>{product.name}</h2>
          <p className="muted">{product.description}</p>
          <div className={classes.plans}>
            {product.plans
              .filter((plan) => plan.active)
              .map((plan) => (
                <PlanOption
                  key={plan.id}
                  product={product}
                  plan={plan}
                  checked={plan.id === props.plan}
                  onChoose={() => props.onChange(plan.id)}
                />
              ))}
          </div>
          {product.plans.some((plan) => plan.id === props.plan) && (
            <div className={classes.chosen}>{props.children}</div>
          )}
        </div>
      ))}
    </fieldset>
  )
}

function PlanOption({
  product,
  plan,
  checked,
  onChoose,
}: {
  product: Product
  plan: Plan
  checked: boolean
  onChoose: () => void
}) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const price = plan.prices.find((each) => each.currency === account.currency)
  const first = price?.tiers[0]
  if (!price || !first) return null
  const values = { price: formats.money(first.unitPrice), noun: product.seatNoun.one }
  return (
    <label className={classes.segment}>
      <input
        type="radio"
        name="plan"
        aria-label={`${product.name}, ${plan.name}`}
        checked={checked}
        onChange={onChoose}
      />
      <span>
        <span className="strong">{plan.name}</span>
        <span className="muted">
          {t(
            price.model === 'PER_SEAT' ? `change.price.${plan.interval}` : `change.priceFrom.${plan.interval}`,
            values,
          )}
        </span>
      </span>
    </label>
  )
}
