import { Navigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Loaded } from '../../lib/Loaded'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { isVendor } from '../../lib/viewer'
import { Empty } from '../../ui/states'
import { personOf } from './FramePage'
import { Accounts } from './frame.graphql'
import { lastAccount } from './lastAccount'

/** `/` leads to the last account that was open, else to the first that the person may see. */
export function StartPage() {
  const t = useText()
  const query = useQuery({ query: Accounts, variables: { first: 100 } })
  return (
    <Loaded query={query} skeleton={[4, 12]} title="Puesto">
      {({ viewer, accounts }) => {
        if (isVendor(personOf(viewer))) return <Navigate to={paths.opsAccounts()} replace />
        const last = accounts.nodes.find((account) => account.id === lastAccount()) ?? accounts.nodes[0]
        if (last) return <Navigate to={paths.account(last.id)} replace />
        return (
          <Page title="Puesto">
            <Empty title={t('frame.noAccounts')} />
          </Page>
        )
      }}
    </Loaded>
  )
}
