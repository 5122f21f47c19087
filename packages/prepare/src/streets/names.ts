/** Names sidewalks and crossings after their street: an address says "Rue Lamartine", never "footway 4711". */
import { FLAG } from '@doorwalk/core/graph/osm/flags'
import type { StreetClass } from '@doorwalk/core/graph/osm/street-class'
import { NAME_SEPARATOR } from '@doorwalk/core/graph/tile/tile'
import type { Tags } from '../osm/extract.ts'
import { LinesBeside, lookAt, LOOKS, type Point } from './beside.ts'
import type { StreetEdge } from './edge.ts'

/** A sidewalk lies this near to the middle of its street, metres; a boulevard is 40 m wide. */
const SIDEWALK_REACH = 25
/** Other footways must be nearer to count as the street's. */
const FOOTWAY_REACH = 12

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

/**
 * The same edges, unnamed sidewalks and crossings with the name of their street and FLAG.nameFromStreet.
 *
 * @param place  of a node, metres east and north
 */
export function nameAfterStreets(edges: StreetEdge[], place: (node: number) => Point): StreetEdge[] {
  const streets = indexStreets(edges, place)
  const crossed = streetAtNode(edges)
  return edges.map((edge) => {
    if (edge.name !== '') return edge
    const name = tagged(edge) ?? nameOf(edge, { place, streets, crossed })
    if (name === undefined) return edge
    return { ...edge, name, rule: { ...edge.rule, flags: edge.rule.flags | FLAG.nameFromStreet } }
  })
}

function tagged({ tags }: StreetEdge): string | undefined {
  return tags['is_sidepath:of:name'] ?? tags['street:name'] ?? tags['sidewalk:of:name']
}

interface NamedStreets {
  place: (node: number) => Point
  streets: LinesBeside
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
    const name = streets.nearest(lookAt(line, share), reach)
    if (name !== undefined) votes.set(name, (votes.get(name) ?? 0) + 1)
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return best && best[1] * 2 > LOOKS.length ? best[0] : undefined
}

function indexStreets(edges: StreetEdge[], place: (node: number) => Point): LinesBeside {
  const streets = new LinesBeside()
  for (const { refs, rule, name } of edges)
    if (name !== '' && STREETS.has(rule.class)) streets.add(refs.map(place), name)
  return streets
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

/** Own name of a way, then its other names, joined by NAME_SEPARATOR; empty when it has none. */
export function namesOf(tags: Tags): string {
  const name = tags['name'] ?? ''
  const others = OTHER_NAMES.map((key) => tags[key]).filter((other): other is string => other !== undefined)
  const known = new Set([name])
  for (const other of others.flatMap((text) => text.split(';'))) known.add(other.trim())
  known.delete('')
  return name === '' ? '' : [name, ...[...known].filter((other) => other !== name)].join(NAME_SEPARATOR)
}
