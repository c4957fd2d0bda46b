import type { Permission } from '../../gql/graphql'
import { paths } from '../../lib/paths'

/** One line of the rail: the page's text, address, what it takes to see it, and the key after `g`. */
export interface MenuEntry {
  text: string
  path: (account: string) => string
  permission: Permission
  key?: string
}

/** The rail, in the order of reading; a page that does not exist has no entry. */
export const menu: readonly MenuEntry[] = [
  { text: 'frame.menu.home', path: paths.account, permission: 'READ_ACCOUNT', key: 'h' },
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
export const vendorMenu: readonly { text: string; path: string; operator: boolean }[] = [
  { text: 'frame.menu.opsAccounts', path: paths.opsAccounts(), operator: false },
  { text: 'frame.menu.opsRequests', path: paths.opsRequests(), operator: false },
  { text: 'frame.menu.opsCatalog', path: paths.opsCatalog(), operator: true },
]
