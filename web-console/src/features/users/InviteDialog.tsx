import { Button, Modal, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMutation } from 'urql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { paths } from '../../lib/paths'
import { useText } from '../../lib/text'
import { Note } from '../../ui/Status'
import { InviteUser } from './users.graphql'

export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('users.invite.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {opened && <InviteForm onClose={onClose} />}
    </Modal>
  )
}

function InviteForm({ onClose }: { onClose: () => void }) {
  const t = useText()
  const account = useAccount()
  const navigate = useNavigate()
  const [{ fetching, data, error }, invite] = useMutation(InviteUser)
  const [typed, setTyped] = useState({ name: '', email: '', externalId: '' })
  const refusals = data?.inviteUser.userErrors ?? []
  const errorOf = (field: string) => refusals.find((each) => each.field?.at(-1) === field)?.message
  const other = refusals.find((each) => !['name', 'email', 'externalId'].includes(each.field?.at(-1) ?? ''))
  const taken = refusals.find((each) => each.__typename === 'EmailTaken')
  const broken = error && (failureOf(error).message ?? t('ui.offline'))
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value })

  const submit = async () => {
    if (fetching) return
    const { name, email, externalId } = typed
    const result = await invite({
      input: { accountId: account.id, name, email, externalId: externalId || null },
    })
    const user = result.data?.inviteUser.user
    if (user) navigate({ to: paths.user(account.id, user.id) })
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextInput
        label={t('users.field.name')}
        value={typed.name}
        onChange={set('name')}
        error={errorOf('name')}
        autoComplete="off"
        data-autofocus
      />
      <TextInput
        type="email"
        label={t('users.field.email')}
        value={typed.email}
        onChange={set('email')}
        error={errorOf('email')}
        autoComplete="off"
      />
      {taken?.__typename === 'EmailTaken' && (
        <Link to={paths.user(account.id, taken.user.id)}>{t('users.invite.open')}</Link>
      )}
      <TextInput
        label={t('users.field.externalId')}
        value={typed.externalId}
        onChange={set('externalId')}
        error={errorOf('externalId')}
        autoComplete="off"
      />
      {(other || broken) && <Note kind="bad" role="alert" title={other?.message ?? broken} />}
      <div className="row">
        <Button type="submit" aria-disabled={fetching}>
          {t('users.invite')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
