/** How far so many walkers get: the pipeline up to the solver, and a curve in place of walks. */
import { FIRST_PLAN } from '../assembly/earlier-plan.ts'
import { layGroundwork } from '../assembly/groundwork.ts'
import { AS_REQUESTED } from '../assembly/key-choice.ts'
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { openSite, streetsOf } from '../assembly/site.ts'
import type { Task } from '../assembly/task.ts'
import { makeTask } from '../assembly/task.ts'
import type { Area } from '../area/place.ts'
import type { Building } from '../building/building.ts'
import { loadBuildings } from '../building/load.ts'
import type { Candidate } from '../building/select.ts'
import { refuseNothing, selectTargets } from '../building/select.ts'
import { streetRouter } from '../matrix/street-router.ts'
import type { EstimateRequest } from '../request/request.ts'
import { KeptPlanRequest } from '../request/request.ts'
import { outlineOf } from '../reach/outline.ts'
import type { LngLat } from '../units.ts'
import { rounded, short } from '../walk/rounding.ts'
import { sayWarning } from '../words/say.ts'
import type { Estimate } from './answer.ts'
import { evenings, needed } from './answer.ts'
import { curveOf, shareOf } from './curve.ts'

/** From the call on; a plan that takes longer becomes a job, an estimate ends with what it has. */
export const ESTIMATE_MILLISECONDS = 8_000

export interface EstimateLimits {
  signal?: AbortSignal
  /** From now on; less where the call has waited already, more is not given. */
  milliseconds?: number
}

/**
 * Targets, doors and prize against the number of walkers, for each length of walk; rising throughout. Held-out
 * targets are no part of it.
 *
 * Same request, region version and ledger: same answer, unless time ran out, which `stoppedBy` says: what is left of
 * it is shared by the crews still to come, and the curve then lies lower. @throws VisibleError as planWalks does
 */
export async function estimateWalks(
  request: EstimateRequest,
  ports: PlanningPorts,
  { signal, milliseconds = ESTIMATE_MILLISECONDS }: EstimateLimits = {},
): Promise<Estimate> {
  const { upTo, goal, volunteers, minutes, ...about } = request
  const { clock } = ports
  const lengths = Array.isArray(minutes) ? minutes : [minutes]
  const end = clock.now() + Math.min(ESTIMATE_MILLISECONDS, milliseconds)
  const estimate: Estimate = {
    region: '',
    version: '',
    targets: 0,
    doors: 0,
    prize: 0,
    buildings: 0,
    outline: null,
    stoppedBy: 'iterations',
    curves: [],
    warnings: [],
  }
  for (const [index, length] of lengths.entries()) {
    const asked = KeptPlanRequest.parse({ ...about, minutes: length, volunteers: upTo, reserves: false })
    const site = await openSite(asked, ports)
    Object.assign(estimate, { region: site.manifest.name, version: site.manifest.version })
    const buildings = await loadBuildings(ports.regions, site.manifest, site.area.bbox)
    const selection = selectTargets({ ...site, buildings })
    refuseNothing(selection, site.area)
    // The same for each length.
    const warnings = [...site.area.warnings, ...selection.warnings]
    estimate.warnings = warnings.map((warning) => sayWarning(warning, asked.language))
    estimate.outline = site.area.isDerived ? outlineIn(site.area, buildings) : null
    const router = await (ports.router ?? streetRouter)(streetsOf(site))
    const groundwork = await layGroundwork({
      ...{ site, selection, router },
      rule: AS_REQUESTED,
      earlier: FIRST_PLAN,
    })
    if (groundwork.stops.length === 0) {
      estimate.curves.push({ minutes: length, points: [], needed: null, evenings: null })
      continue
    }
    Object.assign(estimate, totalsOf(selection.candidates))
    const task = makeTask(groundwork, await router.table(groundwork.points.snaps), FIRST_PLAN)
    const { points, isCut } = curveOf({
      problem: task.problem,
      members: membersOf(task),
      seed: request.seed,
      isWhole: task.placed.notTried.length === 0,
      signal,
      clock,
      end: shareOf(clock.now(), { end, parts: lengths.length - index }),
    })
    if (isCut) estimate.stoppedBy = 'deadline'
    const walkers = needed(points, goal * estimate.doors)
    estimate.curves.push({
      minutes: length,
      points: points.map((point) => ({
        ...point,
        prize: rounded(point.prize),
        share: Math.round((1000 * point.doors) / estimate.doors) / 1000,
      })),
      needed: walkers,
      evenings: volunteers === undefined ? null : evenings(walkers, volunteers),
    })
  }
  return estimate
}

function totalsOf(candidates: Candidate[]): Pick<Estimate, 'targets' | 'doors' | 'prize' | 'buildings'> {
  const total = (of: (candidate: Candidate) => number) =>
    candidates.reduce((sum, candidate) => sum + of(candidate), 0)
  return {
    targets: candidates.length,
    doors: total(({ doors }) => doors),
    prize: rounded(total(({ prize }) => prize)),
    buildings: new Set(candidates.map(({ target }) => target.building)).size,
  }
}

/** Of all that stands there, due or not. */
function outlineIn(area: Area, buildings: Building[]): LngLat[][][] {
  const places = buildings.flatMap(({ targets }) => targets).filter((target) => area.holds(target))
  return outlineOf(places.map(({ location }) => location)).map((polygon) =>
    polygon.map((ring) => ring.map((corner) => short(corner))),
  )
}

/** Targets of each stop of the solver's problem. */
function membersOf({ feasible, stops }: Task): number[] {
  return feasible.map((stop) => stops[stop]!.members.length)
}
