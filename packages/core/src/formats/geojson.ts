/** Plans and walks as GeoJSON (RFC 7946) with simplestyle colours, for any map that opens it. */
import { nameDoor } from '../words/seen.ts'
import type { LngLat } from '../units.ts'
import type { Plan, Walk, WalkTarget } from '../walk/answer.ts'
import { numberedTargets, reserveLabel, walkLine } from '../walk/numbering.ts'
import { walkLook } from '../walk/palette.ts'
import type { Format } from './format.ts'

export const geojson = {
  type: 'application/geo+json',
  walk: (walk, around) => JSON.stringify(walkToGeoJson(walk, around)),
  plan: (plan) => JSON.stringify(planToGeoJson(plan)),
  file: 'plan.geojson',
} as const satisfies Format

/** simplestyle-spec 1.1 */
const LINE_WIDTH = 4

export interface WalkCollection extends GeoJSON.FeatureCollection {
  bbox?: [number, number, number, number]
  /** Foreign members of RFC 7946 §6.1: who must be named beside the map. */
  attribution: string[]
  name: string
}

/**
 * Every walk of a plan: a LineString per walk (`kind: "walk"`), a Point per target (`target`), reserve (`reserve`)
 * and start (`start`). Walks without a way to go (one stop, no start) have points only.
 */
export function planToGeoJson(plan: Plan): WalkCollection {
  const features = plan.walks.flatMap(walkFeatures)
  if (plan.meetingPoint !== null) {
    features.unshift(point(plan.meetingPoint, { kind: 'meeting_point', 'marker-symbol': 'star' }))
  }
  return collection(features, { name: `plan ${plan.id}`, attribution: plan.region.attribution })
}

/** One walk, with the attribution of its region. */
export function walkToGeoJson(
  walk: Walk,
  { attribution = [] }: { attribution?: string[] } = {},
): WalkCollection {
  return collection(walkFeatures(walk), { name: `walk ${walk.number}`, attribution })
}

function walkFeatures(walk: Walk): GeoJSON.Feature[] {
  const { colour, dash } = walkLook(walk.number)
  const ofWalk = { walkId: walk.walkId, walk: walk.number }
  const features: GeoJSON.Feature[] = []

  const line = walkLine(walk)
  if (line.length > 0) {
    features.push({
      type: 'Feature',
      id: walk.walkId,
      geometry: { type: 'LineString', coordinates: line },
      properties: {
        kind: 'walk',
        ...ofWalk,
        rank: walk.rank,
        walker: walk.walker,
        language: walk.language,
        startAt: walk.startAt,
        endAt: walk.endAt,
        stops: walk.stops.length,
        doors: walk.doors,
        prize: walk.prize,
        seconds: walk.seconds,
        metres: walk.metres,
        legs: walk.legs.map(({ seconds, metres }) => ({ seconds, metres })),
        stroke: colour,
        'stroke-width': LINE_WIDTH,
        'stroke-opacity': 0.9,
        'stroke-dasharray': dash.map((length) => length * LINE_WIDTH).join(' '),
      },
    })
  }
  if (walk.start !== null) {
    features.push(
      point(walk.start, { kind: 'start', ...ofWalk, 'marker-color': colour, 'marker-symbol': 'star' }),
    )
  }
  for (const { label, number, stop, target } of numberedTargets(walk)) {
    features.push(
      point(target.location, {
        kind: 'target',
        ...ofWalk,
        stop: number,
        label,
        ...targetProperties(target, nameDoor(target, stop.street, walk.language)),
        street: stop.street,
        arriveAt: stop.arriveAt,
        side: stop.side,
        block: stop.block,
        'marker-color': colour,
        'marker-symbol': target.key === true ? 'star' : label,
        'marker-size': target.key === true ? 'large' : 'medium',
      }),
    )
  }
  for (const [index, target] of walk.reserves.entries()) {
    features.push(
      point(target.location, {
        kind: 'reserve',
        ...ofWalk,
        label: reserveLabel(index),
        ...targetProperties(target, nameDoor(target, '', walk.language)),
        'marker-color': '#777777',
        'marker-size': 'small',
      }),
    )
  }
  return features
}

function targetProperties(target: WalkTarget, title: string): Record<string, unknown> {
  const { location: _location, part, entrance, ...rest } = target
  return {
    ...rest,
    title,
    ...(entrance?.label === undefined ? {} : { entrance: entrance.label }),
    ...(part === undefined ? {} : placeOf(part)),
  }
}

/** Which floors; how many parts there are tells nobody anything. */
function placeOf({ number: _number, of: _of, ...where }: NonNullable<WalkTarget['part']>) {
  return where
}

function point(coordinates: LngLat, properties: Record<string, unknown>): GeoJSON.Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties }
}

function collection(
  features: GeoJSON.Feature[],
  { name, attribution }: { name: string; attribution: string[] },
): WalkCollection {
  const bbox = boundsOf(features)
  return { type: 'FeatureCollection', name, attribution, ...(bbox ? { bbox } : {}), features }
}

function boundsOf(features: GeoJSON.Feature[]): [number, number, number, number] | null {
  let bounds: [number, number, number, number] | null = null
  for (const { geometry } of features) {
    const points =
      geometry.type === 'LineString'
        ? geometry.coordinates
        : geometry.type === 'Point'
          ? [geometry.coordinates]
          : []
    for (const [lng = 0, lat = 0] of points) {
      bounds ??= [lng, lat, lng, lat]
      bounds = [
        Math.min(bounds[0], lng),
        Math.min(bounds[1], lat),
        Math.max(bounds[2], lng),
        Math.max(bounds[3], lat),
      ]
    }
  }
  return bounds
}
