/** A list of targets as GeoJSON: a point in front of each street door, with what is known of it. */
import type { ListedTarget } from './listed-target.ts'

export function listingGeoJson(targets: readonly ListedTarget[]) {
  return {
    type: 'FeatureCollection' as const,
    features: targets.map(({ target, location, ...properties }) => ({
      type: 'Feature' as const,
      id: target,
      properties: { target, ...properties },
      geometry: { type: 'Point' as const, coordinates: location },
    })),
  }
}
