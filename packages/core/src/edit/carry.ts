/** What was pinned and locked by hand, after a roll-call: what holds, and what could not be kept. */
import type { EarlierWalk } from '../replan/changes.ts'
import type { EditGone, Plan, PlanEdits } from '../walk/answer.ts'

/** The plan with the pins and locks that hold on it. */
export function withCarriedEdits(
  plan: Plan,
  { before, walks }: { before: PlanEdits; walks: EarlierWalk[] },
): Plan {
  const onWalk = new Map(
    plan.walks.flatMap(({ walkId, stops }) =>
      stops.flatMap(({ targets }) => targets.map(({ id }) => [id, walkId] as const)),
    ),
  )
  const here = new Set(plan.walks.map(({ walkId }) => walkId))
  const reasons = new Map(plan.leftOut.map(({ target, reason }) => [target, reason]))
  const changed = new Set(
    plan.replan?.changes.flatMap(({ walkId, got, lost }) => (got.length + lost.length > 0 ? [walkId] : [])),
  )
  const done = new Set(walks.flatMap((walk) => [...walk.done]))
  const gone: EditGone[] = []
  const pins = before.pins.filter(({ target, walk }) => {
    if (onWalk.get(target) === walk) return true
    // What is done has been where it was pinned to.
    if (here.has(walk) && done.has(target)) return false
    const reason = here.has(walk) ? (reasons.get(target) ?? 'not_selected') : 'no_walk'
    gone.push({ type: 'pin', target, walk, reason })
    return false
  })
  const locks = before.locks.filter((walk) => {
    if (here.has(walk) && !changed.has(walk)) return true
    gone.push({ type: 'lock', walk, reason: here.has(walk) ? 'late' : 'no_walk' })
    return false
  })
  if (pins.length + locks.length + gone.length === 0) return plan
  const of = plan.replan?.of ?? before.of
  return { ...plan, edits: { of, steps: [], undone: [], pins, locks, gone } }
}
