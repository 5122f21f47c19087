/** A region as callers see it: its manifest without the files, and its precincts as GeoJSON. */
import { z } from '@hono/zod-openapi'
import type { Regions } from '@doorwalk/core/ports'
import { type Precinct, decodePrecincts } from '@doorwalk/core/region/region'

export const RegionAnswer = z.object({
  name: z.string(),
  version: z.string(),
  bbox: z.array(z.number()).length(4).describe('west, south, east, north'),
  attribution: z.array(z.string()).describe('to be shown wherever the data is shown'),
  counts: z.record(z.string(), z.number()),
  doors: z.object({ total: z.number(), bySource: z.record(z.string(), z.number()) }),
  precincts: z.number().int().describe('how many there are'),
  priorityFields: z.array(z.string()).describe('numeric properties of the precincts, for `priority.field`'),
  warnings: z.array(z.string()),
})
export type RegionAnswer = z.infer<typeof RegionAnswer>

export async function readPrecincts(regions: Regions, name: string): Promise<Precinct[]> {
  const manifest = await regions.manifest(name)
  return manifest.precincts ? decodePrecincts(await regions.read(manifest, manifest.precincts)) : []
}

export async function describeRegion(regions: Regions, name: string): Promise<RegionAnswer> {
  const { version, bbox, attribution, counts, doors, warnings } = await regions.manifest(name)
  const precincts = await readPrecincts(regions, name)
  const fields = new Set<string>()
  for (const { properties } of precincts) {
    for (const [field, value] of Object.entries(properties)) if (typeof value === 'number') fields.add(field)
  }
  return {
    name,
    version,
    bbox: [...bbox],
    attribution,
    counts,
    doors,
    precincts: precincts.length,
    priorityFields: [...fields].sort(),
    warnings,
  }
}

export async function precinctCollection(regions: Regions, name: string) {
  const precincts = await readPrecincts(regions, name)
  return {
    type: 'FeatureCollection' as const,
    features: precincts.map(({ code, properties, geometry }) => ({
      type: 'Feature' as const,
      properties: { ...properties, code },
      geometry: { type: geometry.type, coordinates: geometry.coordinates },
    })),
  }
}
