/**
 * The whole journey on one screen: a request goes in, walks come out.
 * area → building → graph → grouping → matrix → solver → walk; every step is one call into the folder of that name.
 */
import { pieceArea, resolveArea } from './area/area.ts'
import type { Aliases } from './building/alias.ts'
import type { Assumptions } from './building/door-time.ts'
import { DEFAULT_ASSUMPTIONS } from './building/door-time.ts'
import { loadAliases, loadBuildings, loadPrecincts } from './building/load.ts'
import type { LedgerView } from './building/select.ts'
import { selectTargets } from './building/select.ts'
import { streetRouter, type MakeRouter } from './matrix/street-router.ts'
import { blocksOf, proposeMeetingPoint } from './grouping/block.ts'
import { makeCrew, needsMeetingPoint } from './grouping/crew.ts'
import { shortlist } from './grouping/shortlist.ts'
import { longestSeconds, makeStops, placeCrew, placeTargets, roomFor } from './assembly/placement.ts'
import type { Cell } from './h3.ts'
import type { Clock, Regions } from './ports.ts'
import type { PlanRequest } from './request.ts'
import type { Before } from './replan/earlier-plan.ts'
import {
  crewBefore,
  fixedBefore,
  givenStops,
  placesBefore,
  problemBefore,
  solveBefore,
  viewBefore,
  withoutKept,
} from './replan/earlier-plan.ts'
import type { SolveOptions } from './solver/problem/problem.ts'
import { pointsOf } from './assembly/points.ts'
import { PRIZE_POINTS, toProblem } from './assembly/problem.ts'
import { screen } from './assembly/screening.ts'
import type { Plan } from './walk/answer.ts'
import { timeOf } from './walk/clock-time.ts'
import type { Draft } from './assembly/draft.ts'
import { makeDraft, nobodyWalks, nothingToWalk } from './assembly/draft.ts'
import { joinDrafts } from './assembly/joining.ts'
import type { Task, Told } from './assembly/task.ts'

/** What a plan needs of the world. */
export interface World {
  regions: Regions
  clock: Clock
  /** Mints an id with this prefix. */
  id: (prefix: string) => string
  /** What was visited, seen from the moment the walks start; undefined: nothing yet. */
  ledger?: (moment: { at: string; visitedSince?: string; aliases: Aliases }) => LedgerView
  assumptions?: Assumptions
  /** Default: our own streets, loaded anew. A warm server hands in keepRouters(), others an external OSRM. */
  router?: MakeRouter
  /** What an earlier plan leaves to this one. */
  before?: Before
}

export type Progress = { step: PlanStep; done: number; of: number }
/** The folders, in the order of the pipeline; whoever has a clock can tell from them where the time goes. */
export type PlanStep = 'area' | 'building' | 'graph' | 'grouping' | 'matrix' | 'solver' | 'walk'

export type Tell = (step: PlanStep, done?: number, of?: number) => void

export interface Hooks {
  onProgress?: (progress: Progress) => void
  /** Prize on the walks, and of all that might have been walked; once per piece. */
  onSolved?: (score: { prize: number; offered: number }) => void
  signal?: AbortSignal
  /** Milliseconds on the clock: best walks found by then. */
  deadline?: number
}

/**
 * Walks for the request's volunteers.
 *
 * Same request, region version, seed and iterations give the same walks; a time limit only cuts short and is
 * reported in `stoppedBy`.
 *
 * @throws VisibleError for everything the caller can mend
 */
export async function planWalks(request: PlanRequest, world: World, hooks: Hooks = {}): Promise<Plan> {
  const draft = await draftWalks(request, world, hooks)
  return joinDrafts([draft], { ...aboutPlan(request, world), id: world.id('pln') })
}

/** What {@link joinDrafts} wants to know of a plan besides its drafts. */
export function aboutPlan(request: PlanRequest, { assumptions = DEFAULT_ASSUMPTIONS, before }: World) {
  return { request, assumptions, warnings: [], ...(before ? { before } : {}) }
}

/**
 * The same for a plan or for one piece of it, see {@link partition}: walks not yet numbered, and what they leave out.
 *
 * @param cells  the blocks of the piece; its volunteers, targets and start are in the request
 */
