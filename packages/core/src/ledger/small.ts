/** What is kept of a target below 11 doors: its state, and when it was tried; never what happened there. */
import { daypart, isBefore } from './attempt.ts'
import type { Visit } from './visit.ts'

/** Order of strength: a later word never weakens an earlier one, so offline reports may come in any order. */
const STATES = ['free', 'not_before', 'done', 'never'] as const

export interface SmallState {
  state: (typeof STATES)[number]
  /** Days and times of day on which it was tried: doors reported one by one on one evening are one round. Sorted. */
  rounds: string[]
  /** Of the last visit, RFC 3339. */
  at: string
}

/** Rounds kept: more than any policy asks for. */
const MOST_ROUNDS = 8

/** The state after one more visit; the same whatever the order of the visits. */
export function mergeSmall(before: SmallState | undefined, visit: Visit, doors: number): SmallState {
  const state = stateAfter(visit, doors)
  const rounds = state === 'free' ? [] : [`${visit.at.slice(0, 10)} ${daypart(visit.at)}`]
  const after: SmallState = { state, rounds, at: visit.at }
  return before ? strongerOf(before, after) : after
}

/** What two say together. */
export function strongerOf(a: SmallState, b: SmallState): SmallState {
  return {
    state: STATES[Math.max(STATES.indexOf(a.state), STATES.indexOf(b.state))]!,
    rounds: [...new Set([...a.rounds, ...b.rounds])].sort().slice(0, MOST_ROUNDS),
    at: isBefore(a.at, b.at) ? b.at : a.at,
  }
}

function stateAfter(visit: Visit, doors: number): SmallState['state'] {
  if (visit.optedOut > 0) return 'never'
  if (visit.opened - visit.revisit + visit.refused >= doors) return 'done'
  return visit.knocked > 0 || visit.noAccess ? 'not_before' : 'free'
}
