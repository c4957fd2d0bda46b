import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMutation, useQuery } from 'urql'
import type { RequestViewFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { Note, Status } from '../../ui/Status'
import { ChangeLines } from './ChangeLines'
import { RepresentativeCard } from './RepresentativeCard'
import classes from './Request.module.css'
import { OneRequest, WithdrawRequest } from './request.graphql'

const route = getRouteApi('/a/$account/requests/$request')

/** A request on its way to the representative, and how it stands. */
export function RequestDetailPage() {
  const t = useText()
  const account = useAccount()
  const { request: id } = route.useParams()
  const query = useKept(useQuery({ query: OneRequest, variables: { request: id }, requestPolicy: 'cache-and-network' }))
  const number = query[0].data?.request?.number
  return (
    <Page
      title={number === undefined ? t('request.title.loading') : t('request.title.number', { number })}
      crumbs={[{ label: t('request.home'), path: paths.account(account.id) }]}
    >
      <Needs permission="READ_BILLING">
        <Loaded query={query} skeleton={[5, 8]}>
          {({ request }) => (request ? <Content request={request} /> : <p>{t('ui.missing.text')}</p>)}
        </Loaded>
      </Needs>
    </Page>
  )
}

function Content({ request }: { request: RequestViewFragment }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return (
    <div className={classes.request}>
      <State request={request} />
      <ChangeLines lines={request.lines} />
      {request.note && <blockquote className={classes.note}>{request.note}</blockquote>}
      {request.representative && <RepresentativeCard representative={request.representative} />}
      <p className="muted small">
        {t('request.sent', {
          name: request.contactName,
          date: formats.moment(request.createdAt, account.timeZone),
          zone: account.timeZone,
        })}
      </p>
    </div>
  )
}

function State({ request }: { request: RequestViewFragment }) {
  const t = useText()
  const account = useAccount()
  const can = useCan()
  const [{ fetching, data, error }, withdraw] = useMutation(WithdrawRequest)
  const refusal =
    data?.withdrawRequest.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const kind = request.state === 'CLOSED' ? 'neutral' : request.state === 'QUOTED' ? 'good' : 'neutral'
  return (
    <Note kind={kind} role="status" title={t(`request.state.${request.state}`)}>
      {request.state === 'OPEN' && <p>{t('request.open.text')}</p>}
      {refusal && (
        <p role="alert">
          <Status kind="bad">{refusal}</Status>
        </p>
      )}
      {request.state === 'OPEN' && can('BUY') && (
        <div>
          <Button
            variant="default"
            aria-disabled={fetching}
            onClick={() =>
              !fetching && withdraw({ input: { requestId: request.id, expectedVersion: request.version } })
            }
          >
            {t('request.withdraw')}
          </Button>
        </div>
      )}
      {request.state === 'CLOSED' && can('BUY') && <Link to={paths.cart(account.id)}>{t('request.toCart')}</Link>}
    </Note>
  )
}
