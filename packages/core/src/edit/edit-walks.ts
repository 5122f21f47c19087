/** A plan of which some walks are made again by hand, and all else stays. */
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { type Hooks, planWalks } from '../plan.ts'
import { type EarlierWalk, withChanges } from '../replan/changes.ts'
import type { Continuation } from '../replan/continuation.ts'
import type { PlanRequest } from '../request/request.ts'
import type { LeftOut, Plan } from '../walk/answer.ts'
import { editedEarlier } from './earlier-plan.ts'
import type { EditsTold, EditTask } from './edit-task.ts'
import { figuresOf } from './figures.ts'

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
  const { pins, gone } = edit.told
  const lost = new Set(earlier.gone.map(({ target }) => target))
  return withEdits(changed, {
    ...edit.told,
    pins: pins.filter(({ target }) => !lost.has(target)),
    gone: [...gone, ...earlier.gone],
  })
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
  const told = { ...plan, leftOut }
  return { ...told, summary: { ...plan.summary, ...keysNamed(told, request), leftOut: counts } }
}

/** Where the request names key buildings, stars that the plan chose before stay on paper, and are not counted. */
function keysNamed(
  { walks, leftOut, summary }: Plan,
  { targets = [] }: PlanRequest,
): Pick<Plan['summary'], 'keys'> {
  if (summary.keys?.by !== 'request') return {}
  const named = new Set(targets.flatMap(({ id, key }) => (key ? [id] : [])))
  const onWalks = walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets))
  const reached = onWalks.filter(({ id, building }) => named.has(id) || named.has(building)).length
  return { keys: { by: 'request', reached, of: reached + leftOut.filter(({ key }) => key).length } }
}

/** Reasons of what somebody might have done. */
const FOUND_BEFORE: ReadonlySet<LeftOut['reason']> = new Set([
  'not_selected',
  'key_not_reached',
  'unreachable',
  'exceeds_budget_alone',
])
