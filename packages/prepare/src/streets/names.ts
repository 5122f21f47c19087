/** Names sidewalks and crossings after their street: an address says "Rue Lamartine", never "footway 4711". */
import { FLAG } from '@doorwalk/core/graph/osm/flags'
import type { StreetClass } from '@doorwalk/core/graph/osm/street-class'
import { NAME_SEPARATOR } from '@doorwalk/core/graph/tile/tile'
import { degreesEast, metresPerDegree, type LngLat } from '@doorwalk/core/units'
import type { Tags } from '../osm/extract.ts'
import type { StreetEdge } from './edge.ts'

/** A sidewalk lies this near to the middle of its street, metres; a boulevard is 40 m wide. */
const SIDEWALK_REACH = 25
/** Other footways must be nearer to count as the street's. */
const FOOTWAY_REACH = 12
/** Cosine of 20°: how parallel a sidewalk runs to its street. */
const PARALLEL = 0.94
/** Where along a way one looks for its street. */
const LOOKS = [0.2, 0.5, 0.8] as const
/** Side of a cell of the street index, metres. */
const CELL = 50

const STREETS: ReadonlySet<StreetClass> = new Set<StreetClass>([
  ...([
    'pedestrian',
    'service',
    'living',
    'residential',
    'tertiary',
    'secondary',
    'primary',
    'trunk',
  ] as const),
])
const BESIDE_STREETS: ReadonlySet<StreetClass> = new Set<StreetClass>([
  'sidewalk',
  'footway',
  'path',
  'cycleway',
])

/** Other names of the same street that addresses may use. */
const OTHER_NAMES = [
  'alt_name',
  'official_name',
  'short_name',
  'old_name',
  'loc_name',
  'name:fr',
  'name:en',
  'name:de',
]

/** The same edges, unnamed sidewalks and crossings with the name of their street and FLAG.nameFromStreet. */
export function nameAfterStreets(edges: StreetEdge[], locate: (node: number) => LngLat): StreetEdge[] {
  const origin = edges[0] ? locate(edges[0].refs[0]!) : ([0, 0] as LngLat)
  const scale = metresPerDegree(origin[1])
  const place = (node: number): Point => {
    const [lng, lat] = locate(node)
    return { x: degreesEast(origin[0], lng) * scale.lng, y: (lat - origin[1]) * scale.lat }
  }
  const streets = indexStreets(edges, place)
  const crossed = streetAtNode(edges)
  return edges.map((edge) => {
    if (edge.name !== '') return edge
    const name = tagged(edge) ?? nameOf(edge, { place, streets, crossed })
    if (name === undefined) return edge
    return { ...edge, name, rule: { ...edge.rule, flags: edge.rule.flags | FLAG.nameFromStreet } }
  })
}

interface Point {
  x: number
  y: number
}

interface Segment {
  a: Point
  b: Point
  name: string
}

function tagged({ tags }: StreetEdge): string | undefined {
  return tags['is_sidepath:of:name'] ?? tags['street:name'] ?? tags['sidewalk:of:name']
}

interface NamedStreets {
  place: (node: number) => Point
  /** By cell. */
  streets: Map<string, Segment[]>
  /** Name of the street at a node. */
  crossed: Map<number, string>
}

