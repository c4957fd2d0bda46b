import { Link } from '@tanstack/react-router'
import classes from './LinkTabs.module.css'

export interface LinkTab {
  label: string
  to: string
  open: boolean
}

/** Views of one page, each with an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          to={tab.to}
          replace
          resetScroll={false}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={tab.open ? 'page' : 'false'}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
