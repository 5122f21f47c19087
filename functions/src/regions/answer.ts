/** A region as callers see it: its manifest without the files, and its precincts as GeoJSON. */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import type { Regions } from '@doorwalk/core/ports'
import { type Manifest, type Precinct, decodePrecincts } from '@doorwalk/core/region/region'
import { turnToParse } from '../threads/slices.ts'

const RegionDoors = z.object({
  total: z.number().describe('in the region'),
  bySource: z.record(z.string(), z.number()).describe('by `doorsSource`'),
})

export const RegionAnswer = z.object({
  name: z.string().describe('of the region'),
  version: z.string().describe('current one'),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('west, south, east, north'),
  attribution: z.array(z.string()).describe('to be shown wherever the data is shown'),
  counts: z.record(z.string(), z.number()).describe('of what it holds, by kind'),
  doors: RegionDoors.describe('households'),
  precincts: z.number().int().describe('how many there are'),
  priorityFields: z.array(z.string()).describe('numeric properties of the precincts, for `priority.field`'),
  warnings: z.array(z.string()).describe('sentences worth reading'),
})
export type RegionAnswer = z.infer<typeof RegionAnswer>
nameSchemas({
  Region: [RegionAnswer, 'a prepared region in its current version'],
  RegionDoors: [RegionDoors, 'how many doors there are, and who said so'],
})

export async function readPrecincts(regions: Regions, name: string): Promise<Precinct[]> {
  return precinctsOf(regions, await regions.manifest(name))
}

async function precinctsOf(regions: Regions, manifest: Manifest): Promise<Precinct[]> {
  const bytes = manifest.precincts && (await regions.read(manifest, manifest.precincts))
  if (!bytes) return []
  await turnToParse(bytes.length)
  return decodePrecincts(bytes)
}

interface Summary {
  count: number
  /** Numeric properties, sorted. */
  fields: string[]
}

/** By the checksum of the precincts: the object is read each time, for it may be damaged by now, and parsed once. */
const summaries = new Map<string, Summary>()
const MOST_SUMMARIES = 100

export async function describeRegion(regions: Regions, name: string): Promise<RegionAnswer> {
  const manifest = await regions.manifest(name)
  const { version, bbox, attribution, counts, doors, warnings } = manifest
  const { count, fields } = await summaryOf(regions, manifest)
  return {
    name,
    version,
    bbox: [...bbox],
    attribution,
    counts,
    doors,
    precincts: count,
    priorityFields: fields,
    warnings,
  }
}

async function summaryOf(regions: Regions, manifest: Manifest): Promise<Summary> {
  const { precincts: object } = manifest
  if (!object) return { count: 0, fields: [] }
  const known = summaries.get(object.sha256)
  if (known) {
    await regions.read(manifest, object)
    return known
  }
  const precincts = await precinctsOf(regions, manifest)
  const fields = new Set<string>()
  for (const { properties } of precincts) {
    for (const [field, value] of Object.entries(properties)) if (typeof value === 'number') fields.add(field)
  }
  const summary = { count: precincts.length, fields: [...fields].sort() }
  if (summaries.size >= MOST_SUMMARIES) summaries.clear()
  summaries.set(object.sha256, summary)
  return summary
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