export async function draftWalks(
  request: PlanRequest,
  world: World,
  { cells, ...hooks }: Hooks & { cells?: Cell[] } = {},
): Promise<Draft> {
  const { clock, before } = world
  const tell: Tell = (step, done = 0, of = 1) => hooks.onProgress?.({ step, done, of })
  const startedAt = clock.now()
  const task = await makeTask(request, world, { tell, cells })
  if ('draft' in task) return task.draft
  const { problem, kept, given } = task

  tell('solver')
  const deadline = earliest(hooks.deadline, request.seconds && startedAt + request.seconds * 1000)
  const options: SolveOptions = {
    seed: request.seed,
    ...(request.iterations === undefined ? {} : { iterations: request.iterations }),
    ...(deadline === undefined ? {} : { deadline, pace: 'cap', now: () => clock.now() }),
    ...(hooks.signal ? { signal: hooks.signal } : {}),
    onProgress: ({ iteration, iterations }) => tell('solver', iteration, iterations),
  }
  const solution = solveBefore(problem, { options, given, kept, before })

  const offered = task.selection.candidates.reduce((sum, { prize }) => sum + prize, 0)
  hooks.onSolved?.({ prize: solution.prize / PRIZE_POINTS, offered })

  tell('walk')
  return makeDraft({ ...task, solution })
}

/** Everything up to the solver; a draft where there is nobody to walk or nowhere to go. */
export async function makeTask(
  request: PlanRequest,
  world: World,
  { tell, cells }: { tell: Tell; cells?: Cell[] | undefined },
): Promise<Task | { draft: Draft }> {
  const { regions, clock, before, assumptions = DEFAULT_ASSUMPTIONS } = world
  const startAt = request.startAt ?? timeOf(clock.now())
  const visitedSince = request.skip?.visitedSince

  tell('area')
  const manifest = await regions.manifest(request.region, request.version)
  const precincts = await loadPrecincts(regions, manifest)
  const whole = resolveArea(request.area, manifest, precincts)
  const area = cells ? pieceArea(whole, cells) : whole
  tell('building')
  const buildings = await loadBuildings(regions, manifest, area.bbox)
  const aliases = await loadAliases(regions, manifest)
  const since = visitedSince === undefined ? {} : { visitedSince }
  const ledger = viewBefore(world.ledger?.({ at: startAt, aliases, ...since }), before)
  const selection = withoutKept(
    selectTargets({ buildings, area, precincts, request, assumptions, aliases, ledger }),
    before,
  )
  const { candidates } = selection
  if (Array.isArray(request.volunteers) && request.volunteers.length === 0)
    return { draft: nobodyWalks({ request, manifest, startAt, selection }) }

  tell('graph')
  const makeRouter = world.router ?? streetRouter
  const { profile, volunteers } = request
  const avoidStairs =
    Array.isArray(volunteers) && volunteers.some((volunteer) => volunteer.avoidStairs === true)
  const router = await makeRouter({ regions, manifest, area: { bbox: area.bbox }, profile, avoidStairs })

  tell('grouping')
  const blocks = blocksOf(candidates)
  const meetingPoint = needsMeetingPoint(request) ? proposeMeetingPoint(candidates, blocks) : null
  const crew = crewBefore(makeCrew(request, meetingPoint, assumptions), before, assumptions.slackShare)
  const places = await placeCrew(crew, router, manifest.name)
  const seconds = longestSeconds(candidates, crew, assumptions)
  const { walkingMetresPerSecond } = assumptions
  const short = shortlist({
    ...{ candidates, seconds, blocks, crew, walkingMetresPerSecond },
    limit: roomFor(places),
    fixed: fixedBefore(candidates, before),
  })
  const placed = await placeTargets({ candidates, short, seconds, router })
  const { targets } = placed
  const given = givenStops(targets, before)
  const stops = await makeStops({ targets, router, walkingMetresPerSecond, given: given.rows })
  const told: Told = {
    ...{ request, manifest, precincts, assumptions, selection, placed, stops, crew },
    meetingPoint: meetingPoint ?? (Array.isArray(request.start) ? request.start : null),
    startAt,
    warnings: [...area.warnings, ...selection.warnings],
    ...(before ? { before } : {}),
  }
  if (stops.length === 0) return { draft: nothingToWalk(told) }

  tell('matrix')
  const points = pointsOf(stops, placesBefore(places, { stops, targets, given, before }))
  const matrix = await router.table(points.snaps)
  const open = toProblem({ stops, crew, points, matrix, placed: targets, assumptions })
  const problem = problemBefore(open, given, before)
  const { kept, refused } = screen(problem, { matrix, done: new Set(given.done.flat()) })
  return { ...told, router, places, points, matrix, given, problem, kept, refused }
}

function earliest(...times: (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}
