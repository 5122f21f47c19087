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
