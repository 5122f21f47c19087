/**
 * Buildings that are drawn twice: imports draw a building again, a little beside, and people turn a way into a relation
 * and leave the way. Of structures on the same ground one is kept, with what the others know besides.
 */
import type { Metres } from '@doorwalk/core/units'
import { signedArea, type Box, type XY } from '../geometry/plane.ts'
import { PointIndex } from '../geometry/point-index.ts'
import type { Tags } from '../osm/extract.ts'

interface Outlined {
  /** `w123` or `r123`. */
  key: string
  tags: Tags
  nodes: number[]
  rings: XY[][]
  box: Box
  centre: XY
}

/** Two houses cannot have their middles so near to each other. */
const SAME_MIDDLE: Metres = 2
/** Of the ground of both, what they share; boxes tell, where middles and areas are alike. */
const SAME_GROUND = 0.8
/** Tags by which two things stand over each other on the same ground. */
const LEVEL_TAGS = ['layer', 'level', 'location', 'min_level', 'building:min_level']

/**
 * In the order they came.
 *
 * @param joined  the one that is kept, with these tags and nodes instead of its own
 * Cost: a look at what has its middle within 2 m of each.
 */
export function withoutTwins<Item extends Outlined>(
  list: Item[],
  joined: (kept: Item, change: Pick<Outlined, 'tags' | 'nodes'>) => Item,
): Item[] {
  const index = new PointIndex(list.map(({ centre }) => centre))
  const instead = new Map<Item, Item[]>()
  for (const item of list) {
    if (instead.has(item)) continue
    const group = [item]
    index.within(SAME_MIDDLE, item.centre, (place) => {
      const other = list[place]!
      if (other !== item && !instead.has(other) && areTwins(item, other)) group.push(other)
    })
    if (group.length === 1) continue
    const [kept, ...others] = group.toSorted(rank)
    for (const twin of others) instead.set(twin, [])
    instead.set(kept!, [joined(kept!, knownOf(kept!, others))])
  }
  return instead.size === 0 ? list : list.flatMap((item) => instead.get(item) ?? item)
}

/** On the same ground and level, and not with a number each. */
function areTwins(a: Outlined, b: Outlined): boolean {
  if (shared(a.box, b.box) < SAME_GROUND) return false
  if (LEVEL_TAGS.some((key) => (a.tags[key] ?? '') !== (b.tags[key] ?? ''))) return false
  const [one, other] = [a.tags['addr:housenumber'], b.tags['addr:housenumber']]
  if (one !== undefined && other !== undefined && one !== other) return false
  const [small = 0, large = 0] = [a, b].map(groundWithin).sort((x, y) => x - y)
  return small >= SAME_GROUND * large
}

/** One may leave the courtyard out that the other forgets. */
function groundWithin({ rings }: Outlined): number {
  return Math.abs(signedArea(rings[0]!))
}

/** What both boxes hold, as a share of what either holds. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  if (width <= 0 || height <= 0) return 0
  const ground = ([west, south, east, north]: Box) => (east - west) * (north - south)
  return (width * height) / (ground(a) + ground(b) - width * height)
}

/** With courtyards before without, ways before relations, older ids first. */
function rank(a: Outlined, b: Outlined): number {
  const number = ({ key }: Outlined) => (key.startsWith('r') ? 2 ** 50 : 0) + Number(key.slice(1))
  return b.rings.length - a.rings.length || number(a) - number(b)
}

/** Tags of the one that is kept before those of the others; a kind of building before `yes`. */
function knownOf(kept: Outlined, others: Outlined[]): Pick<Outlined, 'tags' | 'nodes'> {
  const all = [kept, ...others]
  const tags = all.reduceRight<Tags>((known, twin) => ({ ...known, ...twin.tags }), {})
  const kind = all
    .map((twin) => twin.tags.building)
    .find((building) => building !== undefined && building !== 'yes')
  if (kind !== undefined) tags.building = kind
  return { tags, nodes: [...new Set(all.flatMap(({ nodes }) => nodes))] }
}
