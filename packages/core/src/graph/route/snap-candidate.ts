/** Streets near a place: where the place would be put on each, and the snap that would make. */
import type { LngLat, Metres } from '../../units.ts'
import { fromLngLat, toLngLat, wrapE7 } from '../network/coordinates.ts'
import { streetName, type Graph } from '../network/graph.ts'
import { linesIn } from '../network/line-index.ts'
import { footOnEdge, scaleAt, type Foot } from './geometry.ts'
import type { Side, Snap } from './snap.ts'

/** Below this the side of the street is noise, metres. */
const SIDE_UNKNOWN = 2

export interface SnapCandidate {
  edge: number
  foot: Foot
  cost: number
  /** 0…1; −1 when the query has no street or the edge no name. */
  likeness: number
}

interface Surroundings {
  location: LngLat
  radius: Metres
}

/** Every edge with a point within the radius, in the order of edges, so that ties do not depend on the index. */
export function forEachFoot(
  graph: Graph,
  { location, radius }: Surroundings,
  visit: (edge: number, foot: Foot) => void,
): void {
  const scale = scaleAt(location[1])
  const [lng, y] = fromLngLat(graph, location)
  const x = wrapE7(lng)
  const [reachX, reachY] = [radius / scale.x, radius / scale.y]
  for (const edge of linesIn(graph.index, [x - reachX, y - reachY, x + reachX, y + reachY])) {
    const foot = footOnEdge(graph, edge, { x, y, scale })
    if (foot.metres <= radius) visit(edge, foot)
  }
}

export function placeOf(
  graph: Graph,
  { edge, foot }: Pick<SnapCandidate, 'edge' | 'foot'>,
  from: LngLat,
): Omit<Snap, 'rule' | 'confidence'> {
  return {
    edge,
    position: foot.position,
    location: toLngLat(graph, [Math.round(foot.x), Math.round(foot.y)]),
    from,
    metresAway: foot.metres,
    street: streetName(graph, edge),
    side: sideOf(foot),
  }
}

/** Beyond the end of a street a door is on neither side when it faces it. */
function sideOf({ metres, left, position }: Foot): Side | null {
  const beyond = position === 0 || position === 1
  if ((beyond ? Math.abs(left) : metres) < SIDE_UNKNOWN) return null
  return left > 0 ? 'left' : 'right'
}

export function componentOf(graph: Graph, edge: number): number {
  return graph.component[graph.edgeEnds[4 * edge]!]!
}
