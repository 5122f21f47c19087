/**
 * Outlines of buildings from ways and multipolygon relations. A structure is any building; who lives there comes later.
 */
import type { OsmExtract, Tags } from '../osm/extract.ts'
import { isBuilding, isGround } from '../osm/filter.ts'
import { boxOf, centroid, signedArea, type Box, type Plane, type XY } from '../geometry/plane.ts'
import { ringsOf } from '../osm/rings.ts'

export interface Structure {
  /** `w123` or `r123`. */
  key: string
  tags: Tags
  /** Closed rings in metres, largest outer one first; even-odd, so courtyards are outside. */
  rings: XY[][]
  /** OSM nodes on the outline, for entrances. */
  nodes: number[]
  box: Box
  centre: XY
  areaM2: number
}

export interface Structures {
  list: Structure[]
  /** Buildings whose outline does not close or has no area. */
  broken: number
}

/** Below this a ring is a drawing error, not a building. */
const MIN_RING_M2 = 0.5

/**
 * Ways first, then relations, each in file order. A way that only serves as outer ring of a relation is not counted
 * twice.
 */
export function structuresOf(extract: OsmExtract, plane: Plane): Structures {
  const list: Structure[] = []
  let broken = 0
  const ways = new Map(extract.buildingWays.map((way) => [way.id, way.refs]))
  const buildings = extract.relations.filter((relation) => isBuilding(relation.tags))
  const outers = new Set(
    buildings.flatMap((relation) =>
      relation.members
        .filter((member) => member.type === 'way' && member.role === 'outer')
        .map(({ ref }) => ref),
    ),
  )
  for (const way of extract.buildingWays) {
    if (!isBuilding(way.tags) || outers.has(way.id)) continue
    const structure = build(
      `w${way.id}`,
      { tags: way.tags, outer: [way.refs], inner: [] },
      { extract, plane },
    )
    if (structure) list.push(structure)
    else broken++
  }
  for (const relation of buildings) {
    const parts = { tags: relation.tags, ...ringsOf(relation, ways) }
    const structure = build(`r${relation.id}`, parts, { extract, plane })
    if (structure) list.push(structure)
    else broken++
  }
  return { list, broken }
}

/** Plots such as school grounds, built like structures. */
export function groundsOf(extract: OsmExtract, plane: Plane): Structure[] {
  const ways = new Map(extract.grounds.map((way) => [way.id, way.refs]))
  const list: (Structure | undefined)[] = []
  for (const way of extract.grounds) {
    if (!isGround(way.tags)) continue
    list.push(build(`w${way.id}`, { tags: way.tags, outer: [way.refs], inner: [] }, { extract, plane }))
  }
  for (const relation of extract.relations) {
    if (isBuilding(relation.tags) || !isGround(relation.tags)) continue
    list.push(
      build(`r${relation.id}`, { tags: relation.tags, ...ringsOf(relation, ways) }, { extract, plane }),
    )
  }
  return list.filter((ground) => ground !== undefined)
}

interface Parts {
  tags: Tags
  outer: number[][]
  inner: number[][]
}

function build(
  key: string,
  { tags, outer, inner }: Parts,
  { extract, plane }: { extract: OsmExtract; plane: Plane },
): Structure | undefined {
  const toRing = (refs: number[]) => {
    const points = refs.map((ref) => extract.locate(ref)).filter((point) => point !== undefined)
    const ring = points.map((point) => plane.toXY(point))
    return ring.length >= 3 && Math.abs(signedArea(ring)) >= MIN_RING_M2 ? [closed(ring)] : []
  }
  const outerRings = outer.flatMap(toRing).sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))
  const main = outerRings[0]
  if (!main) return undefined
  const innerRings = inner.flatMap(toRing)
  const sum = (rings: XY[][]) => rings.reduce((total, ring) => total + Math.abs(signedArea(ring)), 0)
  return new PackedStructure({
    key,
    tags,
    rings: [...outerRings, ...innerRings],
    nodes: [...new Set([...outer, ...inner].flat())],
    box: boxOf(outerRings.flat()),
    centre: centroid(main),
    areaM2: Math.max(0, sum(outerRings) - sum(innerRings)),
  })
}

/** Rings packed to coordinates in a row, a quarter of the memory, and unpacked whenever somebody looks at them. */
class PackedStructure implements Structure {
  readonly key: string
  readonly tags: Tags
  readonly nodes: number[]
  readonly box: Box
  readonly centre: XY
  readonly areaM2: number
  private readonly packed: number[][]

  constructor({ key, tags, rings, nodes, box, centre, areaM2 }: Structure) {
    this.key = key
    this.tags = tags
    this.nodes = nodes
    this.box = box
    this.centre = centre
    this.areaM2 = areaM2
    this.packed = rings.map((ring) => ring.flat())
  }

  get rings(): XY[][] {
    return this.packed.map(unpacked)
  }
}

function unpacked(flat: number[]): XY[] {
  const ring: XY[] = []
  for (let i = 0; i < flat.length; i += 2) ring.push([flat[i]!, flat[i + 1]!])
  return ring
}

/** A ring stays closed when the node that closes it lies outside the extract. */
function closed(ring: XY[]): XY[] {
  const [first, last] = [ring[0]!, ring.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}
