import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import type { UserDetailsFragment } from '../../gql/graphql'
import { useAccount, useCan } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { Loaded } from '../../lib/Loaded'
import { Needs } from '../../lib/Needs'
import { Page } from '../../lib/Page'
import { paths } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { useKept } from '../../lib/useKept'
import { Question } from '../../ui/Question'
import { Note, Status } from '../../ui/Status'
import { Empty } from '../../ui/states'
import { UndoBar } from '../../ui/UndoBar'
import { AssignUserSeat, DeactivateUser, OneUser, ReleaseUserSeat, UpdateUser } from './users.graphql'

const route = getRouteApi('/a/$account/users/$user')

/** One user: what is known of them, their seats, and their leaving. */
export function UserPage() {
  const t = useText()
  const account = useAccount()
  const { user: id } = route.useParams()
  const query = useKept(useQuery({ query: OneUser, variables: { account: account.id, user: id } }))
  const user = query[0].data?.account?.user
  return (
    <Page
      title={user?.name ?? t('users.one')}
      crumbs={[{ label: t('users.title'), path: paths.users(account.id) }]}
      lead={user?.email}
      zone={account.timeZone}
    >
      <Needs permission="READ_SEATS">
        <Loaded query={query} skeleton={[12, 10]}>
          {(data) => (data.account?.user ? <User user={data.account.user} /> : <Empty title={t('ui.missing.text')} />)}
        </Loaded>
      </Needs>
    </Page>
  )
}

function User({ user }: { user: UserDetailsFragment }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const can = useCan()
  const active = user.status === 'ACTIVE'
  const editable = can('EDIT_ACCOUNT') && active
  return (
    <>
      {!active && (
        <Note
          kind="neutral"
          title={t('users.deactivated', { date: formats.day(user.deactivatedAt ?? user.invitedAt, account.timeZone) })}
        />
      )}
      <Seats user={user} />
      <section className="stack narrow-form">
        <h2>{t('users.details')}</h2>
        {editable ? <Details key={user.version} user={user} /> : <ReadDetails user={user} />}
      </section>
      {editable && <Leaving user={user} />}
    </>
  )
}

function ReadDetails({ user }: { user: UserDetailsFragment }) {
  const t = useText()
  return (
    <dl className="terms">
      <dt>{t('users.field.name')}</dt>
      <dd>{user.name}</dd>
      <dt>{t('users.field.email')}</dt>
      <dd>{user.email}</dd>
      <dt>{t('users.field.externalId')}</dt>
      <dd>{user.externalId ?? '—'}</dd>
    </dl>
  )
}

type Seated = UserDetailsFragment['assignments'][number]

