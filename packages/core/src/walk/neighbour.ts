/**
 * Tells a building without a number by a numbered one: "the third on the left after no. 12". Whoever stands before
 * that number and looks along the houses finds it, from whichever end of the street he comes.
 */
import type { Building, NoDoorsReason, Target } from '../building/building.ts'
import { metresPerDegree, type LngLat, type Metres } from '../units.ts'
import type { Neighbour } from '../words/phrases.ts'

/** Of a target without a number, on this street; undefined: no number is near enough. */
export type FindNeighbour = (target: Target, street: string) => Neighbour | undefined

/** A number farther away is of no help. */
const FARTHEST: Metres = 80
/** Nobody counts further. */
const MOST = 4
/** Doors of one row of houses lie about on a line. */
const OUT_OF_LINE: Metres = 8
/** A door nearer to the middle of its building does not tell which way that looks. */
const LEAST_DEPTH: Metres = 1.5
/** The middle of a building of the row lies so far behind its front at most. */
const DEEPEST: Metres = 20
/** Buildings that nobody counts who counts houses. */
const NOT_COUNTED: ReadonlySet<NoDoorsReason | undefined> = new Set<NoDoorsReason>([
  'outbuilding',
  'too_small',
])
/** Degrees of latitude; higher than FARTHEST is far. */
const CELL = 0.001

/**
 * Buildings are put in order at the first question. Cost of each: those within 80 m.
 *
 * @param buildings  all there are, knocked on or not
 */
export function neighboursOf(buildings: Building[]): FindNeighbour {
  let cells: Map<string, Building[]> | undefined
  return (target, street) => {
    cells ??= byCell(buildings)
    const around = cellsAround(target.location).flatMap((cell) => cells?.get(cell) ?? [])
    return neighbourOf(target, { street, around })
  }
}

function neighbourOf(
  target: Target,
  { street, around }: { street: string; around: Building[] },
): Neighbour | undefined {
  const own = around.find(({ id }) => id === target.building)
  if (own === undefined || street === '') return undefined
  const scale = metresPerDegree(target.location[1])
  const metres = ([lng, lat]: LngLat): Vector => [
    (lng - target.location[0]) * scale.lng,
    (lat - target.location[1]) * scale.lat,
  ]
  const depth = metres(own.location)
  const deep = Math.hypot(...depth)
  if (deep < LEAST_DEPTH) return undefined
  const inwards: Vector = [depth[0] / deep, depth[1] / deep]
  const rightwards: Vector = [inwards[1], 0 - inwards[0]]
  const others = around.filter(({ id }) => id !== own.id)
  let nearest: { number: string; along: Metres; building: string } | undefined
  for (const building of others) {
    for (const { address, location } of building.targets) {
      if (!address || address.number === '' || address.street !== street) continue
      const door = metres(location)
      const along = dot(door, rightwards)
      const facing = dot(difference(metres(building.location), door), inwards)
      if (Math.abs(dot(door, inwards)) > OUT_OF_LINE || Math.abs(along) > FARTHEST || facing <= 0) continue
      if (nearest && Math.abs(nearest.along) <= Math.abs(along)) continue
      nearest = { number: address.number, along, building: building.id }
    }
  }
  if (nearest === undefined) return undefined
  const { along, number, building } = nearest
  const between = others.filter((other) => {
    if (other.id === building || NOT_COUNTED.has(other.noDoors)) return false
    const middle = metres(other.location)
    const [at, behind] = [dot(middle, rightwards), dot(middle, inwards)]
    return at * Math.sign(along) > 0 && Math.abs(at) < Math.abs(along) && behind > 0 && behind < DEEPEST
  })
  if (between.length >= MOST) return undefined
  // Who comes from a number on the right of the door, as one looks at it, has the row on his right.
  return { number, place: between.length + 1, side: along > 0 ? 'right' : 'left' }
}

type Vector = [east: Metres, north: Metres]

function dot(a: Vector, b: Vector): Metres {
  return a[0] * b[0] + a[1] * b[1]
}

function difference(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1]]
}

function byCell(buildings: Building[]): Map<string, Building[]> {
  const cells = new Map<string, Building[]>()
  for (const building of buildings) {
    const cell = cellName(building.location[0], building.location[1])
    const own = cells.get(cell)
    if (own) own.push(building)
    else cells.set(cell, [building])
  }
  return cells
}

/** Cells are about square near 45°; at 60° one of them is 55 m wide: two on either side. */
function cellsAround([lng, lat]: LngLat): string[] {
  const steps = [-2, -1, 0, 1, 2]
  return steps.flatMap((east) => steps.map((north) => cellName(lng + east * CELL, lat + north * CELL)))
}

function cellName(lng: number, lat: number): string {
  return `${Math.floor(lng / CELL)} ${Math.floor(lat / CELL)}`
}
