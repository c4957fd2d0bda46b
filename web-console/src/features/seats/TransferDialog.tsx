import { Button, Modal } from '@mantine/core'
import { useRef, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import type { SeatOfFragment, UsersWithoutSeatQuery } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { Loaded } from '../../lib/Loaded'
import { useText } from '../../lib/text'
import { SearchField } from '../../ui/SearchField'
import { Status } from '../../ui/Status'
import type { SeatRow } from './rows'
import type { SeatedSubscription } from './SeatedSubscription'
import classes from './Seats.module.css'
import { TransferSeat, UsersWithoutSeat } from './seats.graphql'

interface TransferProps {
  subscription: SeatedSubscription
  from: SeatRow | undefined
  onClose: () => void
  onDone: (seat: SeatOfFragment) => void
}

/** Gives one user's seat to another who has none. */
export function TransferDialog(props: TransferProps) {
  const t = useText()
  return (
    <Modal
      opened={props.from !== undefined}
      onClose={props.onClose}
      title={props.from && t('seats.transfer.title', { name: props.from.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {props.from && <TransferForm key={props.from.userId} {...props} from={props.from} />}
    </Modal>
  )
}

function TransferForm({ subscription, from, onClose, onDone }: TransferProps & { from: SeatRow }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [to, setTo] = useState<string>()
  const [{ fetching, data, error }, transfer] = useMutation(TransferSeat)
  const key = useRef({ to: '', id: '' })
  const refusal = data?.transferSeat.userErrors[0]?.message ?? (error && t('seats.lost'))

  const submit = async () => {
    if (fetching || !to) return
    if (key.current.to !== to) key.current = { to, id: crypto.randomUUID() }
    const result = await transfer({
      input: {
        subscriptionId: subscription.id,
        from: { id: from.userId },
        to: { id: to },
        idempotencyKey: key.current.id,
      },
    })
    const seat = result.data?.transferSeat.assignment
    if (!seat) return
    onDone(seat)
    onClose()
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <SearchField label={t('seats.transfer.to')} value={search} onSearch={setSearch} />
      <Takers subscription={subscription} search={search} chosen={to} onChoose={setTo} />
      <p className="muted">{t('seats.transfer.effect', { name: from.name })}</p>
      {refusal && (
        <div role="alert">
          <Status kind="bad">{refusal}</Status>
        </div>
      )}
      <div className="row">
        <Button type="submit" aria-disabled={fetching || !to}>
          {t('seats.transfer')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

function Takers(props: {
  subscription: SeatedSubscription
  search: string
  chosen: string | undefined
  onChoose: (user: string) => void
}) {
  const account = useAccount()
  const filter = {
    search: props.search || null,
    status: 'ACTIVE' as const,
    seat: { with: false, productOfSubscriptionId: props.subscription.id },
  }
  const query = useQuery({
    query: UsersWithoutSeat,
    variables: { account: account.id, filter },
    requestPolicy: 'network-only',
  })
  return (
    <Loaded query={query} skeleton={[2.25, 2.25, 2.25]}>
      {(data) => <TakerChoice {...props} users={data.account?.users.nodes ?? []} />}
    </Loaded>
  )
}

type Taker = NonNullable<UsersWithoutSeatQuery['account']>['users']['nodes'][number]

function TakerChoice(props: { users: readonly Taker[]; chosen: string | undefined; onChoose: (user: string) => void }) {
  const t = useText()
  const { users } = props
  if (users.length === 0) return <p className="muted">{t('seats.transfer.nobody')}</p>
  return (
    <fieldset className={classes.takers}>
      <legend className="visually-hidden">{t('seats.transfer.to')}</legend>
      {users.map((user) => (
        <label key={user.id} className={classes.taker}>
          <input
            type="radio"
            name="to"
            value={user.id}
            checked={props.chosen === user.id}
            onChange={() => props.onChoose(user.id)}
          />
          <span className="stack-tight">
            <span>{user.name}</span>
            <span className="muted small">{user.email}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
