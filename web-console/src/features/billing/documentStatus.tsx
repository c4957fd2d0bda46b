import type { DocumentRowFragment, SettlementState } from '../../gql/graphql'
import { useText } from '../../lib/text'
import { Status, type StatusKind } from '../../ui/Status'

const kinds: Record<SettlementState, StatusKind> = { OPEN: 'warn', PAID: 'good', UNCOLLECTIBLE: 'bad' }

/** Whether an invoice is paid; a credit note only is what it is. */
export function DocumentStatus({
  document,
}: {
  document: Pick<DocumentRowFragment, '__typename'> & { settlement?: { state: SettlementState } }
}) {
  const t = useText()
  if (!document.settlement) return <span className="muted">{t('billing.settled.credit')}</span>
  const { state } = document.settlement
  return <Status kind={kinds[state]}>{t(`billing.settled.${state}`)}</Status>
}
