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
]
