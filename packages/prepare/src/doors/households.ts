/** Households of the INSEE 200 m grid (or any polygons that carry `men`) inside a region. */
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { boxesOverlap, type DegreeBox } from '@doorwalk/core/region/box'
import { boxAround, grownBy, shareInside } from '../geometry/degree-box.ts'
import { GridIndex } from '../geometry/grid-index.ts'
import { polygonsOf, readFeatures } from '../tables/geojson.ts'
import { boxOf, isInside, signedArea, type Box, type Plane, type XY } from '../geometry/plane.ts'

export interface HouseholdCell {
  /** Counter-clockwise, convex. */
  ring: XY[]
  box: Box
  /** Of the cell's area, inside the region: a cell cut by the edge counts by this share. */
  shareInside: number
  households: number
  /** In flats and in houses, where the source tells. */
  flats?: number
  houses?: number
}

export interface Households {
  cells: HouseholdCell[]
  read: number
  /** Σ households · shareInside. */
  total: number
  near(box: Box): Set<HouseholdCell>
  /**
   * Whether the grid says that nobody lives here: no cell, although it has cells around. INSEE leaves empty cells out.
   */
  emptyAt(point: XY): boolean
}

/** Side of a cell in metres, for looking at what lies around a missing one. */
const CELL_SIDE = 200
/** Of the four sides, how many must have a cell for a missing one to mean "nobody" and not "not covered". */
const SURROUNDED = 3

/** @throws VisibleError `geojson.*`, `households.polygon`, `households.men`, `households.elsewhere` */
export async function readHouseholds(
  file: string,
  { plane, bbox }: { plane: Plane; bbox: DegreeBox },
): Promise<Households> {
  const name = `--households ${basename(file)}`
  const features = await readFeatures(file, '--households')
  const cells: HouseholdCell[] = []
  const index = new GridIndex<HouseholdCell>()
  const around = grownBy(bbox, 2 * CELL_SIDE)
  for (const { number, properties, geometry } of features) {
    const outer = polygonsOf(geometry)?.[0]?.[0]
    if (!outer || outer.length < 4) {
      throw new VisibleError(
        'input',
        'households.polygon',
        `${name}: feature ${number} is a ${geometry?.type ?? 'feature without geometry'}; expected the grid cell as a Polygon.`,
      )
    }
    const men = properties.men
    if (typeof men !== 'number' || !(men >= 0)) {
      throw new VisibleError(
        'input',
        'households.men',
        `${name}: feature ${number} has "men": ${JSON.stringify(men)}; expected the number of households, 0 or more.`,
      )
    }
    // One cell beyond the region is enough to know where the grid ends.
    if (!boxesOverlap(boxAround(outer)!, around)) continue
    const open = outer.slice(0, -1).map((point) => plane.toXY(point, outer[0]))
    const ring = signedArea(open) < 0 ? open.reverse() : open
    const cellBox = boxOf(ring)
    const cell: HouseholdCell = {
      ring,
      box: cellBox,
      shareInside: shareInside(outer, bbox),
      households: men,
      ...(typeof properties.men_coll === 'number' ? { flats: properties.men_coll } : {}),
      ...(typeof properties.men_mais === 'number' ? { houses: properties.men_mais } : {}),
    }
    cells.push(cell)
    index.add(cellBox, cell)
  }
  if (cells.length === 0)
    throw new VisibleError(
      'input',
      'households.elsewhere',
      `${name}: none of ${features.length} cells lies in the region or beside it (west, south, east, north ${bbox.join(', ')}). Expected the grid of the place that --osm holds, with [lng, lat].`,
    )
  const covered = (point: XY) => [...index.near(boxOf([point]))].some((cell) => isInside(point, [cell.ring]))
  return {
    cells: cells.filter((cell) => cell.shareInside > 0),
    read: features.length,
    total: cells.reduce((sum, cell) => sum + cell.households * cell.shareInside, 0),
    near: (around) => index.near(around),
    emptyAt([x, y]) {
      if (covered([x, y])) return false
      const sides: XY[] = [
        [x + CELL_SIDE, y],
        [x - CELL_SIDE, y],
        [x, y + CELL_SIDE],
        [x, y - CELL_SIDE],
      ]
      return sides.filter(covered).length >= SURROUNDED
    },
  }
}
