import { useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { useAccount } from '../../lib/account'
import { failureOf } from '../../lib/failure'
import { useText } from '../../lib/text'
import { SetLine } from './cart.graphql'
import { changeOf, type Line } from './line'

const pause = 400

/** Another number for a line, as far as the cart that is shown does not have it yet. */
export interface Edit {
  line: Line
  seats: number
  saved?: boolean
  /** Why it is not saved, in the server's words; `again` where that may go better another time. */
  problem?: { message: string; again: boolean }
}

/** The numbers of the cart's lines while they are edited: saved when their steps have come to rest, or when the page is left. */
export function useLineEdits(lines: readonly Line[]) {
  const t = useText()
  const account = useAccount()
  const client = useClient()
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map())
  const latest = useRef(edits)
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const queue = useRef(Promise.resolve())

  const put = (id: string, edit: Edit | undefined) => {
    const next = new Map(latest.current)
    if (edit) next.set(id, edit)
    else next.delete(id)
    latest.current = next
    setEdits(next)
  }

  const save = async (edit: Edit) => {
    const { line, seats } = edit
    const input = { accountId: account.id, change: changeOf(line, seats) }
    const { data, error } = await client.mutation(SetLine, { input })
    if (latest.current.get(line.id) !== edit) return
    const message = data?.setCartLine.userErrors[0]?.message ?? (error && (failureOf(error).message ?? t('ui.offline')))
    put(line.id, message ? { line, seats, problem: { message, again: error !== undefined } } : { ...edit, saved: true })
  }

  /** One after the other, so that the last number is the one that stays. */
  const send = (id: string) => {
    stop(id)
    const edit = latest.current.get(id)
    if (edit && !edit.saved) queue.current = queue.current.then(() => save(edit))
  }

  const stop = (id: string) => {
    clearTimeout(timers.current.get(id))
    timers.current.delete(id)
  }

  const change = (line: Line, seats: number) => {
    stop(line.id)
    put(line.id, { line, seats })
    timers.current.set(
      line.id,
      setTimeout(() => send(line.id), pause),
    )
  }

  /** Saves all that is not saved yet; false where that was refused. */
  const flush = async () => {
    const waiting = [...latest.current].filter(([id, edit]) => timers.current.has(id) || edit.problem)
    for (const [id] of waiting) send(id)
    await queue.current
    return [...latest.current.values()].every((edit) => edit.saved)
  }

  /** Forgets the number of a line that is taken out, once what is on its way has arrived. */
  const drop = async (line: Line) => {
    stop(line.id)
    put(line.id, undefined)
    await queue.current
  }

  // The cart that comes after a number was saved has it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another cart ends an edit
  useEffect(() => {
    for (const [id, edit] of latest.current) if (edit.saved) put(id, undefined)
  }, [lines])

  const leave = useRef(flush)
  leave.current = flush
  useEffect(() => {
    return () => {
      leave.current()
    }
  }, [])

  return { edits, change, send, flush, drop }
}
