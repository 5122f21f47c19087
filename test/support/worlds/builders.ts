/** Small valid things for tests; each takes only what the test is about. */
import type { Building, Target } from '@doorwalk/core/building/building'
import type { Candidate } from '@doorwalk/core/building/select'
import { BLOCK_RESOLUTION, cellAt } from '@doorwalk/core/h3'
import { PlanRequest } from '@doorwalk/core/request/request'
import type { PlanRequestInput } from '@doorwalk/core/request/request'
import type { Manifest } from '@doorwalk/core/region/region'
import type { LngLat } from '@doorwalk/core/units'

export const PARIS: LngLat = [2.3488, 48.8793]

export function aTarget(over: Partial<Target> = {}): Target {
  const location = over.location ?? PARIS
  const id = over.id ?? 'osm:w1'
  return {
    id,
    building: id.split(/[!#]/)[0]!,
    location,
    block: cellAt(location, BLOCK_RESOLUTION),
    doors: 10,
    doorsLow: 10,
    doorsHigh: 10,
    doorsSource: 'grid',
    floors: 5,
    kind: 'flats',
    access: 'unknown',
    streetDoor: id,
    ...over,
  }
}

export function aBuilding(targets: Target[], over: Partial<Building> = {}): Building {
  return {
    id: targets[0]?.building ?? 'osm:w9',
    location: targets[0]?.location ?? PARIS,
    areaM2: 200,
    levels: 5,
    levelsSource: 'tag',
    kind: 'flats',
    doors: targets.reduce((sum, target) => sum + target.doors, 0),
    targets,
    ...over,
  }
}

export function aCandidate(over: Partial<Candidate> & { target?: Target } = {}): Candidate {
  const target = over.target ?? aTarget()
  return {
    target,
    doors: target.doors,
    priority: 50,
    prize: target.doors,
    key: false,
    climbs: target.floors > 1,
    ...over,
  }
}

export function aRequest(over: Partial<PlanRequestInput> = {}): PlanRequest {
  return PlanRequest.parse({ region: 'test', volunteers: 2, ...over })
}

export function aManifest(over: Partial<Manifest> = {}): Manifest {
  return {
    format: 1,
    name: 'test',
    version: 'v1',
    bbox: [2.34, 48.87, 2.36, 48.89],
    tiles: [],
    sources: [],
    attribution: [],
    counts: {},
    doors: { total: 0, bySource: {} },
    warnings: [],
    ...over,
  }
}
