import { type Client, useClient } from 'urql'
import type {
  AssignmentFilter,
  AssignSeatsInput,
  ReleaseSeatsInput,
  SeatOutcomesFragment,
  UserFilter,
} from '../../gql/graphql'
import { failureOf } from '../../lib/failure'
import { AssignSeats, ReleaseSeats } from './seats.graphql'

/** The most users that one call takes. */
export const callLimit = 1000

export type Action = 'assign' | 'release'

export const opposite: Record<Action, Action> = { assign: 'release', release: 'assign' }

/** Whom a change is for: users by their ids, or all that match, but some. */
export type Whom =
  | { userIds: readonly string[] }
  | { users: UserFilter; seats: AssignmentFilter; exceptUserIds: readonly string[] }

export interface Answer {
  results: readonly SeatOutcomesFragment[]
  remaining: number
  /** What the server said instead of changing anything. */
  refusal?: string
  /** No answer came, not even to the same call again. */
  lost?: boolean
}

const waits = [1000, 2000, 4000]

/** One call with a key of its own; a lost answer is asked for again with that same key, so nothing happens twice. */
export async function call(client: Client, action: Action, subscriptionId: string, whom: Whom): Promise<Answer> {
  const common = { subscriptionId, mode: 'PER_USER' as const, idempotencyKey: crypto.randomUUID() }
  const send = () => (action === 'assign' ? assign(client, common, whom) : release(client, common, whom))
  for (const wait of [0, ...waits]) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const { data, error } = await send()
    if (data) return { results: data.results, remaining: data.remaining, ...refusalOf(data.userErrors[0]) }
    const failure = error && failureOf(error)
    if (failure?.kind !== 'offline' && failure?.kind !== 'busy')
      return { results: [], remaining: 0, ...refusalOf({ message: failure?.message ?? '' }) }
  }
  return { results: [], remaining: 0, lost: true }
}

const refusalOf = (error: { message: string } | undefined) => (error ? { refusal: error.message } : {})

type Common = Pick<AssignSeatsInput & ReleaseSeatsInput, 'subscriptionId' | 'mode' | 'idempotencyKey'>

async function assign(client: Client, common: Common, whom: Whom) {
  const input: AssignSeatsInput =
    'userIds' in whom
      ? { ...common, userIds: [...whom.userIds] }
      : { ...common, filter: whom.users, exceptUserIds: [...whom.exceptUserIds] }
  const { data, error } = await client.mutation(AssignSeats, { input }).toPromise()
  return { data: data?.assignSeats, error }
}

async function release(client: Client, common: Common, whom: Whom) {
  const input: ReleaseSeatsInput =
    'userIds' in whom
      ? { ...common, userIds: [...whom.userIds] }
      : { ...common, filter: whom.seats, exceptUserIds: [...whom.exceptUserIds] }
  const { data, error } = await client.mutation(ReleaseSeats, { input }).toPromise()
  return { data: data?.releaseSeats, error }
}

export const changedBy: Record<Action, SeatOutcomesFragment['outcome']> = { assign: 'ASSIGNED', release: 'RELEASED' }

/** How far a change has come. */
export interface Progress {
  action: Action
  asked: number
  done: number
  failed: readonly SeatOutcomesFragment[]
  changed: readonly SeatOutcomesFragment[]
  left: number
  state: 'running' | 'stopped' | 'done' | 'refused' | 'lost'
  refusal?: string
}

/** Goes through a change call by call, a thousand users each, until nothing is left, nothing moves, or somebody stops it. */
export async function run(
  client: Client,
  task: { action: Action; subscription: string; whom: Whom; asked: number },
  told: (progress: Progress) => void,
  stopped: () => boolean,
) {
  let progress: Progress = {
    action: task.action,
    asked: task.asked,
    done: 0,
    failed: [],
    changed: [],
    left: task.asked,
    state: 'running',
  }
  const tell = (next: Partial<Progress>) => {
    progress = { ...progress, ...next }
    told(progress)
  }
  tell({})
  const named = 'userIds' in task.whom ? task.whom.userIds : undefined
  for (let from = 0; ; from += callLimit) {
    if (stopped()) return tell({ state: 'stopped' })
    const whom = named ? { userIds: named.slice(from, from + callLimit) } : task.whom
    const answer = await call(client, task.action, task.subscription, whom)
    if (answer.lost) return tell({ state: 'lost' })
    const changed = answer.results.filter((result) => result.outcome === changedBy[task.action])
    const failed = answer.results.filter((result) => result.outcome !== changedBy[task.action])
    const left = named ? Math.max(0, named.length - from - callLimit) : answer.remaining
    tell({
      done: progress.done + changed.length,
      changed: [...progress.changed, ...changed],
      failed: [...progress.failed, ...failed],
      left,
    })
    if (answer.refusal !== undefined) return tell({ state: 'refused', refusal: answer.refusal })
    if (left === 0 || (!named && changed.length === 0)) return tell({ state: 'done' })
  }
}

export const useRunner = () => {
  const client = useClient()
  return (...rest: Parameters<typeof run> extends [Client, ...infer Rest] ? Rest : never) => run(client, ...rest)
}
