import { type ReactNode, useState } from 'react'
import type { ChangeQuotesQuery, ReleaseRule } from '../../gql/graphql'
import { useAccount } from '../../lib/account'
import { useFormats, useText } from '../../lib/text'
import { Status } from '../../ui/Status'
import classes from './Change.module.css'
import type { Subscription } from './ChangeForm'
import { SeatedPicker } from './SeatedPicker'

export type Releases = { rule: ReleaseRule } | { userIds: string[] }

interface Person {
  userId: string
  name: string
  lastSignInAt: string | null
}

interface ReleaseProps {
  subscription: Subscription
  seats: number
  excess: number
  proposals: ChangeQuotesQuery['unreleased']
  value: Releases | undefined
  onChange: (releases: Releases) => void
}

const rules: readonly ReleaseRule[] = ['LONGEST_WITHOUT_SIGN_IN', 'LAST_ASSIGNED']

/** More people sit than seats would be left: who loses theirs, by a rule or by name. */
export function ReleaseChoice({ subscription, seats, excess, proposals, value, onChange }: ReleaseProps) {
  const t = useText()
  const [named, setNamed] = useState<string[]>([])
  const toRelease = proposals?.obstacles.flatMap((obstacle) => ('toRelease' in obstacle ? obstacle.toRelease : []))
  const ruleOf = value && 'rule' in value ? value.rule : undefined
  const choosing = value !== undefined && 'userIds' in value
  const choose = (ids: string[]) => {
    setNamed(ids)
    onChange({ userIds: ids })
  }
  return (
    <fieldset className={classes.releases}>
      <legend>
        <Status kind="warn">{t('change.release', { seats, excess })}</Status>
      </legend>
      {rules.map((rule) => (
        <Option
          key={rule}
          checked={ruleOf === rule}
          label={t(`change.release.${rule}`)}
          onChoose={() => onChange({ rule })}
        >
          <Names people={toRelease?.find((each) => each.rule === rule)?.users ?? []} />
        </Option>
      ))}
      <Option
        checked={choosing}
        label={t('change.release.choose', { chosen: named.length, excess })}
        onChoose={() => choose(named)}
      >
        <SeatedPicker subscription={subscription.id} chosen={named} limit={excess} onChange={choose} />
      </Option>
      <p className="muted">{t('change.release.when')}</p>
    </fieldset>
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

/** Everybody whom the rule would release, with the last sign-in. */
function Names({ people }: { people: readonly Person[] }) {
  const t = useText()
  const formats = useFormats()
  const account = useAccount()
  return (
    <ul className={classes.names}>
      {people.map((person) => (
        <li key={person.userId}>
          <span>{person.name}</span>
          <span className="muted small">
            {person.lastSignInAt
              ? t('change.lastSignIn', { date: formats.moment(person.lastSignInAt, account.timeZone) })
              : t('change.neverSignedIn')}
          </span>
        </li>
      ))}
    </ul>
  )
}
