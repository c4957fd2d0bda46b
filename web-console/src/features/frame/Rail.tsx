import { Link, useLocation } from '@tanstack/react-router'
import { use } from 'react'
import { AccountContext, useCan } from '../../lib/account'
import { useText } from '../../lib/text'
import classes from './Frame.module.css'
import { menu } from './menu'

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
  if (!account) return null
  const entries = menu.filter((entry) => can(entry.permission))
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.text}>
          <Link
            to={entry.path(account.id)}
            className={classes.entry}
            aria-current={isOpen(path, entry.path(account.id), account.id) ? 'page' : undefined}
            onClick={onFollow}
          >
            {t(entry.text)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function isOpen(path: string, entry: string, account: string) {
  const open = decodeURIComponent(path)
  const target = decodeURIComponent(entry)
  return target === `/a/${account}` ? open === target : open === target || open.startsWith(`${target}/`)
}
