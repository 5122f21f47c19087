/**
 * What there is to choose from: the doors of each ranked area, block by block, with their worth and the time they take.
 */
import { precinctFinder } from '../area/precinct-finder.ts'
import { secondsTogether } from '../assembly/placement.ts'
import { openSite, type Site, streetsOf } from '../assembly/site.ts'
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { loadBuildings } from '../building/load.ts'
import { type Candidate, selectTargets } from '../building/select.ts'
import { nearestTo } from '../grouping/block.ts'
import { makeCrew } from '../grouping/crew.ts'
import { STEP_SECONDS } from '../grouping/workload.ts'
import { type Cell, disk } from '../h3.ts'
import type { Router } from '../matrix/router.ts'
import { streetRouter } from '../matrix/street-router.ts'
import type { Snap } from '../graph/route/snap.ts'
import type { ShapedArea } from '../ranking/worth.ts'
import { queryOf } from '../reach/street-query.ts'
import { PlanRequest } from '../request/request.ts'
import type { LngLat, Seconds } from '../units.ts'
import type { ProposalOrder } from './request.ts'

/** The doors of one area in one block. */
export interface Part {
  /** Its area, by number. */
  area: number
  cell: Cell
  /** Candidates, by number, ascending. */
  members: number[]
  doors: number
  /** doors × worth ÷ 100 × the chance of being let in. */
  score: number
  seconds: Seconds
  /** A door near its middle, and its point on the street. */
  place: LngLat
  snap: Snap
}

export interface Ground {
  site: Site
  router: Router
  areas: readonly ShapedArea[]
  /** Each with its score for prize. */
  candidates: Candidate[]
  parts: Part[]
  /** Parts of each area. */
  partsOf: number[][]
  /** Areas of which blocks lie side by side, or with one block between. */
  neighbours: ReadonlySet<number>[]
  /** Time of one walker. */
  usable: Seconds
}

/** Rings of blocks across which areas are neighbours: a park or a railway may lie between. */
const NEIGHBOUR_RINGS = 2

/**
 * Reads a region for a proposal. A target is of the first area that holds it.
 *
 * Cost: all buildings and streets of the region.
 */
export async function readGround(
  areas: readonly ShapedArea[],
  request: ProposalOrder,
  ports: PlanningPorts,
): Promise<Ground> {
  const { evenings: _evenings, reach: _reach, ...about } = request
  const site = await openSite(PlanRequest.parse({ ...about, reserves: false }), ports)
  const buildings = await loadBuildings(ports.regions, site.manifest, site.area.bbox)
  const find = precinctFinder(
    areas.map(({ geometry }, at) => ({ code: String(at), geometry, properties: {} })),
  )
  const candidates: Candidate[] = []
  const areaOf: number[] = []
  for (const candidate of selectTargets({ ...site, buildings }).candidates) {
    const area = Number(find(candidate.target.location)?.code ?? -1)
    const worth = areas[area]?.worth ?? 0
    if (worth <= 0) continue
    candidates.push({ ...candidate, priority: worth, prize: (candidate.prize * worth) / 100 })
    areaOf.push(area)
  }
  const router = await (ports.router ?? streetRouter)(streetsOf(site))
  const crew = makeCrew(site.request, null, site.assumptions)
  const parts = await partsIn({
    candidates,
    areaOf,
    router,
    seconds: secondsTogether(candidates, crew, site.assumptions),
  })
  const partsOf = areas.map((): number[] => [])
  parts.forEach(({ area }, at) => partsOf[area]!.push(at))
  return {
    ...{ site, router, areas, candidates, parts, partsOf },
    neighbours: neighboursOf(parts, areas.length),
    usable: crew[0]!.usable,
  }
}

interface PartsInput {
  candidates: Candidate[]
  areaOf: number[]
  seconds: Seconds[]
  router: Router
}

/** By area, then by block; without those that no street is near. */
async function partsIn({ candidates, areaOf, seconds, router }: PartsInput): Promise<Part[]> {
  const groups = new Map<string, number[]>()
  candidates.forEach(({ target }, at) => {
    const name = `${areaOf[at]} ${target.block}`
    const group = groups.get(name)
    if (group) group.push(at)
    else groups.set(name, [at])
  })
  const lists = [...groups.values()].sort((a, b) => {
    const [first, second] = [a[0]!, b[0]!]
    return (
      areaOf[first]! - areaOf[second]! ||
      (candidates[first]!.target.block < candidates[second]!.target.block ? -1 : 1)
    )
  })
  const middles = lists.map((members) => middleOf(members.map((at) => candidates[at]!)))
  const snaps = await router.snap(middles.map(({ target }) => queryOf(target)))
  return lists.flatMap((members, at) => {
    const snap = snaps[at]
    if (!snap) return []
    const sum = (of: (member: number) => number) => members.reduce((total, member) => total + of(member), 0)
    return [
      {
        ...{ area: areaOf[members[0]!]!, cell: middles[at]!.target.block, members, snap },
        doors: sum((member) => candidates[member]!.doors),
        score: sum((member) => candidates[member]!.prize),
        seconds: sum((member) => seconds[member]! + STEP_SECONDS),
        place: middles[at]!.target.location,
      },
    ]
  })
}

/** The candidate nearest to the middle of all. */
function middleOf(candidates: Candidate[]): Candidate {
  const places = candidates.map(({ target }) => target.location)
  const mean = (axis: 0 | 1) => places.reduce((sum, place) => sum + place[axis], 0) / places.length
  const nearest = nearestTo([mean(0), mean(1)], places)
  return candidates[places.indexOf(nearest)]!
}

function neighboursOf(parts: readonly Part[], areas: number): Set<number>[] {
  const inCell = new Map<Cell, number[]>()
  for (const { area, cell } of parts) inCell.set(cell, [...(inCell.get(cell) ?? []), area])
  const found = Array.from({ length: areas }, () => new Set<number>())
  for (const { area, cell } of parts)
    for (const near of disk(cell, NEIGHBOUR_RINGS))
      for (const other of inCell.get(near) ?? []) if (other !== area) found[area]!.add(other)
  return found
}
