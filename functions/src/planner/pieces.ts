/** The pieces of a large plan as they are stored, and the plan that they make. */
import { joinDrafts } from '@doorwalk/core/assembly/joining'
import { joinMeasures } from './measures.ts'
import { decodeJson, encodeJson } from '../store/json.ts'
import type { Bytes, JoinTask, MadePiece, PlanHooks, WrittenPlan } from '../ports/planner.ts'
import { writtenPlan } from './written-plan.ts'

export function encodePiece(made: MadePiece): Bytes {
  return encodeJson(made)
}

export function joinPieces(
  { planId, pieces, ...about }: JoinTask,
  { onMeasured }: PlanHooks = {},
): WrittenPlan {
  // Not checked: we wrote them.
  const made = pieces.map((piece) => decodeJson(piece) as MadePiece)
  onMeasured?.(joinMeasures(made.flatMap(({ measures }) => measures ?? [])))
  const drafts = made.map(({ draft }) => draft)
  return writtenPlan(joinDrafts(drafts, { ...about, id: planId }))
}
