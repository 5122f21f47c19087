/** The file `manifest.json` of a region, as its readers check it. Apart, since writing a region needs no checker. */
import { z } from 'zod'
import { REGION_FORMAT } from './format.ts'

export const StoredObjectFile = z.object({
  path: z.string().describe('relative to the version folder'),
  bytes: z.number().int().describe('size after decompression'),
  sha256: z.string().describe('of the decompressed bytes'),
})

export const ManifestFile = z.object({
  format: z.literal(REGION_FORMAT),
  name: z.string(),
  version: z.string().describe('hash of everything in the version: same sources, same version'),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('west, south, east, north'),
  country: z.string().optional().describe('ISO 3166-1, two letters; absent when nothing told'),
  timeZone: z.string().optional().describe('IANA name; absent where nothing is open at certain hours only'),
  tiles: z.array(
    z.object({
      cell: z.string(),
      streets: StoredObjectFile.optional(),
      schedules: z
        .array(z.string())
        .optional()
        .describe('hours of its ways and gates, each once; absent where there are none'),
      buildings: StoredObjectFile.optional(),
      footprints: StoredObjectFile.optional(),
    }),
  ),
  precincts: StoredObjectFile.optional(),
  aliases: StoredObjectFile.optional().describe('ids of earlier versions; absent when none was lost'),
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
