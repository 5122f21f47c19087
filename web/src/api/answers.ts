/** What features of the API's GeoJSON say of themselves; all else the client knows. */
import type { Within } from '@doorwalk/core/words/say'

export type PrecinctFeature = GeoJSON.Feature<
  GeoJSON.Polygon | GeoJSON.MultiPolygon,
  { code: string; [field: string]: string | number | null }
>

/** Streets and buildings of `/v1/regions/{name}/map.geojson`. */
export type StreetFeature = GeoJSON.Feature<
  GeoJSON.MultiLineString,
  { kind: 'street'; name: string; class: string }
>
export type BuildingFeature = GeoJSON.Feature<GeoJSON.Polygon, { kind: 'building'; id: string }>
export type GroundFeature = StreetFeature | BuildingFeature

interface Place {
  /** Of the target. */
  id: string
  walk: number
  label: string
  address: string
  /** What is seen of a building without an address. */
  seen?: string
  street?: string
  /** Label of the entrance. */
  entrance?: string
  /** Of a part of an entrance. */
  fromFloor?: number
  toFloor?: number
  firstDoor?: number
  lastDoor?: number
  doors: number
}

type WalkLineFeature = GeoJSON.Feature<
  GeoJSON.LineString,
  { kind: 'walk'; walk: number; stroke: string; 'stroke-dasharray': string }
>
type TargetFeature = GeoJSON.Feature<
  GeoJSON.Point,
  Place & { kind: 'target'; stop: number; key?: boolean; why?: string; 'marker-color': string }
>
type WalkPointFeature =
  | TargetFeature
  | GeoJSON.Feature<GeoJSON.Point, Place & { kind: 'reserve' }>
  | GeoJSON.Feature<GeoJSON.Point, { kind: 'start'; walk: number }>
  | GeoJSON.Feature<GeoJSON.Point, { kind: 'meeting_point'; walk?: never }>

/** Of a plan's GeoJSON: lines of walks, their targets, reserves and starts. */
export type PlanFeature = WalkLineFeature | WalkPointFeature

/** Where behind its address: entrance, storeys of a part. */
export function withinOf(place: Place): Within {
  const { entrance, fromFloor, toFloor } = place
  return {
    ...(fromFloor !== undefined && toFloor !== undefined && { part: { ...place, fromFloor, toFloor } }),
    ...(entrance !== undefined && { entrance: { label: entrance } }),
  }
}

/** Address, or the street where the building has none. */
export function placeOf({ address, street }: Pick<Place, 'address' | 'street'>): string {
  return address || street || '–'
}
