/** GeoJSON (RFC 7946) as answers carry it: what its features say of themselves depends on the call. */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from './schema-names.ts'

const Geometry = z.object({
  type: z.enum(['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']).describe('of GeoJSON'),
  coordinates: z.array(z.unknown()).describe('positions `[lng, lat]`, nested as the type asks for'),
})

const Feature = z.object({
  type: z.literal('Feature').describe('of GeoJSON'),
  id: z.string().optional().describe('of what is drawn, where it has one'),
  properties: z.record(z.string(), z.unknown()).describe('what it says of itself'),
  geometry: Geometry.describe('where it is'),
})

export const FeatureCollection = z.object({
  type: z.literal('FeatureCollection').describe('of GeoJSON'),
  name: z.string().optional().describe('of a plan or walk: which it is'),
  attribution: z.array(z.string()).optional().describe('of a plan or walk: who must be named beside the map'),
  bbox: z.array(z.number()).optional().describe('of a plan or walk: west, south, east, north'),
  features: z.array(Feature).describe('what is drawn'),
})
nameSchemas({
  Feature: [Feature, 'GeoJSON'],
  FeatureCollection: [FeatureCollection, 'GeoJSON'],
  Geometry: [Geometry, 'GeoJSON'],
})
