import { Link, useLocation } from '@tanstack/react-router'
import { use } from 'react'
import { AccountContext, useCan } from '../../lib/account'
import { useText } from '../../lib/text'
import { isVendor, usePerson } from '../../lib/viewer'
import classes from './Frame.module.css'
import { menu, vendorMenu } from './menu'

export function Rail() {
  const t = useText()
  return (
    <nav className={classes.rail} aria-label={t('frame.menu')}>
      <MenuLinks />
    </nav>
  )
}

/** The pages that the person may see; the same list in the rail and in the drawer. */
export function MenuLinks({ onFollow }: { onFollow?: () => void }) {
  const t = useText()
  const account = use(AccountContext)
  const can = useCan()
  const path = useLocation({ select: (location) => location.pathname })
  const person = usePerson()
  const vendor = vendorMenu.filter((entry) => (entry.operator ? person?.operator : isVendor(person)))
  const entries = account ? menu.filter((entry) => can(entry.permission)) : []
  const all = [
    ...entries.map((entry) => ({ text: entry.text, to: entry.path(account?.id ?? '') })),
    ...vendor.map(({ text, path }) => ({ text, to: path })),
  ]
  return (
    <ul>
      {all.map(({ text, to }) => (
        <li key={text}>
          <Link
            to={to}
            activeOptions={{ exact: true }}
            className={classes.entry}
            aria-current={isOpen(path, to, account?.id) ? 'page' : 'false'}
            onClick={onFollow}
          >
            {t(text)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function isOpen(path: string, entry: string, account: string | undefined) {
  const open = decodeURIComponent(path)
  const target = decodeURIComponent(entry)
  return target === `/a/${account}` ? open === target : open === target || open.startsWith(`${target}/`)
}
