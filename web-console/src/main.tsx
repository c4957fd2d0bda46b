import '@mantine/core/styles.css'
import './ui/theme.css'
import './ui/layout.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { startingLocale } from './lib/locale'
import { messagesOf } from './lib/messages'
import { lendNonceToLibraries } from './lib/nonce'

lendNonceToLibraries()

const root = document.getElementById('root')
const locale = startingLocale()

messagesOf(locale).then((messages) => {
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <App locale={locale} messages={messages} />
    </StrictMode>,
  )
})
