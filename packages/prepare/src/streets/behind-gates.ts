/** Which doors lie behind gates that are locked or private at every hour: on streets that only these lead to. */
import type { Building } from '@doorwalk/core/building/building'
import { buildGraph } from '@doorwalk/core/graph/network/build'
import { fromLngLat } from '@doorwalk/core/graph/network/coordinates'
import type { Graph } from '@doorwalk/core/graph/network/graph'
import { linesIn } from '@doorwalk/core/graph/network/line-index'
import { CANVASS } from '@doorwalk/core/graph/network/switches'
import { FLAG } from '@doorwalk/core/graph/osm/flags'
import type { SnapQuery } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { cellAt, disk, TILE_RESOLUTION } from '@doorwalk/core/h3'
import type { StreetTiles } from './tiles.ts'

/** No door is put on a street farther away. 1e-7 degrees: 250 m at latitudes where people live. */
const REACH = 60_000

/** What stands behind gates. */
export interface BehindGates {
  buildings: number
  targets: number
  doors: number
}

/**
 * Sets the access of targets behind gates, in place, by the rule by which plans put doors on streets.
 *
 * Cost: none without such streets; else the graph of their cells, and 20 µs for each target near them.
 */
export function tellGates(buildings: Building[], streets: StreetTiles): BehindGates {
  const targets = buildings.flatMap((building) => building.targets)
  const gated = doorsBehindGates(
    streets,
    targets.map(({ location, address }) => ({
      location,
      ...(address ? { street: address.street, houseNumber: address.number } : {}),
    })),
  )
  const behind = targets.filter((_, index) => gated.has(index))
  for (const target of behind) target.access = 'gate'
  return {
    buildings: new Set(behind.map(({ building }) => building)).size,
    targets: behind.length,
    doors: behind.reduce((sum, { doors }) => sum + doors, 0),
  }
}

/** Indices of the places that lie behind a gate. */
function doorsBehindGates({ tiles, gatedCells }: StreetTiles, doors: SnapQuery[]): Set<number> {
  if (gatedCells.size === 0) return new Set()
  const cells = [...new Set([...gatedCells].flatMap((cell) => disk(cell, 1)))].sort()
  const bytes = cells.flatMap((cell) => tiles.get(cell) ?? [])
  const graph = buildGraph(bytes, 'canvass', { ...CANVASS, when: 'most open' })
  const within = new Set(cells)
  const near = doors.flatMap((door, index) =>
    within.has(cellAt(door.location, TILE_RESOLUTION)) && isNearGated(graph, door) ? [index] : [],
  )
  const snaps = snapAll(
    graph,
    near.map((index) => doors[index]!),
  )
  return new Set(near.filter((_, i) => snaps[i]?.gated))
}

function isNearGated(graph: Graph, { location }: SnapQuery): boolean {
  const [x, y] = fromLngLat(graph, location)
  const box = [x - REACH, y - REACH, x + REACH, y + REACH] as const
  return linesIn(graph.index, box).some((edge) => (graph.edgeFlags[edge]! & FLAG.gated) !== 0)
}
