import { Link, useLocation } from '@tanstack/react-router'
import { use } from 'react'
import { AccountContext } from '../../lib/account'
import { useText } from '../../lib/text'
import classes from './Frame.module.css'
import { usePlaces } from './menu'

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
  const path = useLocation({ select: (location) => location.pathname })
  const places = usePlaces().filter((place) => !place.bar)
  return (
    <ul>
      {places.map(({ text, to }) => (
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
