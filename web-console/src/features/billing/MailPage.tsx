import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { OneMailQuery } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { styleNonce } from '../../lib/nonce'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import { OneMail } from './billing.graphql'
import classes from './Mail.module.css'
import { mailStatus } from './mailStatus'

const route = getRouteApi('/a/$account/mails/$mail')

/** A mail as it was written, whether or not it could be sent. */
export function MailPage() {
  const t = useText()
  const can = useCan()
  const account = useAccount()
  const { mail: id } = route.useParams()
  const query = useKept(useQuery({ query: OneMail, variables: { mail: id }, pause: !can('READ_BILLING') }))
  return (
    <Page
      title={query[0].data?.mail?.subject ?? t('billing.mail')}
      crumbs={[{ label: t('billing.mails'), path: paths.mails(account.id) }]}
      zone={account.timeZone}
    >
      <Needs permission="READ_BILLING">
        <Loaded query={query} skeleton={[4, 24]}>
          {({ mail }) => (mail ? <Mail mail={mail} /> : <Empty title={t('ui.missing.text')} />)}
        </Loaded>
      </Needs>
    </Page>
  )
}

function Mail({ mail }: { mail: NonNullable<OneMailQuery['mail']> }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return (
    <article className="stack">
      <dl className="terms">
        <dt>{t('billing.mail.recipient')}</dt>
        <dd>{mail.recipient}</dd>
        <dt>{t('billing.column.date')}</dt>
        <dd>{formats.moment(mail.sentAt ?? mail.createdAt, account.timeZone)}</dd>
        <dt>{t('billing.state')}</dt>
        <dd>
          <Status kind={mailStatus[mail.state]}>{t(`billing.mail.${mail.state}`)}</Status>
        </dd>
      </dl>
      <Letter title={mail.subject} html={mail.html} />
    </article>
  )
}

/** The mail's own document, in a frame that runs no script; as tall as it is. */
function Letter({ title, html }: { title: string; html: string }) {
  const [height, setHeight] = useState<number>()
  const styled = html.replaceAll('<style>', `<style nonce="${styleNonce()}">`)
  return (
    <iframe
      className={classes.letter}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={styled}
      style={{ height }}
      onLoad={(event) => setHeight(event.currentTarget.contentDocument?.documentElement.scrollHeight)}
    />
  )
}
