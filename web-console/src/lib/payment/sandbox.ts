import type { PaymentForm, PaymentFormLanguage, Tokenized } from './form'

/** The published test numbers, and the published token that each stands for. Nothing else is a card here. */
export const testCards: Readonly<Record<string, string>> = {
  '4242424242424242': 'sandbox_success',
  '5555555555554444': 'sandbox_success_mastercard',
  '4000000000009995': 'sandbox_insufficient_funds',
  '4000000000000069': 'sandbox_expired_card',
  '4000000000009979': 'sandbox_stolen_card',
  '4000000000000002': 'sandbox_do_not_honor',
  '4000002500003155': 'sandbox_authentication_required',
  '4000000000000077': 'sandbox_slow',
  '4000000000000259': 'sandbox_timeout_after_charge',
  '4000000000000341': 'sandbox_late',
  '4000000000000358': 'sandbox_late_decline',
  '4000000000001976': 'sandbox_twice',
  '4000000000005126': 'sandbox_unknown_for_an_hour',
}

/** Turns a test number into its token inside the browser; any other number is refused and goes nowhere. */
export function tokenOf(number: string, expiry: string, code: string, now: Date): Tokenized {
  const digits = number.replace(/[\s-]/g, '')
  const date = /^\s*(\d{1,2})\s*\/\s*(\d{2})\s*$/.exec(expiry)
  if (!digits || !date || !/^\d{3,4}$/.test(code.trim())) return { error: 'incomplete' }
  const token = testCards[digits]
  if (!token) return { error: 'not-a-test-number' }
  const [month, year] = [Number(date[1]), 2000 + Number(date[2])]
  if (month < 1 || month > 12) return { error: 'incomplete' }
  return new Date(year, month, 1) <= now ? { error: 'expired' } : { token }
}

export function createForm(): PaymentForm {
  let fields: HTMLInputElement[] = []
  let typed: string[] = []
  return {
    mount(element, language, onEdit) {
      fields = build(element, language)
      fields.forEach((field, at) => {
        field.value = typed[at] ?? ''
      })
      element.addEventListener('input', onEdit)
      return () => {
        typed = fields.map((field) => field.value)
        fields = []
        element.removeEventListener('input', onEdit)
        element.replaceChildren()
      }
    },
    tokenize() {
      const [number = '', expiry = '', code = ''] = fields.map((field) => field.value)
      return Promise.resolve(tokenOf(number, expiry, code, new Date()))
    },
  }
}

function build(element: HTMLElement, language: PaymentFormLanguage) {
  const number = field(language.number, 'cc-number', language.numberHint)
  const expiry = field(language.expiry, 'cc-exp')
  const code = field(language.code, 'cc-csc')
  element.replaceChildren(number.group, expiry.group, code.group)
  return [number.input, expiry.input, code.input]
}

function field(name: string, autocomplete: AutoFill, hint?: string) {
  const group = document.createElement('div')
  const label = document.createElement('label')
  const input = document.createElement('input')
  input.id = `sandbox-${autocomplete}`
  input.inputMode = 'numeric'
  input.autocomplete = autocomplete
  label.htmlFor = input.id
  label.textContent = name
  group.dataset.field = autocomplete
  group.append(label, input)
  if (hint) {
    const note = document.createElement('small')
    note.id = `${input.id}-hint`
    note.textContent = hint
    input.setAttribute('aria-describedby', note.id)
    group.append(note)
  }
  return { group, input }
}
