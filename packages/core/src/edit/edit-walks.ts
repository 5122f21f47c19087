/** A plan of which some walks are made again by hand, and all else stays. */
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { type Hooks, planWalks } from '../plan.ts'
import { type EarlierWalk, withChanges } from '../replan/changes.ts'
import type { Continuation } from '../replan/continuation.ts'
import { newWalk } from '../request/edit-request.ts'
import type { PlanRequest } from '../request/request.ts'
import type { EditGone, LeftOut, Plan } from '../walk/answer.ts'
import { editedEarlier } from './earlier-plan.ts'
import type { EditsTold, EditTask } from './edit-task.ts'
import { figuresOf } from './figures.ts'
import { refuseMissed } from './fit.ts'

/** @throws VisibleError of planWalks, and `edit.…` for what cannot be kept */
export async function editWalks(
  request: PlanRequest,
  ports: Omit<PlanningPorts, 'earlier'>,
  {
    continuation,
    edit,
    walks,
    hooks = {},
  }: { continuation: Continuation; edit: EditTask; walks: EarlierWalk[]; hooks?: Hooks },
): Promise<Plan> {
  const earlier = editedEarlier(continuation, edit)
  const { meetingPoint } = edit
  const made = { ...(await planWalks(request, { ...ports, earlier }, hooks)), meetingPoint }
  const plan = withReasons(made, { before: edit.leftOut, tried: earlier.tried, request })
  const changed = withChanges(plan, { of: edit.told.of, keep: 'walks', walks })
  const missed = missedOf(changed, { edit, continuation, gone: earlier.gone })
  const lost = new Set([...earlier.gone, ...missed].map(({ target }) => target))
  const added = new Map(changed.walks.map(({ walkId, walker }) => [newWalk(walker), walkId]))
  return withEdits(changed, {
    ...edit.told,
    pins: edit.told.pins
      .filter(({ target }) => !lost.has(target))
      .map(({ target, walk }) => ({ target, walk: added.get(walk) ?? walk })),
    gone: [...edit.told.gone, ...earlier.gone, ...missed],
  })
}

/**
 * Pins of before that are not on their walk any more.
 *
 * @throws VisibleError `edit.does_not_fit` where an edit put something there for which no room was found
 */
function missedOf(
  { walks, leftOut }: Plan,
  { edit, continuation, gone }: { edit: EditTask; continuation: Continuation; gone: EditGone[] },
): EditGone[] {
  const walkOf = new Map(
    walks.flatMap(({ walkId, stops }) =>
      stops.flatMap(({ targets }) => targets.map(({ id }) => [id, walkId] as const)),
    ),
  )
  const told = new Set(gone.map(({ target }) => target))
  const known = new Set(continuation.keptWalks.map(({ walkId }) => walkId))
  for (const { walk } of continuation.walkers) if (walk) known.add(walk.walkId)
  return edit.must.flatMap((all, index) =>
    all.flatMap(([target, by]): EditGone[] => {
      const walk = continuation.walkers[index]!.walk
      const at = walkOf.get(target)
      const isThere = walk ? at === walk.walkId : at !== undefined && !known.has(at)
      if (isThere || told.has(target)) return []
      if (by !== null) refuseMissed({ id: target, by, number: walk?.number ?? null })
      const reason = leftOut.find((one) => one.target === target)?.reason ?? 'not_selected'
      return [{ type: 'pin', target, walk: walk?.walkId ?? '', reason }]
    }),
  )
}

/** What was changed by hand, with what it cost. */
function withEdits(plan: Plan, { before, ...told }: EditsTold): Plan {
  return { ...plan, edits: { ...told, cost: { before, after: figuresOf(plan) } } }
}

/** What was not looked at is left out for the reason that was found before. */
function withReasons(
  plan: Plan,
  { before, tried, request }: { before: LeftOut[]; tried: ReadonlySet<string>; request: PlanRequest },
): Plan {
  const known = new Map(before.map((one) => [one.target, one]))
  const keys = new Map((request.targets ?? []).map(({ id, key }) => [id, key ?? false]))
  const leftOut = plan.leftOut.map((now): LeftOut => {
    const was = known.get(now.target)
    const isFound = now.reason !== 'not_selected' && now.reason !== 'key_not_reached'
    if (!was || isFound || tried.has(now.target) || !FOUND_BEFORE.has(was.reason)) return now
    return (was.key ?? false) === (now.key ?? keys.get(now.target) ?? false) ? was : now
  })
  const counts: Record<string, number> = {}
  for (const { reason } of leftOut) counts[reason] = (counts[reason] ?? 0) + 1
  return { ...plan, leftOut, summary: { ...plan.summary, leftOut: counts } }
}

/** Reasons of what somebody might have done. */
const FOUND_BEFORE: ReadonlySet<LeftOut['reason']> = new Set([
  'not_selected',
  'key_not_reached',
  'unreachable',
  'exceeds_budget_alone',
])
