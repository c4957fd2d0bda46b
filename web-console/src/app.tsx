import { MantineProvider } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Provider } from 'urql'
import { SessionDialog } from './features/frame/SessionDialog'
import { createClient } from './lib/client'
import { keepLocale, type Locale } from './lib/locale'
import { messagesOf } from './lib/messages'
import { styleNonce } from './lib/nonce'
import { TextProvider } from './lib/text'
import { router } from './routes'
import { cssVariables, theme } from './ui/theme'

type Catalog = Record<string, string>

export function App(props: { locale: Locale; messages: Catalog }) {
  const [language, setLanguage] = useState(props)
  const client = useMemo(() => createClient(language.locale), [language.locale])
  const change = useCallback(async (locale: Locale) => {
    keepLocale(locale)
    setLanguage({ locale, messages: await messagesOf(locale) })
  }, [])

  useEffect(() => {
    document.documentElement.lang = language.locale
  }, [language.locale])

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <TextProvider locale={language.locale} messages={language.messages} change={change}>
        <Provider value={client}>
          <RouterProvider router={router} />
          <SessionDialog />
        </Provider>
      </TextProvider>
    </MantineProvider>
  )
}
