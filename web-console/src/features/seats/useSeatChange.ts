import { useCallback, useEffect, useRef, useState } from 'react'
import type { SeatOutcomesFragment } from '../../gql/graphql'
import { type Action, callLimit, opposite, type Progress, useRunner, type Whom } from './calls'
import type { SeatRow } from './rows'
import type { SeatedSubscription } from './SeatedSubscription'
import type { Selection } from './selection'

/** A change that is under way or just over. */
export interface RunningChange extends Progress {
  /** It takes back another one. */
  undoing: boolean
}

interface List {
  all: Whom
  rows: readonly SeatRow[]
  take: (action: Action, changed: readonly SeatOutcomesFragment[]) => void
  again: () => void
}

interface Task {
  action: Action
  whom: Whom
  asked: number
}

export type SeatChange = ReturnType<typeof useSeatChange>

/** Assigns and releases: one call with undo up to a thousand users, beyond that call after call, after a question. */
export function useSeatChange(
  subscription: SeatedSubscription,
  list: List,
  selection: { selection: Selection<SeatRow>; clear: () => void },
) {
  const run = useRunner()
  const [running, setRunning] = useState<RunningChange>()
  const [asked, setAsked] = useState<Task>()
  const stop = useRef(false)
  const current = useRef({ list, selection })
  current.current = { list, selection }
  const busy = running?.state === 'running'

  // Nobody could stop it any more, nor see how far it came.
  useEffect(
    () => () => {
      stop.current = true
    },
    [],
  )

  const start = useCallback(
    async (task: Task, undoing = false) => {
      stop.current = false
      setAsked(undefined)
      let last: Progress | undefined
      const told = (progress: Progress) => {
        last = progress
        setRunning({ ...progress, undoing })
      }
      await run({ ...task, subscription: subscription.id }, told, () => stop.current)
      const { list, selection } = current.current
      if (last && last.changed.length > 0) {
        if (undoing || !last.changed.every(among(list.rows))) list.again()
        else list.take(task.action, last.changed)
        selection.clear()
      }
    },
    [run, subscription.id],
  )

  const ask = useCallback(
    (action: Action, row: SeatRow) => start({ action, whom: { userIds: [row.userId] }, asked: 1 }),
    [start],
  )

  const askForSelection = (action: Action, count: number) => {
    const task = { action, whom: whomOf(action, selection.selection, list.all), asked: count }
    if (task.asked > callLimit) setAsked(task)
    else start(task)
  }

  const undo = () => {
    if (!running) return
    const userIds = running.changed.flatMap((result) => (result.user ? [result.user.id] : []))
    start({ action: opposite[running.action], whom: { userIds }, asked: userIds.length }, true)
  }

  return {
    running,
    busy,
    asked,
    ask,
    askForSelection,
    undo,
    confirm: () => asked && start(asked),
    cancel: () => setAsked(undefined),
    stop: () => {
      stop.current = true
    },
    dismiss: useCallback(() => setRunning(undefined), []),
  }
}

/** Rows that are not loaded cannot be patched, and without them the list's length would be wrong. */
function among(rows: readonly SeatRow[]) {
  const ids = new Set(rows.map((row) => row.userId))
  return (result: SeatOutcomesFragment) => result.user !== null && ids.has(result.user.id)
}

/** Whom an action concerns of a selection: of rows, those with a seat or without; of a list, all of its filter. */
function whomOf(action: Action, selection: Selection<SeatRow>, all: Whom): Whom {
  if (selection.kind === 'list' && !('userIds' in all)) return { ...all, exceptUserIds: [...selection.except.keys()] }
  const rows = selection.kind === 'rows' ? [...selection.rows.values()] : []
  return { userIds: rows.filter((row) => Boolean(row.seat) === (action === 'release')).map((row) => row.userId) }
}
