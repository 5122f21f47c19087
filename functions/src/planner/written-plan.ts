/** A plan as it is stored, written where it was made: whoever stores it need not read it. */
import { outlineOf } from '@doorwalk/core/walk/outline'
import type { Plan } from '@doorwalk/core/walk/answer'
import { asideOf } from '../store/stored-brief.ts'
import { encodeJson } from '../store/json.ts'
import { encodeWalk } from '../store/stored-walk.ts'
import type { WrittenPlan } from '../ports/planner.ts'

export function writtenPlan(plan: Plan): WrittenPlan {
  const body = encodeJson(plan)
  const aside = asideOf(plan, body)
  return {
    outline: outlineOf(plan),
    body,
    walks: plan.walks.map((walk) => encodeWalk(plan, walk)),
    ...(aside && { aside }),
  }
}
