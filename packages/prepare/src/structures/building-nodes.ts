/** Buildings that the map has as a node: known, not drawn. Where many are, nobody has drawn outlines yet. */
import type { GridIndex } from '../geometry/grid-index.ts'
import { boxOf, grownBox, metresOutside, type Plane, type XY } from '../geometry/plane.ts'
import type { OsmExtract } from '../osm/extract.ts'
import { isBuilding } from '../osm/filter.ts'
import { structureIndex } from './structure-index.ts'
import type { Structure } from './structures.ts'
import { kindByTags } from './use.ts'

/** Stands for the unknown footprint of a small house and of a small block of flats, m. */
const SIDE = { house: 8, flats: 15 }
/** A node this near to an outline says of the drawn building what its outline says. */
const AT_WALL = 3

/** Squares around the nodes with `building` that lie beside all outlines, in the order of the file. Keys are `n123`. */
export function nodeStructures(
  extract: OsmExtract,
  { plane, drawn }: { plane: Plane; drawn: Structure[] },
): Structure[] {
  const found: Structure[] = []
  let index: GridIndex<Structure> | undefined
  for (const { id, tags, location } of extract.nodes.values()) {
    if (!isBuilding(tags)) continue
    index ??= structureIndex(drawn)
    const centre = plane.toXY(location)
    const around = [...index.near(grownBox(boxOf([centre]), AT_WALL))]
    if (around.some(({ rings }) => metresOutside(centre, rings) <= AT_WALL)) continue
    const side = SIDE[kindByTags(tags) === 'flats' ? 'flats' : 'house']
    const ring = squareAround(centre, side)
    found.push({
      key: `n${id}`,
      tags,
      rings: [ring],
      nodes: [id],
      box: boxOf(ring),
      centre,
      areaM2: side * side,
    })
  }
  return found
}

/** Whether the map has an outline of it. */
export function isDrawn({ key }: Structure): boolean {
  return !key.startsWith('n')
}

/** Closed, counter-clockwise. */
export function squareAround([x, y]: XY, side: number): XY[] {
  const half = side / 2
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ]
}
