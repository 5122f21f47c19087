/** Plans and walks in the forms people carry, with the headers each form needs. */
import { createHash } from 'node:crypto'
import { VisibleError } from '@doorwalk/core/error'
import type { LngLat } from '@doorwalk/core/units'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { walkToCsv } from '@doorwalk/core/formats/csv'
import { planToGeoJson, walkToGeoJson } from '@doorwalk/core/formats/geojson'
import { walkToGpx } from '@doorwalk/core/formats/gpx'
import type { MapFeatures } from '@doorwalk/core/paper/map-svg'
import { planToPrintHtml, walkToPrintHtml } from '@doorwalk/core/paper/print'
import type { Form } from './negotiate.ts'
import type { StoredWalk } from './plans.ts'
import { boxAround } from './region-map.ts'
import type { World } from './world.ts'

/** Drawn around a walk on paper. */
const MAP_MARGIN_METRES = 400

export interface FormAnswer {
  body: string
  headers: Record<string, string>
}

export async function planForm(
  world: Pick<World, 'regions' | 'config'>,
  { plan, form }: { plan: Plan; form: 'geojson' | 'html' },
): Promise<FormAnswer> {
  if (form === 'geojson') return named(JSON.stringify(planToGeoJson(plan)), `${plan.id}.geojson`)
  const map = await mapAround(world, { walks: plan.walks, region: plan.region })
  return page(planToPrintHtml(plan, map, options(world)))
}

export async function walkForm(
  world: Pick<World, 'regions' | 'config'>,
  { stored, form }: { stored: StoredWalk; form: Exclude<Form, 'json'> },
): Promise<FormAnswer> {
  const { walk, plan } = stored
  const { attribution } = plan.region
  const file = `walk-${walk.number}`
  switch (form) {
    case 'geojson':
      return named(JSON.stringify(walkToGeoJson(walk, { attribution })), `${file}.geojson`)
    case 'gpx':
      return named(walkToGpx(walk, { attribution }), `${file}.gpx`)
    case 'csv':
      return named(walkToCsv(walk), `${file}.csv`)
    case 'html': {
      const map = await mapAround(world, { walks: [walk], region: plan.region })
      return page(walkToPrintHtml(walk, map, { ...options(world), attribution }))
    }
  }
}

function options({ config }: Pick<World, 'config'>): { baseUrl?: string } {
  return config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }
}

/** With the version the plan was made with, while it is there; with today's streets, or none, once it is not. */
async function mapAround(
  { regions }: Pick<World, 'regions'>,
  { walks, region }: { walks: Walk[]; region: { name: string; version: string } },
): Promise<MapFeatures> {
  const bbox = boxAround(pointsOf(walks), MAP_MARGIN_METRES)
  if (!bbox) return { streets: [], footprints: [] }
  const manifest =
    (await regions.manifest(region.name, region.version).catch(noneIfUnknown)) ??
    (await regions.manifest(region.name).catch(noneIfUnknown))
  if (!manifest) return { streets: [], footprints: [] }
  // Street code, loaded when a map is drawn: the thin API function starts without it.
  const { mapFeatures } = await import('@doorwalk/core/paper/map-features')
  return mapFeatures(regions, { manifest, bbox })
}

function noneIfUnknown(error: unknown): undefined {
  if (!(error instanceof VisibleError) || error.kind !== 'not_found') throw error
}

function pointsOf(walks: Walk[]): LngLat[] {
  return walks.flatMap((walk) => [
    ...walk.legs.flatMap(({ geometry }) => geometry.coordinates),
    ...walk.stops.flatMap(({ targets }) => targets.map(({ location }) => location)),
    ...walk.reserves.map(({ location }) => location),
  ])
}

function named(body: string, file: string): FormAnswer {
  return { body, headers: { 'Content-Disposition': `inline; filename="${file}"` } }
}

/** A page may use the very style sheets it carries, named by their hashes, and nothing else. */
function page(body: string): FormAnswer {
  const hashes = [...body.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  const policy = [
    "default-src 'none'",
    `style-src ${hashes.length > 0 ? hashes.join(' ') : "'none'"}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return { body, headers: { 'Content-Security-Policy': policy.join('; ') } }
}
