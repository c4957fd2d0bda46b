import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { OneDocumentQuery, PartyFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { isZero } from '../../lib/money'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { Amount } from '../../ui/Amount'
import { Sum, Sums } from '../../ui/QuoteLines'
import { Empty } from '../../ui/states'
import { OneDocument } from './billing.graphql'
import classes from './Document.module.css'
import { DocumentStatus } from './documentStatus'

const route = getRouteApi('/a/$account/documents/$document')

type ShownDocument = NonNullable<OneDocumentQuery['document']>
type Line = ShownDocument['lines'][number]

/** An invoice or a credit note, as on paper; only it is printed. */
export function DocumentPage() {
  const t = useText()
  const can = useCan()
  const account = useAccount()
  const { document: id } = route.useParams()
  const query = useKept(useQuery({ query: OneDocument, variables: { document: id }, pause: !can('READ_BILLING') }))
  const shown = query[0].data?.document
  return (
    <Page
      title={shown ? `${t(`billing.type.${shown.__typename}`)} ${shown.number}` : t('billing.document')}
      crumbs={[{ label: t('billing.documents'), path: paths.documents(account.id) }]}
      actions={shown && <Button onClick={() => window.print()}>{t('billing.print')}</Button>}
    >
      <Needs permission="READ_BILLING">
        <Loaded query={query} skeleton={[40]}>
          {({ document }) => (document ? <Paper document={document} /> : <Empty title={t('ui.missing.text')} />)}
        </Loaded>
      </Needs>
    </Page>
  )
}

function Paper({ document }: { document: ShownDocument }) {
  return (
    <article className={`paper ${classes.paper}`}>
      <Head document={document} />
      <Lines document={document} />
      <Totals document={document} />
    </article>
  )
}

function Head({ document }: { document: ShownDocument }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return (
    <header className={classes.head}>
      <Party label={t('billing.seller')} party={document.seller} />
      <Party label={t('billing.buyer')} party={document.buyer} />
      <dl className={classes.facts}>
        <dt>{t('billing.column.number')}</dt>
        <dd>{document.number}</dd>
        <dt>{t('billing.column.issued')}</dt>
        <dd>{formats.date(document.issueDate)}</dd>
        {document.__typename === 'Invoice' && (
          <>
            <dt>{t('billing.dueDate')}</dt>
            <dd>{formats.date(document.dueDate)}</dd>
            <dt>{t('billing.settled')}</dt>
            <dd>
              <DocumentStatus document={document} />
            </dd>
          </>
        )}
        {document.purchaseOrderNumber && (
          <>
            <dt>{t('billing.purchaseOrder')}</dt>
            <dd>{document.purchaseOrderNumber}</dd>
          </>
        )}
        {document.orderId && (
          <>
            <dt className={classes.screen}>{t('billing.column.order')}</dt>
            <dd className={classes.screen}>
              <Link to={paths.order(account.id, document.orderId)}>{t('billing.showOrder')}</Link>
            </dd>
          </>
        )}
      </dl>
    </header>
  )
}

function Party({ label, party }: { label: string; party: PartyFragment }) {
  const t = useText()
  return (
    <address className={classes.party}>
      <span className="muted small">{label}</span>
      <span className="strong">{party.name}</span>
      <span>{party.line1}</span>
      {party.line2 && <span>{party.line2}</span>}
      <span>
        {party.postalCode} {party.city}
      </span>
      <span>{party.country}</span>
      {party.taxId && <span>{t('billing.taxId', { number: party.taxId })}</span>}
    </address>
  )
}

function Lines({ document }: { document: ShownDocument }) {
  const t = useText()
  return (
    <table className={classes.lines}>
      <caption className="visually-hidden">{t('billing.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('billing.column.description')}</th>
          <th scope="col" className={classes.number}>
            {t('billing.column.seats')}
          </th>
          <th scope="col" className={classes.number}>
            {t('billing.column.taxRate')}
          </th>
          <th scope="col" className={classes.number}>
            {t('billing.column.net')}
          </th>
        </tr>
      </thead>
      <tbody>
        {document.lines.map((line) => (
          <DocumentLine key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function DocumentLine({ line }: { line: Line }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return (
    <tr>
      <td>
        <span className="stack-tight">
          <span className="strong">{line.description}</span>
          {line.sentence && <span className="muted">{line.sentence}</span>}
          {line.correctsInvoiceId && (
            <span>
              {t('billing.corrects')}{' '}
              <Link to={paths.document(account.id, line.correctsInvoiceId)}>{line.correctsInvoiceNumber}</Link>
            </span>
          )}
        </span>
      </td>
      <td className={classes.number} data-label={t('billing.column.seats')}>
        {formats.number(line.seats)}
      </td>
      <td className={classes.number} data-label={t('billing.column.taxRate')}>
        <Rate group={line.taxGroup} />
      </td>
      <td className={classes.number} data-label={t('billing.column.net')}>
        <Amount money={line.net} />
      </td>
    </tr>
  )
}

function Rate({ group }: { group: Line['taxGroup'] }) {
  const t = useText()
  if (group.treatment !== 'STANDARD') return <>{t(`billing.treatment.${group.treatment}`)}</>
  return <>{t('billing.rate', { rate: group.rateBasisPoints / 10_000 })}</>
}

function Totals({ document }: { document: ShownDocument }) {
  const t = useText()
  const credit = document.__typename === 'CreditNote'
  return (
    <div className={classes.totals}>
      <Sums>
        <Sum label={t('billing.column.net')} money={document.net} />
        {document.taxes.map((tax) => (
          <TaxSum key={`${tax.group.country} ${tax.group.treatment} ${tax.group.rateBasisPoints}`} tax={tax} />
        ))}
        <Sum label={t(credit ? 'billing.credited' : 'billing.column.total')} money={document.total} due />
        {document.__typename === 'Invoice' && <Settled settlement={document.settlement} />}
      </Sums>
    </div>
  )
}

/** A group's tax; where its country has another currency, what it is there, and by which rate. */
export function TaxSum({ tax }: { tax: ShownDocument['taxes'][number] }) {
  const t = useText()
  const formats = useFormats()
  const { stated } = tax
  const label = (
    <>
      {t('billing.tax', { country: tax.group.country })} <Rate group={tax.group} />
    </>
  )
  if (!stated) return <Sum label={label} money={tax.tax} />
  const rate = {
    from: tax.tax.currency,
    to: stated.tax.currency,
    rate: formats.decimal(stated.rate),
    source: stated.source,
    date: formats.date(stated.rateDate),
  }
  return (
    <>
      <Sum label={label} money={tax.tax} />
      <Sum
        label={t('billing.stated', { currency: formats.currency(stated.tax.currency) })}
        money={stated.tax}
        notes={[t('billing.stated.rate', rate)]}
      />
    </>
  )
}

function Settled({ settlement }: { settlement: Extract<ShownDocument, { __typename?: 'Invoice' }>['settlement'] }) {
  const t = useText()
  return (
    <>
      {!isZero(settlement.credited) && <Sum label={t('billing.creditedPart')} money={settlement.credited} credit />}
      <Sum label={t('billing.paid')} money={settlement.paid} />
      <Sum label={t('billing.open')} money={settlement.open} />
    </>
  )
}
