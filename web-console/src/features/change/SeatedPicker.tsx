import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useAccount } from '../../lib/account'
import { useFormats, useText } from '../../lib/text'
import { Skeleton } from '../../ui/states'
import classes from './Change.module.css'
import { Seated } from './change.graphql'

interface PickerProps {
  subscription: string
  chosen: readonly string[]
  limit: number
  onChange: (ids: string[]) => void
}

/** Who sits in the subscription, to be named one by one, a page of a hundred after the other. */
export function SeatedPicker(props: PickerProps) {
  const t = useText()
  const [pages, setPages] = useState<(string | null)[]>([null])
  return (
    <div className={classes.picker}>
      {pages.map((after, at) => (
        <SeatedPage
          key={after ?? 'first'}
          {...props}
          after={after}
          more={at === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : undefined}
          moreLabel={t('change.release.more')}
        />
      ))}
    </div>
  )
}

function SeatedPage(
  props: PickerProps & { after: string | null; more: ((cursor: string) => void) | undefined; moreLabel: string },
) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  const [{ data }] = useQuery({ query: Seated, variables: { subscription: props.subscription, after: props.after } })
  const page = data?.subscription?.assignments
  if (!page) return <Skeleton heights={[8]} />
  const toggle = (id: string) =>
    props.onChange(props.chosen.includes(id) ? props.chosen.filter((each) => each !== id) : [...props.chosen, id])
  const next = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  return (
    <>
      {page.nodes.map(({ id, user, lastSignInAt }) => {
        const chosen = props.chosen.includes(user.id)
        return (
          <label key={id} className={classes.person}>
            <input
              type="checkbox"
              checked={chosen}
              disabled={!chosen && props.chosen.length >= props.limit}
              onChange={() => toggle(user.id)}
            />
            <span>{user.name}</span>
            <span className="muted small">
              {lastSignInAt
                ? t('change.lastSignIn', { date: formats.moment(lastSignInAt, account.timeZone) })
                : t('change.neverSignedIn')}
            </span>
          </label>
        )
      })}
      {next && props.more && (
        <Button variant="subtle" onClick={() => props.more?.(next)}>
          {props.moreLabel}
        </Button>
      )}
    </>
  )
}
