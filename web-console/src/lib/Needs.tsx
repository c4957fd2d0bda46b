import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import type { ContactRole, Permission } from '../gql/graphql'
import { Refused } from '../ui/states'
import { useAccount, useCan } from './account'
import { Loaded } from './Loaded'
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
  const query = useQuery({ query: People, variables: { account: account.id } })
  const roles = permission === 'ASSIGN_SEATS' || permission === 'READ_SEATS' ? seaters : buyers
  return (
    <Loaded query={query} skeleton={[4]}>
      {(data) => {
        const people = data.account?.contacts.nodes ?? []
        const names = people.filter((each) => each.roles.some((role) => roles.includes(role))).map((each) => each.name)
        return <Refused people={names.length > 0 ? formats.list(names) : null} count={names.length} />
      }}
    </Loaded>
  )
}
