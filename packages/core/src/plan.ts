/**
 * The whole journey on one screen: a request goes in, walks come out.
 * area → building → graph → grouping → matrix → solver → walk; the alphabet of the rooms is the order of the steps.
 */
import type { Draft } from './assembly/draft.ts'
import { makeDraft, nobodyWalks, nothingToWalk } from './assembly/draft.ts'
import { FIRST_PLAN } from './assembly/earlier-plan.ts'
import { layGroundwork } from './assembly/groundwork.ts'
import type { JoinOptions } from './assembly/joining.ts'
import { joinDrafts } from './assembly/joining.ts'
import type { KeyRule } from './assembly/key-choice.ts'
import { keyRuleOf } from './assembly/key-choice.ts'
import type { PlanningPorts } from './assembly/planning-ports.ts'
import { likedWeights, PRIZE_POINTS } from './assembly/problem.ts'
import { openSite, streetsOf } from './assembly/site.ts'
import { makeTask } from './assembly/task.ts'
import { type Elsewhere, NO_ACCOUNT } from './building/account.ts'
import { DEFAULT_ASSUMPTIONS } from './building/door-time.ts'
import { loadBuildings } from './building/load.ts'
import { refuseNothing, selectTargets } from './building/select.ts'
import type { Cell } from './h3.ts'
import { streetRouter } from './matrix/street-router.ts'
import type { PlanRequest } from './request/request.ts'
import type { SolveOptions } from './solver/problem/problem.ts'
import type { Plan } from './walk/answer.ts'

export type Progress = { step: PlanStep; done: number; of: number }
/** The rooms, in the order of the pipeline; whoever has a clock can tell from them where the time goes. */
export type PlanStep = 'area' | 'building' | 'graph' | 'grouping' | 'matrix' | 'solver' | 'walk'

export interface Hooks {
  onProgress?: (progress: Progress) => void
  /** Prize on the walks, and of all that might have been walked; once per piece. */
  onSolved?: (score: { prize: number; offered: number }) => void
  signal?: AbortSignal
  /** Milliseconds on the clock: best walks found by then. */
  deadline?: number
}

export interface DraftHooks extends Hooks {
  /** The blocks of the piece; its volunteers, targets and start are in the request. Default: the whole area. */
  cells?: Cell[]
  /** Of the whole plan; default: chosen here. */
  keys?: KeyRule
  /** What the request names and no piece has: one of them tells of it. */
  elsewhere?: Elsewhere[]
}

/**
 * Walks for the request's volunteers.
 *
 * Same request, region version, seed and iterations give the same walks; a time limit only cuts short and is
 * reported in `stoppedBy`.
 *
 * @throws VisibleError for everything the caller can mend
 */
export async function planWalks(
  request: PlanRequest,
  ports: PlanningPorts,
  hooks: Hooks = {},
): Promise<Plan> {
  const draft = await draftWalks(request, ports, hooks)
  return joinDrafts([draft], { ...aboutPlan(request, ports), id: ports.id('pln') })
}

/** What {@link joinDrafts} wants to know of a plan besides its drafts and its id. */
export function aboutPlan(request: PlanRequest, ports: PlanningPorts): Omit<JoinOptions, 'id'> {
  const { assumptions = DEFAULT_ASSUMPTIONS, earlier = FIRST_PLAN } = ports
  return { request, assumptions, warnings: [], earlier }
}

/**
 * The pipeline, for a plan or for one piece of it, see {@link partition}: walks not yet numbered, and what they leave
 * out.
 */
export async function draftWalks(
  request: PlanRequest,
  ports: PlanningPorts,
  hooks: DraftHooks = {},
): Promise<Draft> {
  const { regions, earlier = FIRST_PLAN, router: makeRouter = streetRouter } = ports
  const enter = (step: PlanStep) => hooks.onProgress?.({ step, done: 0, of: 1 })
  const options = solveOptions(request, ports, hooks)

  enter('area')
  const site = await openSite(request, ports, hooks.cells)

  enter('building')
  const buildings = await loadBuildings(regions, site.manifest, site.area.bbox)
  const ledger = earlier.adjustLedger(site.ledger)
  const part = hooks.cells && NO_ACCOUNT
  const all = selectTargets({ ...site, buildings, ledger, part })
  if (!hooks.cells) refuseNothing(all, site.area)
  all.leftOut.push(...(hooks.elsewhere ?? []))
  const rule = hooks.keys ?? keyRuleOf(all, site)
  const selection = earlier.dropKept(all)
  if (Array.isArray(request.volunteers) && request.volunteers.length === 0)
    return nobodyWalks({ site, selection, rule })

  enter('graph')
  const router = await makeRouter(streetsOf(site))

  enter('grouping')
  const groundwork = await layGroundwork({ site, selection, rule, router, earlier })
  if (groundwork.stops.length === 0) return nothingToWalk(groundwork)

  enter('matrix')
  const matrix = await router.table(groundwork.points.snaps)
  const task = makeTask(groundwork, matrix, earlier)

  enter('solver')
  const weights = likedWeights(task.problem)
  const solution = earlier.solve(task.problem, { ...options, weights }, task.ahead)
  const offered = selection.candidates.reduce((sum, { prize }) => sum + prize, 0)
  hooks.onSolved?.({ prize: solution.prize / PRIZE_POINTS, offered })

  enter('walk')
  return makeDraft({ ...task, buildings, solution, earlier })
}

/** @returns options whose time, where the request limits it, runs from now on */
function solveOptions(request: PlanRequest, { clock }: PlanningPorts, hooks: Hooks): SolveOptions {
  const { seed, iterations, seconds } = request
  const limits = [hooks.deadline, seconds && clock.now() + seconds * 1000].filter(
    (limit) => limit !== undefined,
  )
  return {
    seed,
    ...(iterations === undefined ? {} : { iterations }),
    ...(limits.length > 0 ? { deadline: Math.min(...limits), pace: 'cap', now: () => clock.now() } : {}),
    ...(hooks.signal ? { signal: hooks.signal } : {}),
    onProgress: ({ iteration, iterations: of }) =>
      hooks.onProgress?.({ step: 'solver', done: iteration, of }),
  }
}
