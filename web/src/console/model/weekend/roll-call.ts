/** Who of a plan is there, as it is ticked at the meeting point, and the request to plan again for them. */
import type { ReplanRequest } from '@doorwalk/client'

type Newcomer = NonNullable<ReplanRequest['newcomers']>[number]

export type Presence = 'here' | 'late' | 'gone'

export interface RollCallDraft {
  /** By id; whoever is missing is here. */
  presence: Readonly<Record<string, Presence>>
  /** Of those who are late; null: not filled in. */
  late: Readonly<Record<string, number | null>>
  /** As pasted. */
  newcomers: string
  keep: 'walks' | 'least'
}

export const ALL_HERE: RollCallDraft = { presence: {}, late: {}, newcomers: '', keep: 'walks' }
export const LATE = { from: 1, to: 600 }
/** Of somebody who is late and does not say how much. */
const USUAL_LATE = 15
const MINUTE_MILLISECONDS = 60_000

interface PlannedWalk {
  walkId: string
  walker: string
  startAt: string
  /** Seconds. */
  budget: number
}

interface Standing {
  /** Milliseconds. */
  now: number
  /** Walks that somebody has set out on. */
  begun: ReadonlySet<string>
  /** What the plan was asked with. */
  asked: { minutes: number; volunteers: number | readonly { id?: string; minutes?: number }[] }
}

/**
 * Those whom an earlier roll-call called late, and who are not due yet: so many minutes after the others. Their walks
 * are shorter than they themselves said.
 */
export function stillLate(
  { startAt, walks }: { startAt: string; walks: readonly PlannedWalk[] },
  { now, begun, asked }: Standing,
): ReadonlyMap<string, number> {
  const from = Math.max(now, Date.parse(startAt))
  const volunteers = typeof asked.volunteers === 'number' ? [] : asked.volunteers
  return new Map(
    walks.flatMap(({ walkId, walker, startAt: own, budget }): [string, number][] => {
      const minutes = Math.ceil((Date.parse(own) - from) / MINUTE_MILLISECONDS)
      const said = volunteers.find(({ id }) => id === walker)?.minutes ?? asked.minutes
      const isLate = minutes >= LATE.from && budget < said * 60 && !begun.has(walkId)
      return isLate ? [[walker, Math.min(minutes, LATE.to)]] : []
    }),
  )
}

/** With those who are still late as such, until somebody says otherwise. */
export function withStillLate(draft: RollCallDraft, late: ReadonlyMap<string, number>): RollCallDraft {
  const presence = Object.fromEntries([...late.keys()].map((id) => [id, 'late' as const]))
  return {
    ...draft,
    presence: { ...presence, ...draft.presence },
    late: { ...Object.fromEntries(late), ...draft.late },
  }
}

/** Whom a plan may know beside those who have a walk of it: each once. */
export function withoutWalks(
  { walks, replan }: { walks: readonly { walker: string }[]; replan?: ReplanTold | null | undefined },
  known: readonly (readonly string[])[],
): string[] {
  const have = new Set(walks.map(({ walker }) => walker))
  const changes = replan?.changes ?? []
  const before = changes.flatMap(({ before: had }) => had ?? [])
  // Who walked to the end is done.
  const done = new Set(changes.flatMap(({ change, walker }) => (change === 'finished' ? (walker ?? []) : [])))
  return [...new Set([...known.flat(), ...before])].filter((id) => !have.has(id) && !done.has(id))
}

interface ReplanTold {
  changes: readonly { before: string | null; walker: string | null; change: string }[]
}

function presenceOf({ presence }: RollCallDraft, id: string): Presence {
  return presence[id] ?? 'here'
}

export function lateOf({ late }: RollCallDraft, id: string): number | null {
  return id in late ? late[id]! : USUAL_LATE
}

export function countPresence(draft: RollCallDraft, ids: readonly string[]): Record<Presence, number> {
  const counts = { here: 0, late: 0, gone: 0 }
  for (const id of ids) counts[presenceOf(draft, id)]++
  return counts
}

/** Ids of those who are late by no number of minutes. */
export function wrongLate(draft: RollCallDraft, ids: readonly string[]): string[] {
  return ids.filter((id) => {
    const minutes = lateOf(draft, id)
    const isFine = minutes !== null && Number.isInteger(minutes) && minutes >= LATE.from && minutes <= LATE.to
    return presenceOf(draft, id) === 'late' && !isFine
  })
}

interface Called {
  /** Who have a walk. */
  walkers: readonly string[]
  /** Who were asked and have none: here only where that is ticked. */
  idle: readonly string[]
  /** Whom the plan does not know, with what they wish. */
  newcomers: readonly Newcomer[]
}

/** Null: nobody is there. */
export function replanOf(draft: RollCallDraft, { walkers, idle, newcomers }: Called): ReplanRequest | null {
  const here = [...walkers, ...idle.filter((id) => id in draft.presence)]
  const present = here.filter((id) => presenceOf(draft, id) !== 'gone')
  if (present.length + newcomers.length === 0) return null
  const late = here
    .filter((id) => presenceOf(draft, id) === 'late')
    .map((walker) => ({ walker, minutes: lateOf(draft, walker)! }))
  return {
    ...{ present, keep: draft.keep },
    ...(newcomers.length > 0 && { newcomers: [...newcomers] }),
    ...(late.length > 0 && { late }),
  }
}

/** Whether it is still what was kept in this browser. */
export function isRollCall(value: unknown): value is RollCallDraft {
  if (typeof value !== 'object' || value === null) return false
  const { presence, late, newcomers, keep } = value as Record<string, unknown>
  const isMap = (one: unknown): boolean => typeof one === 'object' && one !== null && !Array.isArray(one)
  return (
    isMap(presence) && isMap(late) && typeof newcomers === 'string' && (keep === 'walks' || keep === 'least')
  )
}