function nameOf(edge: StreetEdge, { place, streets, crossed }: NamedStreets): string | undefined {
  if (edge.rule.class === 'crossing')
    return edge.refs.map((ref) => crossed.get(ref)).find((name) => name !== undefined)
  if (!BESIDE_STREETS.has(edge.rule.class)) return undefined
  const reach = edge.rule.class === 'sidewalk' ? SIDEWALK_REACH : FOOTWAY_REACH
  const line = edge.refs.map(place)
  const votes = new Map<string, number>()
  for (const share of LOOKS) {
    const name = streetBeside(lookAt(line, share), { streets, reach })
    if (name !== undefined) votes.set(name, (votes.get(name) ?? 0) + 1)
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return best && best[1] * 2 > LOOKS.length ? best[0] : undefined
}

/** Nearest parallel street; undefined where none is in reach. */
function streetBeside(
  look: { at: Point; along: Point },
  { streets, reach }: { streets: Map<string, Segment[]>; reach: number },
): string | undefined {
  let best: { name: string; metres: number } | undefined
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      const key = cellKey(look.at.x + dx * CELL, look.at.y + dy * CELL)
      for (const segment of streets.get(key) ?? []) {
        const metres = distanceTo(segment, look.at)
        if (metres > reach || (best && metres >= best.metres) || !isParallel(segment, look.along)) continue
        best = { name: segment.name, metres }
      }
    }
  }
  return best?.name
}

/** Named streets by cell; long segments are entered in every cell along them. */
function indexStreets(edges: StreetEdge[], place: (node: number) => Point): Map<string, Segment[]> {
  const cells = new Map<string, Segment[]>()
  for (const { refs, rule, name } of edges) {
    if (name === '' || !STREETS.has(rule.class)) continue
    for (let i = 1; i < refs.length; i++) {
      const segment = { a: place(refs[i - 1]!), b: place(refs[i]!), name }
      const length = Math.hypot(segment.b.x - segment.a.x, segment.b.y - segment.a.y)
      const keys = new Set<string>()
      for (let at = 0; at <= length; at += CELL / 2) {
        const share = length === 0 ? 0 : at / length
        keys.add(cellKey(mix(segment.a.x, segment.b.x, share), mix(segment.a.y, segment.b.y, share)))
      }
      keys.add(cellKey(segment.b.x, segment.b.y))
      for (const key of keys) {
        const list = cells.get(key)
        if (list) list.push(segment)
        else cells.set(key, [segment])
      }
    }
  }
  return cells
}

/** The street that runs through a node, for crossings that share it. */
function streetAtNode(edges: StreetEdge[]): Map<number, string> {
  const names = new Map<number, string>()
  for (const { refs, rule, name } of edges) {
    if (name === '' || !STREETS.has(rule.class)) continue
    for (const ref of refs) if (!names.has(ref)) names.set(ref, name)
  }
  return names
}

function lookAt(line: Point[], share: number): { at: Point; along: Point } {
  const lengths = line.slice(1).map((point, i) => Math.hypot(point.x - line[i]!.x, point.y - line[i]!.y))
  let left = share * lengths.reduce((sum, length) => sum + length, 0)
  let i = 0
  while (i < lengths.length - 1 && left > lengths[i]!) left -= lengths[i++]!
  const [a, b] = [line[i]!, line[i + 1]!]
  const part = lengths[i]! === 0 ? 0 : Math.min(1, left / lengths[i]!)
  return { at: { x: mix(a.x, b.x, part), y: mix(a.y, b.y, part) }, along: { x: b.x - a.x, y: b.y - a.y } }
}

function isParallel({ a, b }: Segment, along: Point): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const lengths = Math.hypot(dx, dy) * Math.hypot(along.x, along.y)
  return lengths > 0 && Math.abs(dx * along.x + dy * along.y) / lengths >= PARALLEL
}

function distanceTo({ a, b }: Segment, { x, y }: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / square))
  return Math.hypot(a.x + share * dx - x, a.y + share * dy - y)
}

function cellKey(x: number, y: number): string {
  return `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share
}

/** Own name of a way, then its other names, joined by NAME_SEPARATOR; empty when it has none. */
export function namesOf(tags: Tags): string {
  const name = tags['name'] ?? ''
  const others = OTHER_NAMES.map((key) => tags[key]).filter((other): other is string => other !== undefined)
  const known = new Set([name])
  for (const other of others.flatMap((text) => text.split(';'))) known.add(other.trim())
  known.delete('')
  return name === '' ? '' : [name, ...[...known].filter((other) => other !== name)].join(NAME_SEPARATOR)
}
