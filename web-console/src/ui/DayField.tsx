import '@mantine/dates/styles.css'
import 'dayjs/locale/es'
import { DateInput } from '@mantine/dates'
import { useLanguage, useText } from '../lib/text'
import classes from './DayField.module.css'
import { dayOf, dayText } from './day'

/** A calendar day, typed or picked, in the page's language whatever the browser's; empty is any. */
export function DayField(props: {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}) {
  const t = useText()
  const { locale } = useLanguage()
  return (
    <DateInput
      label={props.label}
      value={props.value ?? null}
      onChange={(day) => props.onChange(day ?? undefined)}
      locale={locale}
      valueFormat={dayText}
      dateParser={dayOf}
      placeholder={t('ui.day.format')}
      clearable
      clearButtonProps={{ 'aria-label': t('ui.day.clear'), tabIndex: 0 }}
      previousLabel={t('ui.day.previous')}
      nextLabel={t('ui.day.next')}
      ariaLabels={{ monthLevelControl: t('ui.day.month'), yearLevelControl: t('ui.day.year') }}
      weekendDays={[]}
      popoverProps={{ withinPortal: false, zIndex: 4, classNames: { dropdown: classes.dropdown } }}
    />
  )
}
