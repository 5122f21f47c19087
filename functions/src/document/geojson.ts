/** GeoJSON (RFC 7946) as answers carry it: what its features say of themselves depends on the call. */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from './schema-names.ts'

const Geometry = z.object({
  type: z.enum(['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()).describe('positions `[lng, lat]`, nested as the type asks for'),
})

const Feature = z.object({
  type: z.literal('Feature'),
  id: z.string().optional(),
  properties: z.record(z.string(), z.unknown()),
  geometry: Geometry,
})

export const FeatureCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(Feature),
})
nameSchemas({ Feature, FeatureCollection, Geometry })
