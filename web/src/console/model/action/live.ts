/** Where the walks of an action stand, and how far each is. Nothing of it says who walks, or where anybody is. */
import type { Schemas } from '@doorwalk/client'

/** What the ledger gives every walk beyond its minutes, before others may have its doors. */
const GRACE_MILLISECONDS = 3_600_000
/** Counts below are personal data: nobody is told them. */
export const FEWEST_DOORS = 11

/** `late` should be over by now; `ended` was given back or ran out of time. */
export type LiveState = 'waiting' | 'started' | 'late' | 'finished' | 'ended'

type Life = Pick<Schemas['WalkState'], 'state' | 'until'>

/** Null: a draft, which nobody has yet. */
export function liveStateOf({ state, until }: Life, now: number): LiveState | null {
  if (state === 'draft') return null
  if (state === 'finished') return 'finished'
  if (state === 'released' || state === 'expired') return 'ended'
  if (until !== null && now > endOf(until)) return 'late'
  return state === 'leased' ? 'waiting' : 'started'
}

/** When a walk that is held until then should be over, in milliseconds since 1970. */
export function endOf(until: string): number {
  return Date.parse(until) - GRACE_MILLISECONDS
}

export type StateCounts = Record<LiveState, number>

export function countStates(states: readonly (LiveState | null)[]): StateCounts {
  const counts: StateCounts = { waiting: 0, started: 0, late: 0, finished: 0, ended: 0 }
  for (const state of states) if (state !== null) counts[state]++
  return counts
}

/** A walk with what is left of each of its targets; `null`: visited, `undefined`: it went to somebody else. */
export interface Progress {
  cursor: string
  planned: ReadonlyMap<string, number>
  visited: ReadonlySet<string>
  /** No longer on the walk for another reason. */
  gone: ReadonlySet<string>
  /** Doors still to knock on, where that is not what was planned. */
  left: ReadonlyMap<string, number>
}

type Changes = Pick<Schemas['WalkPack'], 'cursor' | 'changed' | 'removed'>

/** @param planned  targets that are on stops, and their doors; reserves do not count */
export function beginProgress(planned: ReadonlyMap<string, number>, changes: Changes): Progress {
  const none = { cursor: '', planned, visited: new Set<string>(), gone: new Set<string>(), left: new Map() }
  return followProgress(none, changes)
}

export function followProgress(before: Progress, { cursor, changed, removed }: Changes): Progress {
  const visited = new Set(before.visited)
  const gone = new Set(before.gone)
  const left = new Map(before.left)
  for (const { target, doors } of changed) {
    visited.delete(target)
    gone.delete(target)
    left.set(target, doors)
  }
  for (const { target, reason } of removed) {
    const [into, outOf] = reason === 'visited' ? [visited, gone] : [gone, visited]
    into.add(target)
    outOf.delete(target)
  }
  return { cursor, planned: before.planned, visited, gone, left }
}

export interface HowFar {
  targets: number
  ofTargets: number
  doors: number
  ofDoors: number
}

/** A walk that nobody began in the system was walked all the same where something of it is done: on paper. */
export function stateWith(state: LiveState, progress: Progress | undefined): LiveState {
  if ((state !== 'waiting' && state !== 'late') || progress === undefined) return state
  const { targets, doors, ofTargets } = howFar(progress)
  if (ofTargets > 0 && targets === ofTargets) return 'finished'
  return state === 'waiting' && (targets > 0 || doors > 0) ? 'started' : state
}

/** What went to others is not counted. */
export function howFar({ planned, visited, gone, left }: Progress): HowFar {
  const sum: HowFar = { targets: 0, ofTargets: 0, doors: 0, ofDoors: 0 }
  for (const [target, doors] of planned) {
    if (gone.has(target)) continue
    sum.ofTargets++
    sum.ofDoors += doors
    if (visited.has(target)) {
      sum.targets++
      sum.doors += doors
    } else sum.doors += Math.max(0, doors - (left.get(target) ?? doors))
  }
  return sum
}

/** How far several walks are together; null: of none anything is known. */
export function sumOf(all: readonly HowFar[]): HowFar | null {
  if (all.length === 0) return null
  return all.reduce((a, b) => ({
    targets: a.targets + b.targets,
    ofTargets: a.ofTargets + b.ofTargets,
    doors: a.doors + b.doors,
    ofDoors: a.ofDoors + b.ofDoors,
  }))
}
