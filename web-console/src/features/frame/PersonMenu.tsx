import { Button, CloseButton, Menu, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMutation } from 'urql'
import { csrfHeader, watchedFetch } from '../../lib/client'
import { failureOf } from '../../lib/failure'
import { type Locale, locales } from '../../lib/locale'
import { paths } from '../../lib/paths'
import { useLanguage, useText } from '../../lib/text'
import { Status } from '../../ui/Status'
import classes from './Frame.module.css'
import { KeepLocale } from './person.graphql'

const schemes = ['light', 'dark', 'auto'] as const

/** Language, colours and the way out. */
export function PersonMenu({ viewer, onShortcuts }: { viewer: string; onShortcuts: () => void }) {
  const t = useText()
  const { locale, change } = useLanguage()
  const [problem, setProblem] = useState<string>()
  const [, keep] = useMutation(KeepLocale)
  const speak = async (chosen: Locale) => {
    const { data, error } = await keep({ locale: chosen })
    const refusal =
      data?.setViewerLocale.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
    setProblem(refusal)
    if (!refusal) change(chosen)
  }
  const leave = async () => {
    const next = await signOut()
    if (next) location.assign(next)
    else setProblem(t('frame.signOut.failed'))
  }
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu position="bottom-end" width="16rem" withinPortal={false}>
        <Menu.Target>
          <Button
            variant="subtle"
            px="sm"
            className={classes.person}
            rightSection={<span className={classes.caret} />}
            aria-label={t('frame.person', { name: viewer })}
          >
            <span className={`${classes.account} ${classes.wide}`}>{viewer}</span>
            <span className={classes.narrow}>{initials(viewer)}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label className={classes.whose}>{viewer}</Menu.Label>
          <Menu.Divider />
          <Menu.Label>{t('frame.language')}</Menu.Label>
          {locales.map((each) => (
            <Menu.Item
              key={each}
              lang={each}
              aria-current={each === locale || undefined}
              className={classes.choice}
              onClick={() => speak(each)}
            >
              {t(`frame.language.${each}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('frame.scheme')}</Menu.Label>
          {schemes.map((scheme) => (
            <Menu.Item
              key={scheme}
              aria-current={scheme === colorScheme || undefined}
              className={classes.choice}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`frame.scheme.${scheme}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={onShortcuts}>{t('frame.keys')}</Menu.Item>
          <Menu.Item component={Link} {...{ to: paths.api() }}>
            {t('frame.menu.api')}
          </Menu.Item>
          <Menu.Item onClick={leave}>{t('frame.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {problem && (
        <div role="alert" className={classes.problem}>
          <Status kind="bad">{problem}</Status>
          <CloseButton aria-label={t('ui.close')} onClick={() => setProblem(undefined)} />
        </div>
      )}
    </>
  )
}

function initials(name: string) {
  const words = name.split(/[\s.@-]+/).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toLocaleUpperCase())
    .join('')
}

/** Ends the session here; answers with the issuer's page, which ends it there and leads back. */
async function signOut(): Promise<string | undefined> {
  try {
    const answer = await watchedFetch(paths.signOut(), { method: 'POST', headers: csrfHeader })
    const { location } = (await answer.json()) as { location?: string }
    return location
  } catch {
    return undefined
  }
}
