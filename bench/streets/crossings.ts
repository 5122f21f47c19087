/**
 * What the cost of crossing does to plans: boxes along every main road of a region, planned with and without knowing
 * what crossing costs, then walked where it does.
 */
import { buildGraph } from '@doorwalk/core/graph/network/build'
import { CANVASS } from '@doorwalk/core/graph/network/switches'
import { isBusy } from '@doorwalk/core/graph/osm/crossing'
import { tileCells } from '@doorwalk/core/graph/network/load'
import { toLngLat } from '@doorwalk/core/graph/network/coordinates'
import { streetName, type Graph } from '@doorwalk/core/graph/network/graph'
import { CLASSES } from '@doorwalk/core/graph/osm/street-class'
import { embeddedRouter } from '@doorwalk/core/matrix/embedded-router'
import { planWalks } from '@doorwalk/core/plan'
import type { Router } from '@doorwalk/core/matrix/router'
import type { Regions } from '@doorwalk/core/ports'
import { PlanRequest } from '@doorwalk/core/request/request'
import { metresPerDegree, type LngLat } from '@doorwalk/core/units'
import type { Plan } from '@doorwalk/core/walk/answer'

/** A main road shorter than this in the region is a corner of one, metres. */
const SHORTEST_ROAD = 250
/** A box is about this long, and reaches so far to both sides: the first row of blocks. */
const BOX_LENGTH = 500
const BOX_HALF_WIDTH = 90
const CREWS = [
  { volunteers: 4, minutes: 60 },
  { volunteers: 6, minutes: 45 },
] as const
const SEEDS = [1, 2, 3] as const

interface Box {
  road: string
  ring: LngLat[]
}

/** Sums over crews and seeds. */
export interface CrossingSums {
  mainRoads: number
  tertiary: number
  prize: number
  seconds: number
}

export interface BoxReport {
  box: Box
  /** Planned knowing what crossing costs, and not. */
  known: CrossingSums
  blind: CrossingSums
}

/** Every box of a region in turn. Cost: twelve plans a box. */
export async function* compareCrossings(regions: Regions, region: string): AsyncGenerator<BoxReport> {
  const manifest = await regions.manifest(region)
  const { bbox } = manifest
  const wanted = new Set(tileCells({ bbox }, manifest))
  const tiles = manifest.tiles.filter(({ cell, streets }) => streets && wanted.has(cell))
  const bytes = await Promise.all(tiles.map(({ streets }) => regions.read(manifest, streets!)))
  const graph = buildGraph(bytes, 'canvass')
  const real = embeddedRouter(graph)
  const deceived = embeddedRouter(buildGraph(bytes, 'canvass', { ...CANVASS, sides: false }))
  // both graphs have the same edges: places on the one are places on the other
  const blind: Router = {
    snap: (queries) => deceived.snap(queries),
    table: (points) => deceived.table(points),
    reach: (from, to, limit) => deceived.reach(from, to, limit),
    routes: (pairs) => real.routes(pairs),
  }
  for (const box of boxesAlong(graph, bbox)) {
    yield {
      box,
      known: await crossingsOf({ regions, region, box, router: real }),
      blind: await crossingsOf({ regions, region, box, router: blind }),
    }
  }
}

async function crossingsOf(input: {
  regions: Regions
  region: string
  box: Box
  router: Router
}): Promise<CrossingSums> {
  const { regions, region, box, router } = input
  const area = { type: 'Polygon' as const, coordinates: [box.ring] }
  const sums: CrossingSums = { mainRoads: 0, tertiary: 0, prize: 0, seconds: 0 }
  for (const crew of CREWS) {
    for (const seed of SEEDS) {
      const plan = await planWalks(PlanRequest.parse({ region, area, seed, ...crew }), {
        regions,
        clock: { now: () => 0 },
        id: (prefix) => `${prefix}_bench`,
        router: async () => router,
      })
      addPlan(sums, plan)
    }
  }
  return sums
}

function addPlan(sums: CrossingSums, { walks, summary }: Plan): void {
  for (const { crossings } of walks) {
    sums.tertiary += crossings.tertiary ?? 0
    sums.mainRoads += (crossings.secondary ?? 0) + (crossings.primary ?? 0) + (crossings.trunk ?? 0)
  }
  sums.prize += summary.prize
  sums.seconds += summary.seconds
}

/** Boxes along the straight line between the ends of every named main road, in the order of the map. */
function boxesAlong(graph: Graph, bbox: readonly [number, number, number, number]): Box[] {
  return [...pointsOfRoads(graph, bbox)].flatMap(([road, points]) => {
    const origin = points[0]!
    const scale = metresPerDegree(origin[1])
    const places = points.map(([lng, lat]) => [(lng - origin[0]) * scale.lng, (lat - origin[1]) * scale.lat])
    const ends = { a: places[0]!, b: places[0]!, metres: 0 }
    for (const a of places) {
      for (const b of places) {
        const metres = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!)
        if (metres > ends.metres) Object.assign(ends, { a, b, metres })
      }
    }
    const { a, b, metres } = ends
    if (metres < SHORTEST_ROAD) return []
    const [ux, uy] = [(b[0]! - a[0]!) / metres, (b[1]! - a[1]!) / metres]
    const corner = (along: number, left: number): LngLat => [
      origin[0] + (a[0]! + ux * along - uy * left) / scale.lng,
      origin[1] + (a[1]! + uy * along + ux * left) / scale.lat,
    ]
    const count = Math.max(1, Math.round(metres / BOX_LENGTH))
    return Array.from({ length: count }, (_, i): Box => {
      const [from, to] = [(metres * i) / count, (metres * (i + 1)) / count]
      const right = [corner(from, -BOX_HALF_WIDTH), corner(to, -BOX_HALF_WIDTH)]
      const left = [corner(to, BOX_HALF_WIDTH), corner(from, BOX_HALF_WIDTH)]
      return { road: count > 1 ? `${road} ${i + 1}/${count}` : road, ring: [...right, ...left, right[0]!] }
    })
  })
}

function pointsOfRoads(
  graph: Graph,
  [west, south, east, north]: readonly [number, number, number, number],
): Map<string, LngLat[]> {
  const roads = new Map<string, LngLat[]>()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const street = CLASSES[graph.edgeClass[edge]!]!
    const name = streetName(graph, edge)
    if (!isBusy(street) || street === 'tertiary' || name === '') continue
    for (let i = graph.shape[edge]!; i < graph.shape[edge + 1]!; i++) {
      const point = toLngLat(graph, [graph.shapeLng[i]!, graph.shapeLat[i]!])
      if (point[0] < west || point[0] > east || point[1] < south || point[1] > north) continue
      const known = roads.get(name)
      if (known) known.push(point)
      else roads.set(name, [point])
    }
  }
  return roads
}
