import { IconMinus, IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useText } from '../lib/text'
import classes from './SeatStepper.module.css'

export interface SeatStepperProps {
  label: string
  value: number
  onChange: (seats: number) => void
  /** What is wrong with the number, told beside it; the number itself is left as it was typed. */
  error?: string | undefined
  /** Where the label is said by what stands around it. */
  labelHidden?: boolean
}

const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }

/** A number of seats with − and + of its own, reachable by keyboard and named for those who do not see them. */
export function SeatStepper({ label, value, onChange, error, labelHidden = false }: SeatStepperProps) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState(String(value))
  if (text !== '' && Number(text) !== value) setText(String(value))

  const step = (difference: number) => onChange(Math.max(0, value + difference))
  const type = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 9)
    setText(digits)
    if (digits !== '') onChange(Number(digits))
  }
  const press = (event: KeyboardEvent) => {
    const difference = steps[event.key]
    if (!difference) return
    event.preventDefault()
    step(difference)
  }

  return (
    <div className={classes.field}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : classes.label}>
        {label}
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce its legend with each button */}
      <div className={`${classes.group} ${error ? classes.invalid : ''}`} role="group" aria-label={label}>
        <button
          type="button"
          className={classes.step}
          aria-label={t('ui.stepper.less')}
          aria-disabled={value === 0}
          onClick={() => step(-1)}
        >
          <IconMinus size="1.25rem" aria-hidden />
        </button>
        <input
          id={id}
          className={classes.input}
          role="spinbutton"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-valuenow={value}
          aria-valuemin={0}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setText(String(value))}
          onKeyDown={press}
        />
        <button type="button" className={classes.step} aria-label={t('ui.stepper.more')} onClick={() => step(1)}>
          <IconPlus size="1.25rem" aria-hidden />
        </button>
      </div>
      {error && (
        <span id={`${id}-error`} className={classes.error}>
          {error}
        </span>
      )}
    </div>
  )
}
