/** Which doors lie behind gates that are locked or private at every hour: on streets that only these lead to. */
import type { Building } from '@doorwalk/core/building/building'
import { buildGraph } from '@doorwalk/core/graph/network/build'
import { fromLngLat } from '@doorwalk/core/graph/network/coordinates'
import type { Graph } from '@doorwalk/core/graph/network/graph'
import { indexLines, linesIn, type LineIndex } from '@doorwalk/core/graph/network/line-index'
import { CANVASS } from '@doorwalk/core/graph/network/switches'
import { FLAG } from '@doorwalk/core/graph/osm/flags'
import type { SnapQuery } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { cellAt, disk, TILE_RESOLUTION } from '@doorwalk/core/h3'
import { metresPerDegree, type Metres } from '@doorwalk/core/units'
import type { StreetTiles } from './tiles.ts'

/** No door is put on a street farther away, with what the curve of the earth may hide. */
const REACH: Metres = 255
/** Graphs count in 1e-7 degrees. */
const PER_DEGREE = 1e7

/** What stands behind gates. */
export interface BehindGates {
  buildings: number
  targets: number
  doors: number
}

/**
 * Sets the access of targets behind gates, in place, by the rule by which plans put doors on streets.
 *
 * Cost: none without such streets; else the graph of their cells, and 20 µs for each target near such a street.
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
  const gated = gatedLines(graph)
  const isNear = ({ location }: SnapQuery) => {
    const [x, y] = fromLngLat(graph, location)
    const scale = metresPerDegree(location[1])
    const [dx, dy] = [(REACH / scale.lng) * PER_DEGREE, (REACH / scale.lat) * PER_DEGREE]
    return linesIn(gated, [x - dx, y - dy, x + dx, y + dy]).length > 0
  }
  const near = doors.flatMap((door, index) =>
    within.has(cellAt(door.location, TILE_RESOLUTION)) && isNear(door) ? [index] : [],
  )
  const snaps = snapAll(
    graph,
    near.map((index) => doors[index]!),
  )
  return new Set(near.filter((_, i) => snaps[i]?.gated))
}

/** Streets behind gates by two corners of their boxes: among all streets a search of this reach finds thousands. */
function gatedLines({ edgeCount, edgeFlags, index: { bounds } }: Graph): LineIndex {
  const x: number[] = []
  const y: number[] = []
  for (let edge = 0; edge < edgeCount; edge++) {
    if ((edgeFlags[edge]! & FLAG.gated) === 0) continue
    x.push(bounds[4 * edge]!, bounds[4 * edge + 2]!)
    y.push(bounds[4 * edge + 1]!, bounds[4 * edge + 3]!)
  }
  const starts = Uint32Array.from({ length: x.length / 2 + 1 }, (_, line) => 2 * line)
  return indexLines(starts, Int32Array.from(x), Int32Array.from(y))
}
