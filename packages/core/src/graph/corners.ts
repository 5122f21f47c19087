/**
 * Splits junctions into street corners, so that both sides of a street are walked apart and changing sides is a move
 * of its own. A corner lies between two neighbouring streets that have sides; paths join the corners beside them.
 */
import { UNREACHABLE, type Deciseconds } from '../units.ts'
import { crossingTime, SIDED } from './crossing.ts'
import { E7, type Graph } from './network.ts'
import { CLASSES, CROSSINGS, FLAG, NODE_FLAG } from './rules.ts'
import { scaleAt } from './shape.ts'

type Streets = Pick<
  Graph,
  | 'vertexFlags'
  | 'vertexLat'
  | 'ends'
  | 'endStreet'
  | 'edgeClass'
  | 'edgeFlags'
  | 'edgeName'
  | 'shape'
  | 'shapeLng'
  | 'shapeLat'
>

export interface Crossover {
  from: number
  to: number
  /** The street crossed. */
  edge: number
  deciseconds: Deciseconds
}

export interface Corners {
  /** Adds a node at a vertex. */
  addNode(vertex: number): number
  /** Sets the node of one end of a street on one side: side 0 left, 1 right, in the direction of the street. */
  setEnd(end: number, side: number, node: number): void
  addCrossover(crossover: Crossover): void
}

/**
 * Nodes of one vertex: one where no street has sides, else one per corner.
 *
 * Cost: streets at the vertex squared; there are three or four.
 */
export function cornersOf(streets: Streets, vertex: number, corners: Corners): void {
  const ends = Array.from(streets.endStreet.subarray(streets.ends[vertex], streets.ends[vertex + 1]))
  if (!ends.some((end) => isSided(streets, end >> 1))) {
    const node = corners.addNode(vertex)
    for (const end of ends) for (const side of [0, 1]) corners.setEnd(end, side, node)
    return
  }
  const round = counterClockwise(streets, vertex)
  const count = round.length
  // corner i lies between street i and street i + 1; a path does not part its corners
  const corner = round.map((_, i) => i)
  for (let i = 0; i < count; i++) {
    if (isSided(streets, round[i]! >> 1)) continue
    const [keep, drop] = [corner[(i + count - 1) % count]!, corner[i]!]
    for (let k = 0; k < count; k++) if (corner[k] === drop) corner[k] = keep
  }
  const nodes = new Map(
    [...new Set(corner)].sort((a, b) => a - b).map((one) => [one, corners.addNode(vertex)]),
  )
  // where a busy road ends, at the border of the extract, its sides stay apart
  const loneEnd = count === 1 ? corners.addNode(vertex) : null
  for (let i = 0; i < count; i++) {
    const end = round[i]!
    const left = nodes.get(corner[i]!)!
    const right = loneEnd ?? nodes.get(corner[(i + count - 1) % count]!)!
    const outward = (end & 1) === 0
    corners.setEnd(end, 0, outward ? left : right)
    corners.setEnd(end, 1, outward ? right : left)
    if (left === right || !isSided(streets, end >> 1)) continue
    const deciseconds = timeToCross(streets, { vertex, edge: end >> 1, ends })
    if (deciseconds >= UNREACHABLE) continue
    corners.addCrossover({ from: left, to: right, edge: end >> 1, deciseconds })
    corners.addCrossover({ from: right, to: left, edge: end >> 1, deciseconds })
  }
}

/** Private streets are as narrow as paths. */
function isSided({ edgeClass, edgeFlags }: Streets, edge: number): boolean {
  return SIDED[edgeClass[edge]!]! && (edgeFlags[edge]! & FLAG.private) === 0
}

function timeToCross(
  streets: Streets,
  { vertex, edge, ends }: { vertex: number; edge: number; ends: number[] },
): Deciseconds {
  const kind = CROSSINGS[(streets.vertexFlags[vertex]! & NODE_FLAG.crossingMask) >> NODE_FLAG.crossingShift]!
  const name = streets.edgeName[edge]!
  const street = CLASSES[streets.edgeClass[edge]!]!
  const junction =
    ends.length === 1 ||
    (ends.length > 2 && ends.some((end) => isSided(streets, end >> 1) && streets.edgeName[end >> 1] !== name))
  const oneway = (streets.edgeFlags[edge]! & FLAG.oneway) !== 0
  return Math.max(1, crossingTime({ street, kind, oneway, junction }))
}

/** Streets by the direction in which they leave, from east, without trigonometry; equal ones by number. */
function counterClockwise(streets: Streets, vertex: number): number[] {
  const { shape, shapeLng, shapeLat } = streets
  const scale = scaleAt(streets.vertexLat[vertex]! / E7)
  const ends = streets.endStreet.subarray(streets.ends[vertex], streets.ends[vertex + 1])
  const directions = Array.from(ends, (end) => {
    const edge = end >> 1
    const [at, step] = (end & 1) === 0 ? [shape[edge]!, 1] : [shape[edge + 1]! - 1, -1]
    let next = at + step
    const last = (end & 1) === 0 ? shape[edge + 1]! - 1 : shape[edge]!
    while (next !== last && shapeLng[next] === shapeLng[at] && shapeLat[next] === shapeLat[at]) next += step
    const x = (shapeLng[next]! - shapeLng[at]!) * scale.x
    const y = (shapeLat[next]! - shapeLat[at]!) * scale.y
    return { end, x, y, half: y > 0 || (y === 0 && x >= 0) ? 0 : 1 }
  })
  directions.sort((a, b) => a.half - b.half || b.x * a.y - a.x * b.y || a.end - b.end)
  return directions.map(({ end }) => end)
}
