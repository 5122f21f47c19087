/**
 * A region: streets, buildings and precincts of one place, cut in H3 tiles of resolution 7, written once by `prepare`.
 * On disk or in a bucket: `NAME/current.json` → `{ version }`, and `NAME/VERSION/…` that never changes.
 */
import { z } from 'zod'
import { VisibleError } from '../error.ts'

/** Raised whenever a reader of the older layout would misread the newer one. */
export const REGION_FORMAT = 1

const StoredObject = z.object({
  path: z.string().describe('relative to the version folder'),
  bytes: z.number().int().describe('size after decompression'),
  sha256: z.string().describe('of the decompressed bytes'),
})
export type StoredObject = z.infer<typeof StoredObject>

export const Manifest = z.object({
  format: z.literal(REGION_FORMAT),
  name: z.string(),
  version: z.string().describe('hash of everything in the version: same sources, same version'),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('west, south, east, north'),
  country: z.string().optional().describe('ISO 3166-1, two letters; absent when nothing told'),
  timeZone: z.string().optional().describe('IANA name; absent where nothing is open at certain hours only'),
  tiles: z.array(
    z.object({
      cell: z.string(),
      streets: StoredObject.optional(),
      schedules: z
        .array(z.string())
        .optional()
        .describe('hours of its ways and gates, each once; absent where there are none'),
      buildings: StoredObject.optional(),
      footprints: StoredObject.optional(),
    }),
  ),
  precincts: StoredObject.optional(),
  aliases: StoredObject.optional().describe('ids of earlier versions; absent when none was lost'),
  sources: z.array(
    z.object({
      kind: z.enum(['osm', 'addresses', 'households', 'dwellings', 'precincts', 'population']),
      file: z.string().describe('file name without folder'),
      sha256: z.string(),
      date: z.string().optional(),
      attribution: z.string(),
      licence: z.string(),
    }),
  ),
  attribution: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
  doors: z.object({ total: z.number(), bySource: z.record(z.string(), z.number()) }),
  warnings: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** A precinct: electoral subdivision with every numeric property of its source. */
export interface Precinct {
  code: string
  properties: Record<string, number | string | null>
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon
}

export type TileKind = 'streets' | 'buildings' | 'footprints'

export function encodePrecincts(precincts: Precinct[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(precincts))
}

/** The object `manifest.precincts`; @throws VisibleError `region.damaged` when it is no list */
export function decodePrecincts(bytes: Uint8Array): Precinct[] {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!Array.isArray(value) || !value.every(isPrecinct)) {
    throw new VisibleError(
      'upstream',
      'region.damaged',
      'The precincts of the region cannot be read; prepare it again.',
    )
  }
  return value
}

function isPrecinct(value: unknown): value is Precinct {
  return typeof value === 'object' && value !== null && 'code' in value && 'geometry' in value
}
