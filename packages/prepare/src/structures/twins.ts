/**
 * Buildings that are drawn twice: imports draw a building again, and people turn a way into a relation and leave the
 * way. Of structures with the same outline one is kept, with what the others know besides.
 */
import type { Tags } from '../osm/extract.ts'
import type { Box, XY } from '../geometry/plane.ts'
import { groupBy } from '../lists/group-by.ts'

interface Outlined {
  /** `w123` or `r123`. */
  key: string
  tags: Tags
  nodes: number[]
  rings: XY[][]
  box: Box
}

/** Tags by which two things stand over each other on the same ground. */
const LEVEL_TAGS = ['layer', 'level', 'location', 'min_level', 'building:min_level']

/**
 * In the order they came.
 *
 * @param joined  the one that is kept, with these tags and nodes instead of its own
 * Cost: a number for each structure; outlines are looked at only where two have the same box.
 */
export function withoutTwins<Item extends Outlined>(
  list: Item[],
  joined: (kept: Item, change: Pick<Outlined, 'tags' | 'nodes'>) => Item,
): Item[] {
  const seen = new Set<number>()
  const twice = new Set<number>()
  for (const { box } of list) (seen.has(hashOf(box)) ? twice : seen).add(hashOf(box))
  if (twice.size === 0) return list
  const alike = groupBy(
    list.filter(({ box }) => twice.has(hashOf(box))),
    outlineOf,
  )
  const instead = new Map<Item, Item[]>()
  for (const group of alike.values()) {
    if (group.length === 1) continue
    const [kept, ...others] = group.toSorted(rank)
    for (const twin of others) instead.set(twin, [])
    instead.set(kept!, [joined(kept!, knownOf(kept!, others))])
  }
  return list.flatMap((item) => instead.get(item) ?? item)
}

/** Chance may give two boxes the same number; outlines are compared after. */
function hashOf([west, south, east, north]: Box): number {
  return west + 7919 * south + 104_729 * east + 1_299_709 * north
}

/** Corners of the largest ring, wherever it begins and whichever way it runs; and on which level it stands. */
function outlineOf({ rings, tags }: Outlined): string {
  const corners = new Set(rings[0]!.map(([x, y]) => `${Math.round(100 * x)},${Math.round(100 * y)}`))
  return [...[...corners].sort(), ...LEVEL_TAGS.map((key) => tags[key] ?? '')].join(' ')
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
