import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMutation } from 'urql'
import { csrfHeader } from '../../lib/client'
import { type Locale, locales } from '../../lib/locale'
import { paths } from '../../lib/paths'
import { useLanguage, useText } from '../../lib/text'
import classes from './Frame.module.css'
import { KeepLocale } from './person.graphql'

const schemes = ['light', 'dark', 'auto'] as const

/** Language, colours and the way out. */
export function PersonMenu({ viewer, onShortcuts }: { viewer: string; onShortcuts: () => void }) {
  const t = useText()
  const { locale, change } = useLanguage()
  const [, keep] = useMutation(KeepLocale)
  const speak = async (chosen: Locale) => {
    await keep({ locale: chosen })
    change(chosen)
  }
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
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
        <Menu.Item onClick={signOut}>{t('frame.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function initials(name: string) {
  const words = name.split(/[\s.@-]+/).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toLocaleUpperCase())
    .join('')
}

/** Ends the session here, then at the issuer, whose page leads back. */
async function signOut() {
  const answer = await fetch(paths.signOut(), { method: 'POST', headers: csrfHeader })
  const { location: next } = (await answer.json()) as { location: string }
  location.assign(next)
}
