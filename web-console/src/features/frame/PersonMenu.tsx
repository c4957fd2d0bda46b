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
        <Button variant="subtle" aria-label={t('frame.person', { name: viewer })}>
          <span className={classes.account}>{viewer.split('@')[0]}</span>
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

/** A form, not a fetch: the answer leads through the issuer's own sign-out. */
function signOut() {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = paths.signOut()
  const token = document.createElement('input')
  token.type = 'hidden'
  token.name = '_csrf'
  token.value = csrfHeader()['X-XSRF-TOKEN'] ?? ''
  form.append(token)
  document.body.append(form)
  form.submit()
}
