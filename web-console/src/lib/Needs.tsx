import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import type { ContactRole, Permission } from '../gql/graphql'
import { Refused, Skeleton } from '../ui/states'
import { useAccount, useCan } from './account'
import { People } from './people.graphql'
import { useFormats } from './text'

/** Shows a page to whom it is permitted, and to others who of the account can do what it is about. */
export function Needs({ permission, children }: { permission: Permission; children: ReactNode }) {
  const can = useCan()
  return can(permission) ? children : <WhoCan permission={permission} />
}

const buyers: ContactRole[] = ['BILLING_CONTACT']
const seaters: ContactRole[] = ['BILLING_CONTACT', 'SEAT_ADMIN']

function WhoCan({ permission }: { permission: Permission }) {
  const account = useAccount()
  const formats = useFormats()
  const [{ data }] = useQuery({ query: People, variables: { account: account.id } })
  const roles = permission === 'ASSIGN_SEATS' || permission === 'READ_SEATS' ? seaters : buyers
  const people = data?.account?.contacts.nodes.filter((contact) => contact.roles.some((role) => roles.includes(role)))
  if (!data) return <Skeleton heights={[4]} />
  const names = people?.map((contact) => contact.name) ?? []
  return <Refused people={names.length > 0 ? formats.list(names) : null} count={names.length} />
}