function Seats({ user }: { user: UserDetailsFragment }) {
  const t = useText()
  const account = useAccount()
  const [released, setReleased] = useState<Seated>()
  const heading = useRef<HTMLHeadingElement>(null)
  const end = () => {
    setReleased(undefined)
    heading.current?.focus()
  }
  return (
    <section className="stack">
      <h2 ref={heading} tabIndex={-1}>
        {t('users.seats')}
      </h2>
      {released && <Released key={released.id} user={user} seat={released} onEnd={end} />}
      {user.assignments.length === 0 ? (
        <Empty title={t('users.seats.none')}>
          {user.status === 'ACTIVE' && <Link to={paths.account(account.id)}>{t('users.seats.choose')}</Link>}
        </Empty>
      ) : (
        <ul className="plain-list rows">
          {user.assignments.map((seat) => (
            <Seat
              key={seat.id}
              user={user}
              seat={seat}
              onReleased={() => {
                setReleased(seat)
                heading.current?.focus()
              }}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Which seat was just taken away, and ten seconds to give it back. */
function Released({ user, seat, onEnd }: { user: UserDetailsFragment; seat: Seated; onEnd: () => void }) {
  const t = useText()
  const [{ fetching, data, error }, assign] = useMutation(AssignUserSeat)
  const refusal = data?.assignSeats.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const giveBack = async () => {
    const result = await assign({ input: seatOf(user, seat) })
    if (result.data?.assignSeats.userErrors.length === 0) onEnd()
  }
  return (
    <UndoBar refusal={refusal} pending={fetching} onUndo={giveBack} onEnd={onEnd}>
      {t('users.seat.released', { product: seat.subscription.product.name })}
    </UndoBar>
  )
}

const seatOf = (user: UserDetailsFragment, seat: Seated) => ({
  subscriptionId: seat.subscription.id,
  userIds: [user.id],
  idempotencyKey: crypto.randomUUID(),
})

function Seat({ user, seat, onReleased }: { user: UserDetailsFragment; seat: Seated; onReleased: () => void }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const can = useCan()
  const [{ fetching, data, error }, release] = useMutation(ReleaseUserSeat)
  const refusal = data?.releaseSeats.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const day = (instant: string) => formats.day(instant, account.timeZone)
  const { product } = seat.subscription
  const submit = async () => {
    const result = await release({ input: seatOf(user, seat) })
    if (result.data?.releaseSeats.userErrors.length === 0) onReleased()
  }
  return (
    <li className="spread">
      <span className="stack-tight">
        <Link to={paths.seats(account.id, seat.subscription.id)} className="strong">
          {product.name}
        </Link>
        <span className="muted">
          {t('users.seat.since', { date: day(seat.assignedAt) })}
          {' · '}
          {seat.lastSignInAt ? t('users.seat.signIn', { date: day(seat.lastSignInAt) }) : t('users.seat.never')}
        </span>
        {refusal && (
          <span role="alert">
            <Status kind="bad">{refusal}</Status>
          </span>
        )}
      </span>
      {can('ASSIGN_SEATS') && !seat.releasing && (
        <Button
          variant="default"
          aria-disabled={fetching}
          aria-label={t('users.seat.releaseOf', { product: product.name })}
          onClick={() => !fetching && submit()}
        >
          {t('users.seat.release')}
        </Button>
      )}
    </li>
  )
}

function Details({ user }: { user: UserDetailsFragment }) {
  const t = useText()
  const [{ fetching, data, error }, update] = useMutation(UpdateUser)
  const [typed, setTyped] = useState({ name: user.name, email: user.email, externalId: user.externalId ?? '' })
  const refusals = data?.updateUser.userErrors ?? []
  const errorOf = (field: string) => refusals.find((each) => each.field?.at(-1) === field)?.message
  const other = refusals.find((each) => !['name', 'email', 'externalId'].includes(each.field?.at(-1) ?? ''))
  const changed = typed.name !== user.name || typed.email !== user.email || typed.externalId !== (user.externalId ?? '')
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value })
  const submit = () =>
    update({
      input: {
        userId: user.id,
        expectedVersion: user.version,
        ...(typed.name !== user.name && { name: typed.name }),
        ...(typed.email !== user.email && { email: typed.email }),
        ...(typed.externalId !== (user.externalId ?? '') && { externalId: typed.externalId || null }),
      },
    })
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!fetching && changed) submit()
      }}
    >
      <TextInput
        label={t('users.field.name')}
        value={typed.name}
        onChange={set('name')}
        error={errorOf('name')}
        autoComplete="off"
      />
      <TextInput
        type="email"
        label={t('users.field.email')}
        value={typed.email}
        onChange={set('email')}
        error={errorOf('email')}
        autoComplete="off"
      />
      <TextInput
        label={t('users.field.externalId')}
        value={typed.externalId}
        onChange={set('externalId')}
        error={errorOf('externalId')}
        autoComplete="off"
      />
      {(other || error) && (
        <Note
          kind="bad"
          role="alert"
          title={other?.message ?? (error && failureOf(error).message) ?? t('ui.offline')}
        />
      )}
      <div>
        <Button type="submit" aria-disabled={fetching || !changed}>
          {t('users.save')}
        </Button>
      </div>
    </form>
  )
}

/** Deactivation frees the seats at once: asked for before, with what goes. */
function Leaving({ user }: { user: UserDetailsFragment }) {
  const t = useText()
  const formats = useFormats()
  const [opened, dialog] = useDisclosure(false)
  const key = useRef('')
  const [{ fetching, data, error }, deactivate] = useMutation(DeactivateUser)
  const refusal =
    data?.deactivateUser.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
  const seats = user.assignments.map((seat) => seat.subscription.product.name)
  const submit = async () => {
    key.current ||= crypto.randomUUID()
    const result = await deactivate({ input: { userId: user.id, idempotencyKey: key.current } })
    if (result.data?.deactivateUser.user) dialog.close()
  }
  return (
    <section className="stack">
      <h2>{t('users.leaving')}</h2>
      <p className="muted">{t('users.leaving.text')}</p>
      <div>
        <Button variant="default" onClick={dialog.open}>
          {t('users.deactivate')}
        </Button>
      </div>
      <Question
        opened={opened}
        title={t('users.deactivate.title', { name: user.name })}
        action={t('users.deactivate')}
        pending={fetching}
        refusal={refusal}
        onAgree={submit}
        onClose={dialog.close}
      >
        {seats.length > 0
          ? t('users.deactivate.seats', { count: seats.length, products: formats.list(seats) })
          : t('users.deactivate.noSeats')}
      </Question>
    </section>
  )
}
