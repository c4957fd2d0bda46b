import { use, useMemo } from 'react'
import type { Permission } from '../../gql/graphql'
import { AccountContext, useCan } from '../../lib/account'
import { paths } from '../../lib/paths'
import type { TextId } from '../../lib/textId'
import { isVendor, usePerson } from '../../lib/viewer'

/** A page of an account: its text, address, what it takes to see it, and the key after `g`. */
interface MenuEntry {
  text: TextId
  path: (account: string) => string
  permission: Permission
  key: string
  /** It stands in the bar, not in the rail. */
  bar?: true
}

/** The pages, in the order of reading; a page that does not exist has no entry. */
const menu: readonly MenuEntry[] = [
  { text: 'frame.menu.home', path: paths.account, permission: 'READ_ACCOUNT', key: 'h' },
  { text: 'frame.cart', path: paths.cart, permission: 'BUY', key: 'c', bar: true },
  { text: 'frame.menu.users', path: (account) => paths.users(account), permission: 'READ_SEATS', key: 'u' },
  { text: 'frame.menu.orders', path: (account) => paths.orders(account), permission: 'READ_BILLING', key: 'o' },
  { text: 'frame.menu.documents', path: (account) => paths.documents(account), permission: 'READ_BILLING', key: 'i' },
  { text: 'frame.menu.mails', path: (account) => paths.mails(account), permission: 'READ_BILLING', key: 'm' },
  { text: 'frame.menu.balance', path: (account) => paths.balance(account), permission: 'READ_BILLING', key: 'b' },
  {
    text: 'frame.menu.paymentMethods',
    path: (account) => paths.paymentMethods(account),
    permission: 'READ_BILLING',
    key: 'p',
  },
  { text: 'frame.menu.taxIds', path: (account) => paths.taxIds(account), permission: 'READ_BILLING', key: 't' },
  { text: 'frame.menu.settings', path: (account) => paths.settings(account), permission: 'READ_BILLING', key: 's' },
]

/** What the vendor's people have beside an account's pages; the catalog is the operators'. */
const vendorMenu: readonly { text: TextId; path: string; operator: boolean }[] = [
  { text: 'frame.menu.opsAccounts', path: paths.opsAccounts(), operator: false },
  { text: 'frame.menu.opsRequests', path: paths.opsRequests(), operator: false },
  { text: 'frame.menu.opsCatalog', path: paths.opsCatalog(), operator: true },
]

/** A page that the person may open from here. */
export interface Place {
  text: TextId
  to: string
  key?: string
  bar?: true | undefined
}

/** The open account's pages that the person may see, and what the vendor's people have beside them. */
export function usePlaces(): readonly Place[] {
  const account = use(AccountContext)
  const can = useCan()
  const person = usePerson()
  return useMemo(() => {
    const own = account ? menu.filter((entry) => can(entry.permission)) : []
    const vendor = vendorMenu.filter((entry) => (entry.operator ? person?.operator : isVendor(person)))
    return [
      ...own.map(({ text, path, key, bar }) => ({ text, to: path(account?.id ?? ''), key, bar })),
      ...vendor.map(({ text, path }) => ({ text, to: path })),
    ]
  }, [account, can, person])
}
