/** Coordinates of a list: told from its first lines, in whatever system, turned round where they are. */
import type { DegreeBox } from '@doorwalk/core/region/box'
import type { LngLat } from '@doorwalk/core/units'
import { reckonerFor, type Reckoner } from '../tables/coordinate-systems.ts'
import { positionIn } from '../tables/position.ts'
import type { Saying } from '../list-words/say.ts'
import type { SheetCell } from '../sheets/sheet.ts'
import { cellText } from '../sheets/sheet.ts'

export interface PlaceCells {
  lng: SheetCell
  lat: SheetCell
  place: SheetCell
  geometry: GeoJSON.Geometry | undefined
}

export type Placed =
  | { at: LngLat; outline?: GeoJSON.Polygon | GeoJSON.MultiPolygon; isTurned: boolean; system: string }
  | { field: 'lng' | 'lat' | 'place'; came: string; expected: Saying }

/** Decimals of a degree that are kept: a centimetre. */
const DEGREE_STEP = 1e7

export class Places {
  private readonly reckoner: Reckoner
  private readonly bbox: DegreeBox
  /** Of the list as a whole: x and y stand in each other's column. */
  isSwapped = false

  private constructor(reckoner: Reckoner, bbox: DegreeBox) {
    this.reckoner = reckoner
    this.bbox = bbox
  }

  /** @throws VisibleError table.system */
  static async of(
    bbox: DegreeBox,
    { name, system }: { name: string; system: string | undefined },
  ): Promise<Places> {
    return new Places(await reckonerFor(bbox, { name, system }), bbox)
  }

  /** Undefined where no coordinates are written. */
  read({ lng, lat, place, geometry }: PlaceCells): Placed | undefined {
    // Of several points all but one would be lost.
    if (geometry?.type === 'MultiPoint' && geometry.coordinates.length > 1)
      return { field: 'place', came: `${geometry.coordinates.length} points`, expected: { code: 'outline' } }
    const [x, y] = this.isSwapped ? [lat, lng] : [lng, lat]
    const found = positionIn({
      geometry,
      place: typeof place === 'boolean' || place instanceof Date ? undefined : place,
      x: written(x),
      y: written(y),
    })
    if (found === undefined) return undefined
    if ('expected' in found) {
      const swapped = {
        x: this.isSwapped ? 'lat' : 'lng',
        y: this.isSwapped ? 'lng' : 'lat',
        place: 'place',
      } as const
      return {
        field: swapped[found.field],
        came: found.came ?? '',
        expected: expectedAt(found.field, geometry),
      }
    }
    const { at } = found
    const straight = this.reckoner.place(at)
    const isTurned = straight === undefined && this.reckoner.isSwapped(at)
    const landed = isTurned ? this.reckoner.place([at[1], at[0]]) : straight
    if (!landed) {
      const box = this.bbox.map((degrees) => Math.round(degrees * 1e4) / 1e4)
      return {
        field: place === undefined && geometry === undefined ? 'lng' : 'place',
        came: at.join(', '),
        expected: { code: 'inRegion', box },
      }
    }
    const polygons = found.polygons?.map((rings) =>
      rings.map((ring) =>
        ring.map(([x, y]) => rounded(this.reckoner.turn(isTurned ? [y, x] : [x, y], landed.system))),
      ),
    )
    const outline = polygons && outlineOf(polygons)
    return { at: rounded(landed.at), isTurned, system: landed.system, ...(outline ? { outline } : {}) }
  }
}

function outlineOf(polygons: LngLat[][][]): GeoJSON.Polygon | GeoJSON.MultiPolygon {
  const [first] = polygons
  return polygons.length === 1 && first
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function rounded([lng, lat]: LngLat): LngLat {
  return [Math.round(lng * DEGREE_STEP) / DEGREE_STEP, Math.round(lat * DEGREE_STEP) / DEGREE_STEP]
}

function expectedAt(field: 'x' | 'y' | 'place', geometry: GeoJSON.Geometry | undefined): Saying {
  if (field === 'place') return { code: geometry === undefined ? 'place' : 'outline' }
  return { code: field === 'x' ? 'longitude' : 'latitude' }
}

function written(cell: SheetCell): string | undefined {
  const text = cellText(cell).replace(/\s*°\s*$/, '')
  return text === '' ? undefined : text
}
