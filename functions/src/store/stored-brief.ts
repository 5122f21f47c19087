/** What is told of a plan that is too large to be told whole, written beside it so that nobody reads it for that. */
import type { LeftOut, Plan, Walk } from '@doorwalk/core/walk/answer'
import { encodeJson } from './json.ts'
import type { Bytes, PlanAside } from '../ports/planner.ts'

/** AWS takes 6 MB from a Lambda; beyond this a plan is answered as a summary. */
export const MAX_ANSWER_BYTES = 4_000_000
/** Left-out targets in the answer itself; all of them at `/left-out`. */
export const MAX_LEFT_OUT = 1_000

type BriefWalk = Omit<Walk, 'stops' | 'legs' | 'reserves'> & { stopCount: number; href: string }

export interface PlanBrief extends Omit<Plan, 'walks'> {
  walks: BriefWalk[]
  /** The first of them. */
  leftOut: LeftOut[]
}

export function briefOf({ walks, leftOut, ...rest }: Plan): PlanBrief {
  return {
    ...rest,
    leftOut: leftOut.slice(0, MAX_LEFT_OUT),
    walks: walks.map(({ stops, legs: _legs, reserves: _reserves, ...walk }) => ({
      ...walk,
      stopCount: stops.length,
      href: `/v1/walks/${walk.walkId}`,
    })),
  }
}

/** Undefined where the plan may be told whole. @param body  JSON of the plan */
export function asideOf(plan: Plan, body: Bytes): PlanAside | undefined {
  if (body.length <= MAX_ANSWER_BYTES) return undefined
  const leftOut = encodeJson(plan.leftOut)
  // An answer has all but these, and more.
  const untold = encodeJson(plan.leftOut.slice(MAX_LEFT_OUT))
  if (body.length - untold.length <= MAX_ANSWER_BYTES) return undefined
  return { brief: encodeJson(briefOf(plan)), leftOut }
}
