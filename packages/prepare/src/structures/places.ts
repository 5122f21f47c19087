/** Municipalities and quarters that lie in the extract, and how many people OpenStreetMap says live there. */
import { boxHolds } from '@doorwalk/core/region/box'
import type { LngLat, Metres } from '@doorwalk/core/units'
import { grownBy } from '../geometry/degree-box.ts'
import type { OsmExtract, OsmRelation, Tags } from '../osm/extract.ts'
import { isPlaceBoundary } from '../osm/filter.ts'
import { ringsOf } from '../osm/rings.ts'
import { boxOf, isInside, signedArea, type Box, type XY } from '../geometry/plane.ts'
import type { Extent } from '../osm/extent.ts'

export interface Place {
  name: string
  people: number
  /** Year or date of the count, where it says. */
  date?: string
  areaM2: number
  /** Around it; absent for all there is. */
  box?: Box
  /** Of a point in the box. */
  has: (point: XY) => boolean
}

/** So much of a boundary may lie outside the box of the extract, which is drawn along it. Share of its nodes. */
const OUTSIDE_MOST = 0.02
/**
 * Where no header says how far the extract goes, its last buildings do not reach the boundary around them: by this part
 * of the place's smaller side.
 */
const BESIDE_OBJECTS = 0.25
/** More people on one boundary are those of a country or province, whatever its level says. */
const PEOPLE_MOST = 30_000_000

/**
 * Smallest first. A boundary counts when all its ways are in the extract; its people are its own `population`, else
 * that of its centre where both have one name: a capital is not all of its province. A town and the parish around it
 * that share one number are one place.
 */
export function placesOf(extract: OsmExtract, { plane, bbox, by }: Extent): Place[] {
  const ways = new Map(extract.grounds.map((way) => [way.id, way.refs]))
  const locate = (node: number) => extract.locate(node)
  // Mountains and water belong to a place, too, and have no building that would make the region reach so far.
  const whole = by === 'header' ? extract.bbox : undefined
  const found = extract.relations.flatMap((relation) => {
    if (!isPlaceBoundary(relation.tags) || !isWhole(relation, ways)) return []
    const counted = peopleOf(relation, extract)
    if (!counted) return []
    const lines = ringsOf(relation, { ways, locate }).outer.map((refs) => refs.map(locate))
    const points = lines.flat().filter((point) => point !== undefined)
    if (points.length === 0 || points.length < lines.flat().length) return []
    const shape = lines.map((line) => line.map((point: LngLat | undefined): XY => plane.toXY(point!)))
    const around = boxOf(shape.flat())
    const box = whole ?? grownBy(bbox, BESIDE_OBJECTS * smallerSide(around))
    if (points.filter((point) => !boxHolds(box, point)).length > OUTSIDE_MOST * points.length) return []
    const areaM2 = shape.reduce((sum, ring) => sum + Math.abs(signedArea(ring)), 0)
    const has = (point: XY) => isInside(point, shape)
    const name = relation.tags.name ?? `relation ${relation.id}`
    return [{ id: relation.id, name, ...counted, areaM2, box: around, has }]
  })
  const taken = new Set<string>()
  return found
    .sort((a, b) => a.areaM2 - b.areaM2 || a.id - b.id)
    .filter(({ name, people }) => !taken.has(`${name} ${people}`) && taken.add(`${name} ${people}`))
    .map(({ id: _, ...place }) => place)
}

function smallerSide([west, south, east, north]: Box): Metres {
  return Math.min(east - west, north - south)
}

function isWhole({ members }: OsmRelation, ways: Map<number, number[]>): boolean {
  const outline = members.filter(({ type, role }) => type === 'way' && role !== 'inner')
  return outline.length > 0 && outline.every(({ ref }) => ways.has(ref))
}

const CENTRES = new Set(['label', 'admin_centre'])

function peopleOf(
  { tags, members }: OsmRelation,
  extract: OsmExtract,
): { people: number; date?: string } | undefined {
  const own = countOf(tags)
  if (own) return own
  for (const { type, ref, role } of members) {
    const node = type === 'node' && CENTRES.has(role) ? extract.nodes.get(ref) : undefined
    if (node && node.tags.name === tags.name) return countOf(node.tags)
  }
  return undefined
}

/** `12 345`, `12,345`, `12'345`: https://wiki.openstreetmap.org/wiki/Key:population. */
function countOf(tags: Tags): { people: number; date?: string } | undefined {
  const text = (tags.population ?? '').replaceAll(/(?<=\d)[\s.,'’](?=\d{3}(?!\d))/g, '')
  const people = /^\d+$/.test(text) ? Number(text) : 0
  if (!(people > 0 && people <= PEOPLE_MOST)) return undefined
  const date = tags['population:date']
  return { people, ...(date ? { date } : {}) }
}
