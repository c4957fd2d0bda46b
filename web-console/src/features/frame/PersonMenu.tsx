import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { csrfHeader } from '../../lib/client'
import { locales } from '../../lib/locale'
import { paths } from '../../lib/paths'
import { useLanguage, useText } from '../../lib/text'
import classes from './Frame.module.css'

const schemes = ['light', 'dark', 'auto'] as const

/** Language, colours and the way out. */
export function PersonMenu({ viewer }: { viewer: string }) {
  const t = useText()
  const { locale, change } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width="16rem" withinPortal={false}>
      <Menu.Target>
        <Button variant="subtle" px="sm" aria-label={t('frame.person', { name: viewer })}>
          <span className={`${classes.account} ${classes.person}`}>{viewer.split('@')[0]}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('frame.language')}</Menu.Label>
        {locales.map((each) => (
          <Menu.Item key={each} lang={each} aria-current={each === locale || undefined} onClick={() => change(each)}>
            {t(`frame.language.${each}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('frame.scheme')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            aria-current={scheme === colorScheme || undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`frame.scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{t('frame.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Ends the session here, then at the issuer, whose page leads back. */
async function signOut() {
  const answer = await fetch(paths.signOut(), { method: 'POST', headers: csrfHeader })
  const { location: next } = (await answer.json()) as { location: string }
  location.assign(next)
}
