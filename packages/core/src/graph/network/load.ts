/** Reads the street tiles that an area needs from a region and joins them. */
import { VisibleError } from '../../error.ts'
import { cellAt, cellCentre, disk, isCell, TILE_RESOLUTION, type Cell } from '../../h3.ts'
import type { Regions } from '../../ports.ts'
import type { Manifest } from '../../region/region.ts'
import { LEVELS, levelDuring } from '../hours/schedule.ts'
import { whenOf, type When } from '../hours/when.ts'
import type { Profile } from '../osm/profile.ts'
import { cellsOfBox } from './box-cells.ts'
import { buildGraph } from './build.ts'
import type { Graph } from './graph.ts'
import { CANVASS } from './switches.ts'

/** Which streets: the cells of an area, or a box (west, south, east, north). */
export type StreetArea = { cells: Cell[] } | { bbox: [number, number, number, number] }

/** Rings of tiles around the area: detours up to a kilometre outside are found (checked against wider extracts). */
const RINGS = 1
/** So far around a region nothing of it lies: more than its outermost tiles and a ring of them. Degrees. */
const REGION_MARGIN = 0.1

export interface StreetsAsked {
  manifest: Manifest
  area: StreetArea
  profile: Profile
  /** Somebody cannot take stairs: only where there is no other way within reason. */
  avoidStairs?: boolean
  /** When they walk: some ways and gates are open at certain hours. Absent: as if no condition held. */
  walked?: { startAt: string; minutes: number }
}

/**
 * The graph of an area of one region, with one ring of tiles around it.
 *
 * @throws VisibleError `region.damaged` (a tile is missing or changed), `streets.none` (no streets there)
 */
export async function loadStreets(
  regions: Regions,
  { manifest, area, profile, avoidStairs = false, walked }: StreetsAsked,
): Promise<Graph> {
  const wanted = new Set(tileCells(area, manifest))
  const tiles = manifest.tiles.filter(({ cell, streets }) => streets && wanted.has(cell))
  if (tiles.length === 0) {
    throw new VisibleError(
      'unprocessable',
      'streets.none',
      `Region "${manifest.name}" has no streets in this area: choose an area inside ${manifest.bbox.join(', ')}.`,
    )
  }
  const bytes = await Promise.all(tiles.map(({ streets }) => regions.read(manifest, streets!)))
  if (profile === 'osrm-compat') return buildGraph(bytes, profile)
  const when = walked && whenIn(manifest, walked)
  return buildGraph(bytes, profile, {
    ...CANVASS,
    ...(avoidStairs ? { stairs: 'avoid' } : {}),
    ...(when ? { when } : {}),
  })
}

/** By the clocks of a region. */
function whenIn(
  { bbox: [west, south, east, north], timeZone }: Manifest,
  walked: NonNullable<StreetsAsked['walked']>,
): When {
  const middle = west <= east ? (west + east) / 2 : (west + east) / 2 + 180
  return whenOf({ ...walked, timeZone, place: [middle > 180 ? middle - 360 : middle, (south + north) / 2] })
}

/**
 * What hours make of the streets of an area, as a text: two times of which it is the same have the same graph. Empty
 * where time changes nothing.
 */
export function hoursOf({ manifest, area, profile, walked }: StreetsAsked): string {
  if (profile === 'osrm-compat' || !walked) return ''
  const wanted = new Set(tileCells(area, manifest))
  const texts = manifest.tiles.flatMap(({ cell, schedules = [] }) => (wanted.has(cell) ? schedules : []))
  if (texts.length === 0) return ''
  const when = whenIn(manifest, walked)
  return [...new Set(texts)].map((text) => LEVELS.indexOf(levelDuring(text, when))).join('')
}

/**
 * Cells of TILE_RESOLUTION that an area touches, and their neighbours; of a box, as far as the region has tiles there:
 * a spur of a drawn area, or a speck of it, may lie on the other side of the earth, and so may one of the region.
 *
 * Cost: of a box, grows with the tiles of the region, never with the box.
 */
export function tileCells(area: StreetArea, { bbox, tiles }: Pick<Manifest, 'bbox' | 'tiles'>): Cell[] {
  const inside =
    'cells' in area
      ? area.cells.filter(isCell).map(tileOf)
      : near(area.bbox, bbox).flatMap((box) =>
          cellsOfBox(
            box,
            tiles.map(({ cell }) => cell),
          ),
        )
  return [...new Set(inside.flatMap((cell) => disk(cell, RINGS)))].sort()
}

function tileOf(cell: Cell): Cell {
  return cellAt(cellCentre(cell), TILE_RESOLUTION)
}

/** The part of a box that lies around a region, or none; a box that crosses the antimeridian stays as it is. */
function near(box: Manifest['bbox'], region: Manifest['bbox']): Manifest['bbox'][] {
  if (box[0] > box[2] || region[0] > region[2]) return [box]
  const part: Manifest['bbox'] = [
    Math.max(box[0], region[0] - REGION_MARGIN),
    Math.max(box[1], region[1] - REGION_MARGIN),
    Math.min(box[2], region[2] + REGION_MARGIN),
    Math.min(box[3], region[3] + REGION_MARGIN),
  ]
  return part[0] <= part[2] && part[1] <= part[3] ? [part] : []
}
