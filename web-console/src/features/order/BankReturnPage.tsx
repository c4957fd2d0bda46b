import { Navigate } from '@tanstack/react-router'
import { pageBeforeBank } from '../../lib/bank'
import { paths } from '../../lib/paths'

/** Where the bank leads back to: the page that was left for it, in the same tab; else home, which shows what is pending. */
export function BankReturnPage() {
  return <Navigate to={pageBeforeBank() ?? paths.home()} replace />
}
