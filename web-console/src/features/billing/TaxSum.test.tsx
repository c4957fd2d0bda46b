import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TextProvider } from '../../lib/text'
import uiTexts from '../../ui/es.json'
import { Sums } from '../../ui/QuoteLines'
import { TaxSum } from './DocumentPage'
import texts from './es.json'

const tax = {
  group: { country: 'GB', rateBasisPoints: 2000, treatment: 'STANDARD' as const },
  net: { amount: '1000.00', currency: 'EUR' },
  tax: { amount: '200.00', currency: 'EUR' },
}
const stated = { rate: '0.84120', rateDate: '2026-03-15', source: 'HMRC', tax: { amount: '168.24', currency: 'GBP' } }

function shown(of: Parameters<typeof TaxSum>[0]['tax']) {
  const { container } = render(
    <MantineProvider>
      <TextProvider locale="es" change={() => {}} messages={{ ...uiTexts, ...texts }}>
        <Sums>
          <TaxSum tax={of} />
        </Sums>
      </TextProvider>
    </MantineProvider>,
  )
  return (container.querySelector('dl')?.textContent ?? '').replaceAll('\u00a0', ' ')
}

test('states the tax in the taxing country’s currency, with rate, day and source', () => {
  expect(shown({ ...tax, stated })).toBe(
    'Impuesto GB 20 %200,00 €Ese impuesto en la moneda del país (libra esterlina)168,24 £' +
      '1 EUR = 0,84120 GBP, según HMRC, el 15 de marzo de 2026',
  )
})

test('states nothing where the document is in that currency', () => {
  expect(shown({ ...tax, stated: null })).toBe('Impuesto GB 20 %200,00 €')
})
