/**
 * Streets with `foot=use_sidepath`: people walk on the sidewalk that is drawn beside them as a way of its own, and on
 * the street where none is drawn (https://wiki.openstreetmap.org/wiki/Tag:foot=use_sidepath).
 */
import { FLAG } from '@doorwalk/core/graph/osm/flags'
import type { StreetClass } from '@doorwalk/core/graph/osm/street-class'
import { LinesBeside, lookAt, LOOKS, type Point } from './beside.ts'
import { isOpenFor, type StreetEdge } from './edge.ts'

/** So far from the middle of a street its sidepath may run: behind a verge or a row of trees, metres. */
const REACH = 25

const SIDEPATHS: ReadonlySet<StreetClass> = new Set<StreetClass>([
  'sidewalk',
  'footway',
  'path',
  'cycleway',
  'pedestrian',
])

const CANVASS = FLAG.canvassForward | FLAG.canvassBackward

/** The same edges, without those that have a sidepath for people on foot; osrm-compat keeps all. */
export function closeBesideSidepaths(edges: StreetEdge[], place: (node: number) => Point): StreetEdge[] {
  if (!edges.some(({ rule }) => rule.besideSidepath)) return edges
  const drawn = new LinesBeside()
  for (const { refs, rule } of edges)
    if (SIDEPATHS.has(rule.class) && isOpenFor(rule, 'canvass')) drawn.add(refs.map(place), rule.class)
  return edges.map((edge) => {
    if (!edge.rule.besideSidepath) return edge
    const line = edge.refs.map(place)
    const beside = LOOKS.filter((share) => drawn.nearest(lookAt(line, share), REACH) !== undefined)
    if (beside.length * 2 <= LOOKS.length) return edge
    const { schedule: _, ...rule } = edge.rule
    return { ...edge, rule: { ...rule, flags: rule.flags & ~CANVASS } }
  })
}
