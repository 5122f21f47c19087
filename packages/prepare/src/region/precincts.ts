/** Electoral precincts that overlap the region, with every number of their source. */
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import type { DegreeBox } from '@doorwalk/core/region/box'
import type { Precinct } from '@doorwalk/core/region/region'
import type { LngLat } from '@doorwalk/core/units'
import { shareInside } from '../geometry/degree-box.ts'
import { polygonsOf, readFeatures } from '../tables/geojson.ts'
import { boxOf, isInside, signedArea, type Box, type Plane, type XY } from '../geometry/plane.ts'

/** Properties that name a precinct, best first. */
const CODE_FIELDS = ['code_bv', 'code', 'codeBureauVote', 'id_bv', 'ref', 'id', 'name']
/** A sliver below this is a neighbour drawn a little over the border, not a part of the region. */
const MIN_OVERLAP_M2 = 100

export interface Precincts {
  list: Precinct[]
  codeField: string
  read: number
  /** Precinct at a place, or undefined. */
  at(point: XY): string | undefined
}

/** @throws VisibleError `geojson.*`, `precincts.code`, `precincts.polygon` */
export async function readPrecincts(
  file: string,
  { plane, bbox }: { plane: Plane; bbox: DegreeBox },
): Promise<Precincts> {
  const name = `--precincts ${basename(file)}`
  const features = await readFeatures(file, '--precincts')
  const codeField = CODE_FIELDS.find((field) => features.every(({ properties }) => isCode(properties[field])))
  if (!codeField) {
    throw new VisibleError(
      'input',
      'precincts.code',
      `${name}: no property names every precinct; expected one of ${CODE_FIELDS.join(', ')}, found ${Object.keys(features[0]?.properties ?? {}).join(', ')}.`,
    )
  }
  const list: Precinct[] = []
  const shapes: { code: string; polygons: XY[][][]; box: Box }[] = []
  for (const { number, properties, geometry } of features) {
    const polygons = polygonsOf(geometry)
    if (!polygons || (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')) {
      throw new VisibleError(
        'input',
        'precincts.polygon',
        `${name}: feature ${number} is a ${geometry?.type ?? 'feature without geometry'}; expected a Polygon or MultiPolygon.`,
      )
    }
    const flat = polygons.map((rings) => rings.map((ring) => ring.map((point: LngLat) => plane.toXY(point))))
    const inside = polygons.map(
      ([ring = []], i) => shareInside(ring, bbox) * Math.abs(signedArea(flat[i]![0] ?? [])),
    )
    if (Math.max(0, ...inside) < MIN_OVERLAP_M2) continue
    const code = String(properties[codeField])
    list.push({ code, properties: plainProperties(properties), geometry })
    shapes.push({ code, polygons: flat, box: boxOf(flat.flat(2)) })
  }
  return {
    list,
    codeField,
    read: features.length,
    at: (point) => shapes.find((shape) => inShape(point, shape))?.code,
  }
}

function inShape(point: XY, { polygons, box }: { polygons: XY[][][]; box: Box }): boolean {
  const [x, y] = point
  if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) return false
  return polygons.some((rings) => isInside(point, rings))
}

function isCode(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

function plainProperties(properties: Record<string, unknown>): Precinct['properties'] {
  const kept: Precinct['properties'] = {}
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'number' || typeof value === 'string' || value === null) kept[key] = value
  }
  return kept
}
