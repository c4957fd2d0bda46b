import { createContext, type ReactNode, use } from 'react'
import { Refused } from '../ui/states'

/** Who uses the console, as far as the vendor's pages ask. */
export interface Person {
  name: string
  operator: boolean
  representative: boolean
}

export const PersonContext = createContext<Person | null>(null)

export function usePerson() {
  return use(PersonContext)
}

/** Whether a person is of the vendor: an operator, or a representative. */
export function isVendor(person: Person | null) {
  return Boolean(person?.operator || person?.representative)
}

/** Shows a page of the vendor's to the vendor's people, or to its operators alone. */
export function ForVendor({ operator = false, children }: { operator?: boolean; children: ReactNode }) {
  const person = usePerson()
  if (!person) return null
  return (operator ? person.operator : isVendor(person)) ? children : <Refused people={null} />
}
