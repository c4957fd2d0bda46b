import type { MailState } from '../../gql/graphql'
import type { StatusKind } from '../../ui/Status'

export const mailStatus: Record<MailState, StatusKind> = {
  SENT: 'good',
  KEPT: 'neutral',
  QUEUED: 'neutral',
  FAILED: 'bad',
}
