/**
 * The house behind a number that stands at a gate, on a fence or in the front garden: near enough, on the same side of
 * the street, and without a number of its own.
 */
import type { Metres } from '@doorwalk/core/units'
import { GridIndex } from '../geometry/grid-index.ts'
import {
  boxOf,
  distance,
  grownBox,
  isInside,
  nearestOnRings,
  nearestOnSegment,
  type Plane,
  type XY,
} from '../geometry/plane.ts'
import type { OsmExtract } from '../osm/extract.ts'
import type { Structure } from '../structures/structures.ts'
import { noDoorsByTags } from '../structures/use.ts'
import type { AddressPoint } from './address.ts'

/** From a gate to the house: a front garden of 15 m, and what one draws beside. */
const GATE_REACH: Metres = 20
/** From a number in the garden, which stands right in front of its house. */
const GARDEN_REACH: Metres = 18
const GARDEN_ASIDE: Metres = 3
/** From a line of numbers, which runs before or through its houses. */
const LINE_REACH: Metres = 20
/** A number this near to a street stands at it. */
const STREET_REACH: Metres = 40
/** A smaller structure is no house. */
const LEAST_M2 = 30

/** Streets that part one side from the other; drives and paths do not. */
const STREETS = new Set(
  'motorway trunk primary secondary tertiary unclassified residential living_street pedestrian road'.split(
    ' ',
  ),
)

export interface Behind {
  isGate(address: AddressPoint): boolean
  /** Stretch of the nearest street, within 40 m. */
  streetAt(point: XY): [XY, XY] | undefined
  isParted(a: XY, b: XY): boolean
}

export interface House {
  key: string
  metres: Metres
  structure: Structure
}

/** Cost: reads all streets when first asked about one. */
export function behindOf(extract: OsmExtract, plane: Plane): Behind {
  const fences = new Set<number>()
  for (const { refs } of extract.barriers.filter(({ tags }) => tags.barrier !== undefined))
    for (const ref of refs) if (extract.nodes.has(ref)) fences.add(ref)
  let streets: GridIndex<[XY, XY]> | undefined
  const near = (a: XY, b: XY, reach: Metres) =>
    (streets ??= streetIndex(extract, plane)).near(grownBox(boxOf([a, b]), reach))
  return {
    isGate({ source, key }) {
      if (source !== 'osm' || !key.startsWith('n')) return false
      const id = Number.parseInt(key.slice(1), 10)
      return extract.nodes.get(id)?.tags.barrier !== undefined || fences.has(id)
    },
    streetAt(point) {
      let best: [XY, XY] | undefined
      let least = STREET_REACH
      for (const stretch of near(point, point, STREET_REACH)) {
        const metres = distance(point, nearestOnSegment(point, ...stretch))
        if (metres < least) [best, least] = [stretch, metres]
      }
      return best
    },
    isParted: (a, b) => [...near(a, b, 0)].some((stretch) => doCross([a, b], stretch)),
  }
}

function streetIndex(extract: OsmExtract, plane: Plane): GridIndex<[XY, XY]> {
  const index = new GridIndex<[XY, XY]>()
  for (const { refs, tags } of extract.streets) {
    if (!STREETS.has((tags.highway ?? '').replace(/_link$/, '')) || tags.area === 'yes') continue
    const line = refs.map((ref) => extract.locate(ref)).filter((place) => place !== undefined)
    const points = line.map((place) => plane.toXY(place))
    for (const [i, b] of points.slice(1).entries()) index.add(boxOf([points[i]!, b]), [points[i]!, b])
  }
  return index
}

/** Houses that may be meant, in no order. */
export function houseBehind(
  address: AddressPoint,
  {
    index,
    plane,
    behind,
    isFree,
  }: { index: GridIndex<Structure>; plane: Plane; behind: Behind; isFree: (key: string) => boolean },
): House[] {
  if (!address.location || address.source !== 'osm' || address.business) return []
  const point = plane.toXY(address.location)
  const inGarden = address.interpolated === undefined && !behind.isGate(address)
  const reach = inGarden ? GARDEN_REACH : address.interpolated === undefined ? GATE_REACH : LINE_REACH
  const houses: House[] = []
  for (const structure of index.near(grownBox(boxOf([point]), reach))) {
    if (structure.areaM2 < LEAST_M2 || !isFree(structure.key) || noDoorsByTags(structure.tags)) continue
    const { rings } = structure
    const { at, metres } = isInside(point, rings) ? { at: point, metres: 0 } : nearestOnRings(point, rings)
    if (metres > reach || behind.isParted(point, at)) continue
    if (inGarden && !isInFront(point, { structure, behind })) continue
    houses.push({ key: structure.key, metres, structure })
  }
  return houses
}

/** Between the street and the house, no farther aside than the house is wide. */
function isInFront(point: XY, { structure, behind }: { structure: Structure; behind: Behind }): boolean {
  const street = behind.streetAt(point)
  if (!street) return false
  const [a, b] = street
  const length = distance(a, b)
  const toStreet = (place: XY) => distance(place, nearestOnSegment(place, a, b))
  if (length === 0 || toStreet(point) > toStreet(structure.centre)) return false
  const aside = (structure.rings[0] ?? []).map(
    ([x, y]) => ((x - point[0]) * (b[0] - a[0]) + (y - point[1]) * (b[1] - a[1])) / length,
  )
  return Math.min(...aside) <= GARDEN_ASIDE && Math.max(...aside) + GARDEN_ASIDE >= 0
}

function doCross([a, b]: [XY, XY], [c, d]: [XY, XY]): boolean {
  const side = (p: XY, q: XY, r: XY) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
