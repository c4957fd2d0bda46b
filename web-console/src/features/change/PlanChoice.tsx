import { NativeSelect } from '@mantine/core'
import { useText } from '../../lib/text'
import type { Subscription } from './changed'

/** The product's other plans; nothing where there is only one. */
export function PlanChoice(props: {
  subscription: Subscription
  plan: string | undefined
  onChange: (plan: string | undefined) => void
}) {
  const t = useText()
  const { product, plan: current } = props.subscription
  const offered = product.plans.filter((plan) => plan.active || plan.id === current.id)
  if (offered.length < 2) return null
  return (
    <NativeSelect
      label={t('change.plan')}
      maw="20rem"
      value={props.plan ?? current.id}
      data={offered.map((plan) => ({
        value: plan.id,
        label: plan.id === current.id ? t('change.plan.current', { plan: plan.name }) : plan.name,
      }))}
      onChange={(event) => props.onChange(event.target.value === current.id ? undefined : event.target.value)}
    />
  )
}
