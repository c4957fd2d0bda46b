import { type ReactNode, type Ref, useState } from 'react'
import type { ChangeQuotesQuery, ReleaseRule } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import type { Effective } from '../../lib/paths'
import { useFormats, useText } from '../../lib/text'
import { Status } from '../../ui/Status'
import classes from './Change.module.css'
import type { Releases, Subscription } from './changed'
import { SeatedPicker } from './SeatedPicker'

interface Person {
  userId: string
  name: string
  lastSignInAt: string | null
}

interface ReleaseProps {
  ref: Ref<HTMLFieldSetElement>
  subscription: Subscription
  seats: number
  excess: number
  effective: Effective
  proposals: ChangeQuotesQuery['unreleased']
  value: Releases | undefined
  onChange: (releases: Releases) => void
}

const rules: readonly ReleaseRule[] = ['LONGEST_WITHOUT_SIGN_IN', 'LAST_ASSIGNED']

/** More people sit than seats would be left: who loses theirs, by a rule or by name; everybody where none is left. */
export function ReleaseChoice(props: ReleaseProps) {
  const t = useText()
  const { seats, excess, effective, proposals } = props
  const toRelease =
    proposals?.obstacles.flatMap((obstacle) => ('toRelease' in obstacle ? obstacle.toRelease : [])) ?? []
  const legend = seats === 0 ? t('change.release.all', { excess }) : t('change.release', { seats, excess })
  return (
    <fieldset ref={props.ref} className={classes.releases}>
      <legend>
        <Status kind="warn">{legend}</Status>
      </legend>
      {seats === 0 ? <Names people={toRelease[0]?.users ?? []} /> : <Choices {...props} toRelease={toRelease} />}
      <p className="muted">{t(`change.release.when.${effective}`)}</p>
    </fieldset>
  )
}

interface Proposal {
  rule: ReleaseRule
  users: readonly Person[]
}

function Choices(props: ReleaseProps & { toRelease: readonly Proposal[] }) {
  const t = useText()
  const { subscription, excess, value, onChange } = props
  const [named, setNamed] = useState<string[]>([])
  const ruleOf = value && 'rule' in value ? value.rule : undefined
  const choosing = value !== undefined && 'userIds' in value
  const choose = (ids: string[]) => {
    setNamed(ids)
    onChange({ userIds: ids })
  }
  return (
    <>
      {rules.map((rule) => (
        <Option
          key={rule}
          checked={ruleOf === rule}
          label={t(`change.release.${rule}`)}
          onChoose={() => onChange({ rule })}
        >
          <Names people={props.toRelease.find((each) => each.rule === rule)?.users ?? []} />
        </Option>
      ))}
      <Option
        checked={choosing}
        label={t('change.release.choose', { chosen: named.length, excess })}
        onChoose={() => choose(named)}
      >
        <SeatedPicker subscription={subscription.id} chosen={named} limit={excess} onChange={choose} />
      </Option>
    </>
  )
}

function Option(props: { checked: boolean; label: string; onChoose: () => void; children: ReactNode }) {
  return (
    <div className={classes.option}>
      <label>
        <input type="radio" name="releases" checked={props.checked} onChange={props.onChoose} />
        {props.label}
      </label>
      {props.checked && <div className={classes.optionBody}>{props.children}</div>}
    </div>
  )
}

const shownNames = 20

/** Whom the rule would release, with the last sign-in; of many the first. */
function Names({ people }: { people: readonly Person[] }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return (
    <ul className={classes.names}>
      {people.slice(0, shownNames).map((person) => (
        <li key={person.userId}>
          <span>{person.name}</span>
          <span className="muted small">
            {person.lastSignInAt
              ? t('change.lastSignIn', { date: formats.moment(person.lastSignInAt, account.timeZone) })
              : t('change.neverSignedIn')}
          </span>
        </li>
      ))}
      {people.length > shownNames && (
        <li className="muted">{t('change.release.others', { count: people.length - shownNames })}</li>
      )}
    </ul>
  )
}
