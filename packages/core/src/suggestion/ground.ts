/**
 * The streets and doors around a few walks of a plan, as planning would see them, and no more of them than a suggestion
 * needs: so it costs the same on a small plan and on a large one.
 */
import { AS_REQUESTED } from '../assembly/key-choice.ts'
import { orderOf } from '../assembly/address-order.ts'
import { layGroundwork } from '../assembly/groundwork.ts'
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { openSite, streetsOf } from '../assembly/site.ts'
import type { Task } from '../assembly/task.ts'
import { makeTask } from '../assembly/task.ts'
import { NO_ACCOUNT } from '../building/account.ts'
import { loadBuildings } from '../building/load.ts'
import type { Candidate, Selection } from '../building/select.ts'
import { selectTargets } from '../building/select.ts'
import { streetRouter } from '../matrix/street-router.ts'
import { continued, endsOf } from '../replan/continue-walks.ts'
import type { ContinuedWalk } from '../replan/continuation.ts'
import { earlierPlan } from '../replan/earlier-plan.ts'
import type { WalkNow } from '../replan/roll-call.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import type { LngLat, Metres, Seconds } from '../units.ts'
import { metresBetween, metresPerDegree } from '../units.ts'
import type { AddressOrder } from '../words/address.ts'

/** Doors further from a walk than this are no small change of it. */
const REACH: Metres = 700

/** Who is on the ground: a walk that goes on, or somebody new. */
export interface GroundWalker {
  /** Null: no walk yet. */
  now: WalkNow | null
  /** What counts for him; his minutes are those of a newcomer, or `left` of a walk. */
  volunteer: VolunteerRequest
  /** When what lies ahead begins, RFC 3339. */
  startAt: string
  /** Seconds that are left of a walk. */
  left: Seconds
}

export interface GroundInput {
  /** Of the plan, its meeting point filled in. */
  request: PlanRequest
  walkers: GroundWalker[]
  /** On other walks, in their reserves included. */
  taken: ReadonlySet<string>
  /** Free doors are looked for around these places, nearest first. */
  around: LngLat[]
  /** So many free targets at most. */
  most: number
}

export interface Ground {
  /** Walkers in the order asked; free targets and those ahead are its stops. */
  task: Task
  addressOrder: AddressOrder
}

/** Null: nothing to walk to is there. @throws VisibleError as planWalks does */
export async function layGround(input: GroundInput, ports: PlanningPorts): Promise<Ground | null> {
  const { request, walkers, taken, around, most } = input
  const volunteers = walkers.map(({ volunteer }) => volunteer)
  const site = await openSite({ ...request, volunteers }, ports)
  const ahead = walkers.flatMap(({ now }) => now?.walk.stops.flatMap(({ targets }) => targets) ?? [])
  const earlier = earlierPlan({
    keptWalks: [],
    walkers: walkers.map(continuedBy),
    lastNumber: 0,
    lastRank: null,
  })
  const places = [...around, ...ahead.map(({ location }) => location)]
  const buildings = await loadBuildings(ports.regions, site.manifest, boxAround(places))
  const ledger = earlier.adjustLedger(site.ledger)
  const all = selectTargets({ ...site, buildings, ledger, part: NO_ACCOUNT })
  const own = new Set(ahead.map(({ id }) => id))
  const selection: Selection = {
    ...all,
    candidates: [
      ...all.candidates.filter(({ target }) => own.has(target.id)),
      ...nearest(
        all.candidates.filter(({ target }) => !own.has(target.id) && !taken.has(target.id)),
        around,
        most,
      ),
    ],
  }
  if (selection.candidates.length === 0) return null
  // On the streets of the plan, which are warm.
  const climbs = volunteers.some(({ avoidStairs }) => avoidStairs) && typeof request.volunteers === 'number'
  const streets = streetsOf(climbs ? site : { ...site, request })
  const router = await (ports.router ?? streetRouter)(streets)
  const groundwork = await layGroundwork({ site, selection, rule: AS_REQUESTED, router, earlier })
  if (groundwork.stops.length === 0) return null
  const task = makeTask(groundwork, await router.table(groundwork.points.snaps), earlier)
  return { task, addressOrder: orderOf({ site, selection: all }) }
}

function continuedBy({ now, startAt, left }: GroundWalker): ContinuedWalk {
  if (now) return { ...continued(now, startAt), ...endsOf(now.walk), left }
  return { walk: null, done: [], ahead: [], doors: new Map(), keys: new Set(), startAt, onlyOwn: false }
}

/** In the order of the region, so that the same doors give the same stops. */
function nearest(candidates: Candidate[], around: LngLat[], most: number): Candidate[] {
  const near = candidates
    .map((candidate, index) => ({
      ...{ candidate, index },
      metres: Math.min(...around.map((place) => metresBetween(place, candidate.target.location))),
    }))
    .filter(({ metres }) => metres <= REACH)
    .sort((a, b) => a.metres - b.metres || a.index - b.index)
    .slice(0, most)
  return near.sort((a, b) => a.index - b.index).map(({ candidate }) => candidate)
}

function boxAround(places: LngLat[]): [west: number, south: number, east: number, north: number] {
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)]
  const scale = metresPerDegree(lats[0] ?? 0)
  const [dLng, dLat] = [REACH / scale.lng, REACH / scale.lat]
  return [
    Math.min(...lngs) - dLng,
    Math.min(...lats) - dLat,
    Math.max(...lngs) + dLng,
    Math.max(...lats) + dLat,
  ]
}
