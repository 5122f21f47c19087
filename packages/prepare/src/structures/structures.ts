/**
 * Outlines of buildings from ways and multipolygon relations. A structure is any building; who lives there comes later.
 */
import type { LngLat } from '@doorwalk/core/units'
import type { OsmExtract, OsmRelation, OsmWay, Tags } from '../osm/extract.ts'
import { isBuilding, isGround } from '../osm/filter.ts'
import { boxOf, centroid, signedArea, type Box, type Plane, type XY } from '../geometry/plane.ts'
import { ringsOf, type Rings } from '../osm/rings.ts'
import { withoutTwins } from './twins.ts'

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
  /** Buildings left out because another has the same outline. */
  twins: number
}

/** Below this a ring is a drawing error, not a building. */
const MIN_RING_M2 = 0.5

/**
 * Ways first, then relations, each in file order. A way that only serves as outer ring of a relation is not counted
 * twice, whatever its role there; of two objects with one outline one is kept.
 */
export function structuresOf(extract: OsmExtract, plane: Plane): Structures {
  const ways = new Map(extract.buildingWays.map((way) => [way.id, way]))
  const context: Context = { extract, plane, refs: refsById(extract.buildingWays) }
  const relations = extract.relations.filter((relation) => isBuilding(relation.tags))
  const outers = new Set<number>()
  const ofRelations = relations.map((relation) => {
    const rings = ringsIn(relation, context)
    const structure = build(`r${relation.id}`, { tags: relation.tags, ...rings }, context)
    if (!structure) return undefined
    for (const way of rings.outerWays) outers.add(way)
    const [only, ...others] = rings.outerWays
    const own = only !== undefined && others.length === 0 ? ways.get(only)?.tags : undefined
    return own && isBuilding(own) ? structure.with({ tags: { ...own, ...relation.tags } }) : structure
  })
  const ofWays = extract.buildingWays
    .filter(({ id, tags }) => isBuilding(tags) && !outers.has(id))
    .map(({ id, tags, refs }) => build(`w${id}`, { tags, outer: [refs], inner: [] }, context))
  const all = [...ofWays, ...ofRelations]
  const whole = all.filter((structure) => structure !== undefined)
  const list = withoutTwins(whole, (kept, { tags, nodes }) => kept.with({ tags, nodes }))
  return { list, broken: all.length - whole.length, twins: whole.length - list.length }
}

interface Context {
  extract: OsmExtract
  plane: Plane
  /** Node ids along each way. */
  refs: Map<number, number[]>
}

function refsById(ways: OsmWay[]): Map<number, number[]> {
  return new Map(ways.map(({ id, refs }) => [id, refs]))
}

function ringsIn(relation: OsmRelation, { extract, refs }: Context): Rings {
  return ringsOf(relation, { ways: refs, locate: (node) => extract.locate(node) })
}

/** Plots such as school grounds, built like structures. */
export function groundsOf(extract: OsmExtract, plane: Plane): Structure[] {
  const context: Context = { extract, plane, refs: refsById(extract.grounds) }
  const list: (Structure | undefined)[] = []
  for (const { id, tags, refs } of extract.grounds) {
    if (isGround(tags)) list.push(build(`w${id}`, { tags, outer: [refs], inner: [] }, context))
  }
  for (const relation of extract.relations) {
    if (isBuilding(relation.tags) || !isGround(relation.tags)) continue
    list.push(build(`r${relation.id}`, { tags: relation.tags, ...ringsIn(relation, context) }, context))
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
  { extract, plane }: Context,
): PackedStructure | undefined {
  const corners = (refs: number[]) => refs.map((ref) => extract.locate(ref)).filter((at) => at !== undefined)
  const anchor = firstPlace(outer, extract)
  const toRing = (refs: number[]) => {
    const ring = corners(refs).map((place) => plane.toXY(place, anchor))
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

function firstPlace(lines: number[][], { locate }: OsmExtract): LngLat | undefined {
  for (const refs of lines) {
    for (const ref of refs) {
      const place = locate(ref)
      if (place) return place
    }
  }
  return undefined
}

/** Rings packed to coordinates in a row, a quarter of the memory, and unpacked whenever somebody looks at them. */
class PackedStructure implements Structure {
  readonly key: string
  tags: Tags
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

  with(change: Partial<Pick<Structure, 'tags' | 'nodes'>>): PackedStructure {
    const { key, tags, rings, nodes, box, centre, areaM2 } = this
    return new PackedStructure({ key, tags, rings, nodes, box, centre, areaM2, ...change })
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
