/**
 * Which targets are key buildings: those that the request names; where it names none, those that give most for their
 * time and together hold a share of the prize of the area. What is chosen is marked, and changes no walk.
 */
import type { Assumptions } from '../building/door-time.ts'
import type { Candidate, Selection } from '../building/select.ts'
import { STEP_SECONDS } from '../grouping/workload.ts'
import { stableDraw } from '../id.ts'
import type { PlanRequest } from '../request/request.ts'
import { toDeciseconds } from '../units.ts'
import { PRIZE_POINTS } from './problem.ts'
import { secondsAt } from './service-time.ts'

/**
 * Part of the prize of an area that its chosen key buildings hold, where the request does not say. One target in seven
 * to twelve on six cities (Paris, Bondy, Geneva, Harrisburg, Amsterdam, Rome), up to 2.4 on a walk of 90 minutes.
 */
const KEY_SHARE = 0.15

/** Plain data: all pieces of a large plan follow the same. */
export interface KeyRule {
  by: 'request' | 'plan'
  /** Of those chosen by the plan, the last; null: none. */
  last: Merit | null
}

/** What the request names, and nothing else. */
export const AS_REQUESTED: KeyRule = { by: 'request', last: null }

/** What ranks a target: prize per time for one walker, then prize, then a draw that its id decides. */
interface Merit {
  points: number
  deciseconds: number
  draw: number
}

export interface KeyTally {
  add: (selection: Selection) => void
  end: () => KeyRule
}

/**
 * Takes in an area part by part, in any order.
 *
 * @param share  of the prize of the area, 0 to 1; undefined: the default
 */
export function openKeyTally(share: number | undefined, assumptions: Assumptions): KeyTally {
  let isGiven = false
  const alike = new Map<string, Merit & { draws: number[] }>()
  return {
    add({ candidates, leftOut }) {
      isGiven ||= candidates.some(({ key }) => key) || leftOut.some(({ key }) => key)
      for (const candidate of candidates) {
        const { points, deciseconds, draw } = meritOf(candidate, assumptions)
        const name = `${points} ${deciseconds}`
        const group = alike.get(name)
        if (group) group.draws.push(draw)
        else alike.set(name, { points, deciseconds, draw: 0, draws: [draw] })
      }
    },
    end: () =>
      isGiven ? AS_REQUESTED : { by: 'plan', last: lastOf([...alike.values()], share ?? KEY_SHARE) },
  }
}

/** Of an area that is held whole. */
export function keyRuleOf(
  selection: Selection,
  { request, assumptions }: { request: PlanRequest; assumptions: Assumptions },
): KeyRule {
  const tally = openKeyTally(request.keyShare, assumptions)
  tally.add(selection)
  return tally.end()
}

/** Whether a target is a key building. */
export function isKey(candidate: Candidate, { by, last }: KeyRule, assumptions: Assumptions): boolean {
  if (by === 'request') return candidate.key
  return last !== null && byMerit(meritOf(candidate, assumptions), last) <= 0
}

/** The last of the fewest that together hold the share. */
function lastOf(groups: (Merit & { draws: number[] })[], share: number): Merit | null {
  const wanted = share * groups.reduce((sum, { points, draws }) => sum + points * draws.length, 0)
  let held = 0
  let last: Merit | null = null
  for (const { points, deciseconds, draws } of groups.sort(byMerit)) {
    const missing = Math.ceil((wanted - held) / points)
    if (missing <= 0) break
    const count = Math.min(missing, draws.length)
    held += points * count
    last = { points, deciseconds, draw: draws.sort((a, b) => a - b)[count - 1]! }
  }
  return last
}

function meritOf(candidate: Candidate, assumptions: Assumptions): Merit {
  const seconds = workAt(candidate, assumptions)
  return {
    points: Math.max(1, Math.round(candidate.prize * PRIZE_POINTS)),
    deciseconds: toDeciseconds(seconds),
    draw: stableDraw(candidate.target.id),
  }
}

/** Seconds of one walker at its doors, with the step from the one before. */
export function workAt(candidate: Candidate, assumptions: Assumptions): number {
  return secondsAt(candidate, { hands: 1, paysEntry: true }, assumptions) + STEP_SECONDS
}

/** Best first. Whole numbers below 2⁵³ throughout. */
function byMerit(a: Merit, b: Merit): number {
  return b.points * a.deciseconds - a.points * b.deciseconds || b.points - a.points || a.draw - b.draw
}
