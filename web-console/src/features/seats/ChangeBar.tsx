import { Progress as Bar, Button } from '@mantine/core'
import { useFormats, useText } from '../../lib/text'
import { Status } from '../../ui/Status'
import { useCountdown } from '../../ui/useCountdown'
import { callLimit } from './calls'
import type { SeatedSubscription } from './SeatedSubscription'
import classes from './Seats.module.css'
import { Short } from './Short'
import type { RunningChange, SeatChange } from './useSeatChange'

const undoSeconds = 10

/** What a change did, how far it is, whom it failed for, and its undoing. */
export function ChangeBar({ change, subscription }: { change: SeatChange; subscription: SeatedSubscription }) {
  const { running } = change
  if (!running) return null
  const key = `${running.action} ${running.undoing} ${running.state}`
  return <Running key={key} change={change} running={running} subscription={subscription} />
}

function Running(props: { change: SeatChange; running: RunningChange; subscription: SeatedSubscription }) {
  const { change, running, subscription } = props
  const t = useText()
  const large = running.asked > callLimit
  const undoable = running.state === 'done' && !running.undoing && !large && running.done > 0
  const lasting = running.failed.length > 0 || running.state !== 'done' || large
  const countdown = useCountdown(lasting && !undoable ? undefined : undoSeconds, lasting ? undefined : change.dismiss)
  return (
    <section className={classes.bar} aria-label={t('seats.changeBar')} {...countdown.hold}>
      <div className={classes.news}>
        <span role="status">
          <Headline running={running} large={large} />
        </span>
        {large && <Far running={running} />}
        <Failures running={running} subscription={subscription} />
      </div>
      <span className={classes.space} />
      {running.state === 'running' && large && (
        <Button variant="default" onClick={change.stop}>
          {t('seats.stop')}
        </Button>
      )}
      {undoable && countdown.left > 0 && (
        <Button variant="default" onClick={change.undo}>
          {t('seats.undo', { seconds: countdown.left })}
        </Button>
      )}
      {running.state !== 'running' && (
        <Button variant="subtle" onClick={change.dismiss}>
          {t('ui.close')}
        </Button>
      )}
    </section>
  )
}

function Headline({ running, large }: { running: RunningChange; large: boolean }) {
  const t = useText()
  if (running.state === 'running' && !large) return <Status kind="neutral">{t('seats.working')}</Status>
  if (running.state === 'refused') return <Status kind="bad">{running.refusal}</Status>
  if (running.state === 'lost') return <Status kind="bad">{t('seats.lost')}</Status>
  const text = t(`seats.done.${running.action}`, { count: running.done })
  const kind = running.state === 'done' && running.failed.length === 0 ? 'good' : 'neutral'
  return <Status kind={kind}>{running.undoing ? t('seats.undone', { what: text }) : text}</Status>
}

function Far({ running }: { running: RunningChange }) {
  const t = useText()
  const formats = useFormats()
  const handled = running.done + running.failed.length
  return (
    <>
      <Bar
        value={(handled / Math.max(1, running.asked)) * 100}
        className={classes.progress}
        aria-label={t('seats.progress')}
      />
      <span className="muted">
        {t('seats.far', {
          done: formats.number(running.done),
          failed: formats.number(running.failed.length),
          left: formats.number(running.left),
        })}
      </span>
    </>
  )
}

const shownFailures = 5

/** Whom it failed for, by name and reason; where seats were short, the way to more. */
function Failures({ running, subscription }: { running: RunningChange; subscription: SeatedSubscription }) {
  const t = useText()
  if (running.failed.length === 0) return null
  const title = running.undoing ? 'seats.notRestored' : 'seats.failed'
  const short = running.failed.filter((result) => result.outcome === 'NO_FREE_SEAT').length
  const rest = running.failed.length - shownFailures
  return (
    <div role="alert">
      <Status kind="warn">{t(title, { count: running.failed.length })}</Status>
      <ul className={classes.failures}>
        {running.failed.slice(0, shownFailures).map((result) => (
          <li key={result.named}>
            {result.user?.name ?? result.named}: {t(`seats.outcome.${result.outcome}`)}
          </li>
        ))}
        {rest > 0 && <li>{t('seats.failed.more', { count: rest })}</li>}
      </ul>
      {short > 0 && <Short count={short} subscription={subscription} />}
    </div>
  )
}
