import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, use, useEffect, useRef } from 'react'
import { AccountContext } from './account'
import classes from './Page.module.css'
import { useText } from './text'

export interface Crumb {
  label: string
  path: string
}

let focusedPath: string | undefined

/** A page's frame of its own: title, breadcrumb from level two on, and the focus on its heading after a navigation. */
export function Page(props: {
  title: string
  lead?: ReactNode
  crumbs?: readonly Crumb[]
  /** Of the page's dates: named once, here. */
  zone?: string
  actions?: ReactNode
  children: ReactNode
}) {
  const t = useText()
  const account = use(AccountContext)
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useRouterState({ select: (state) => (state.status === 'idle' ? state.location.pathname : undefined) })

  useEffect(() => {
    document.title = [props.title, account?.name, 'Puesto'].filter(Boolean).join(' · ')
  }, [props.title, account?.name])

  useEffect(() => {
    if (path === undefined) return
    if (focusedPath !== undefined && focusedPath !== path) heading.current?.focus({ preventScroll: true })
    focusedPath = path
  }, [path])

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          {props.crumbs && (
            <nav aria-label={t('lib.breadcrumb')}>
              <ol className={classes.crumbs}>
                {props.crumbs.map((crumb) => (
                  <li key={crumb.path}>
                    <Link to={crumb.path}>{crumb.label}</Link>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.lead && <div className={classes.lead}>{props.lead}</div>}
          {props.zone && <p className="muted small">{t('ui.zone', { zone: props.zone })}</p>}
        </div>
        {props.actions}
      </header>
      {props.children}
    </div>
  )
}
