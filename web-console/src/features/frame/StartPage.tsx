import { Navigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Loaded } from '../../lib/Loaded'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { isVendor } from '../../lib/viewer'
import { Empty } from '../../ui/states'
import { personOf } from './FramePage'
import { Start } from './frame.graphql'
import { lastAccount } from './lastAccount'
import { VendorFrame } from './VendorFrame'

/** `/` leads to the last account that was open, else to the first that the person may see. */
export function StartPage() {
  const t = useText()
  const last = lastAccount()
  const query = useQuery({ query: Start, variables: { last: last ?? '', known: last !== null } })
  return (
    <Loaded query={query} skeleton={[4, 12]} title="Puesto">
      {({ viewer, account, accounts }) => {
        if (isVendor(personOf(viewer))) return <Navigate to={paths.opsAccounts()} replace />
        const open = account ?? accounts.nodes[0]
        if (open) return <Navigate to={paths.account(open.id)} replace />
        return (
          <VendorFrame>
            <Page title="Puesto">
              <Empty title={t('frame.noAccounts')} />
            </Page>
          </VendorFrame>
        )
      }}
    </Loaded>
  )
}
