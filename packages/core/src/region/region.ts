/**
 * A region: streets, buildings and precincts of one place, cut in H3 tiles of resolution 7, written once by `prepare`.
 * On disk or in a bucket: `NAME/current.json` → `{ version }`, and `NAME/VERSION/…` that never changes.
 */
import type { z } from 'zod'
import { VisibleError } from '../error.ts'
import type { ManifestFile, StoredObjectFile } from './manifest.ts'

export type Manifest = z.infer<typeof ManifestFile>
export type StoredObject = z.infer<typeof StoredObjectFile>

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
