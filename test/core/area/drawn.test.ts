/** Areas as people draw and export them: taken for what they mean, or refused with what they are and what to do. */
import { describe, expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { checkPolygon } from '@doorwalk/core/area/polygon'
import { parseInput } from '@doorwalk/core/request/parse'
import type { AreaRequest } from '@doorwalk/core/request/area-request'
import { PlanRequest } from '@doorwalk/core/request/request'

type Ring = number[][]
const ring: Ring = [
  [2.35, 48.88],
  [2.36, 48.88],
  [2.36, 48.89],
  [2.35, 48.89],
  [2.35, 48.88],
]
const far: Ring = ring.map(([lng, lat]) => [lng! + 0.1, lat!])
const plain = { type: 'Polygon', coordinates: [ring] }
const both = { type: 'MultiPolygon', coordinates: [[ring], [far]] }
const high = (of: Ring): Ring => of.map((position) => [...position, 35.2])
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })
const feature = (geometry: object, more: object = {}) => ({
  ...{ type: 'Feature', id: 7, bbox: [2.35, 48.88, 2.36, 48.89], geometry },
  ...{ properties: { name: 'Nord', colour: null }, ...more },
})

function read(request: object): PlanRequest {
  const asked = { region: 'tiny', volunteers: 1, ...request }
  return parseInput(PlanRequest, asked, { what: 'plan request', code: 'request.invalid' })
}

function areaOf(area: unknown): AreaRequest | undefined {
  const read_ = read({ area }).area
  if (read_ && 'type' in read_) checkPolygon(read_, '/area')
  return read_
}

function refusal(request: object): string {
  try {
    areaOf(read(request).area)
  } catch (error) {
    if (error instanceof VisibleError) return error.message
    throw error
  }
  return 'taken'
}

describe('an area that a program has drawn', () => {
  it.each([
    ['with heights', { ...plain, coordinates: [high(ring)] }, plain],
    ['with heights and measures', { ...plain, coordinates: [high(high(ring))] }, plain],
    ['with a bbox', { ...plain, bbox: [2.35, 48.88, 2.36, 48.89] }, plain],
    ['with a bbox that is null', { ...plain, bbox: null }, plain],
    ['with its coordinate system', { ...plain, ...crs('urn:ogc:def:crs:OGC:1.3:CRS84') }, plain],
    ['with another name of that system', { ...plain, ...crs('EPSG:4326') }, plain],
    ['of two polygons', both, both],
    ['of two polygons with heights', { ...both, coordinates: [[high(ring)], [high(far)]] }, both],
    ['as a feature', feature(plain), plain],
    ['as a feature without properties', { type: 'Feature', geometry: plain }, plain],
    ['as a feature with members of its program', feature(plain, { tippecanoe: { layer: 1 } }), plain],
    ['as a feature of two polygons', feature(both), both],
    [
      'as a collection',
      {
        type: 'FeatureCollection',
        name: 'x',
        features: [feature(plain), feature({ ...plain, coordinates: [far] })],
      },
      both,
    ],
    [
      'as a collection of one of two',
      { type: 'FeatureCollection', ...crs('urn:ogc:def:crs:OGC:1.3:CRS84'), features: [feature(both)] },
      both,
    ],
  ])('%s is taken for its polygons', (_, area, meant) => expect(areaOf(area)).toEqual(meant))

  it.each([
    ['twice', 1, 1],
    ['twice at its beginning', 0, 1],
    ['twice at its end', 4, 1],
    ['five times', 2, 4],
  ])('with a position %s in a row is taken', (_, at, more) => {
    const repeated = ring.flatMap((position, index) =>
      Array.from({ length: index === at ? 1 + more : 1 }, () => position),
    )
    expect(refusal({ area: { ...plain, coordinates: [repeated] } })).toBe('taken')
    expect(refusal({ area: { ...plain, coordinates: [ring.toReversed()] } })).toBe('taken')
  })
})

describe('an area that is none', () => {
  const types = '"Polygon", "MultiPolygon", "Feature" or "FeatureCollection"'
  it.each<[string, unknown, string]>([
    ['a point', { type: 'Point', coordinates: [2.35, 48.88] }, `/area/type: got "Point"; expected ${types}`],
    ['a line', { type: 'LineString', coordinates: ring }, `/area/type: got "LineString"; expected ${types}`],
    ['many geometries', { type: 'GeometryCollection', geometries: [plain] }, `expected ${types}`],
    [
      'a misspelt type',
      { type: 'polygon', coordinates: [ring] },
      `/area/type: got "polygon"; expected ${types}`,
    ],
    [
      'a feature of a point',
      feature({ type: 'Point', coordinates: [2.35, 48.88] }),
      '/area/geometry/type: got "Point"; expected "Polygon" or "MultiPolygon"',
    ],
    [
      'a collection with a line in it',
      {
        type: 'FeatureCollection',
        features: [feature(plain), feature({ type: 'LineString', coordinates: ring })],
      },
      '/area/features/1/geometry/type: got "LineString"; expected "Polygon" or "MultiPolygon"',
    ],
    [
      'an empty collection',
      { type: 'FeatureCollection', features: [] },
      '/area/features: got []; expected at least one',
    ],
    ['metres', { ...plain, ...crs('EPSG:2154') }, '/area/crs: got'],
    [
      'a crossing ring',
      { ...plain, coordinates: [[ring[0]!, ring[2]!, ring[1]!, ring[3]!, ring[0]!]] },
      'crosses itself',
    ],
    [
      'a spike that goes back where it came from',
      { ...plain, coordinates: [[...ring.slice(0, 3), [2.37, 48.9], ...ring.slice(2)]] },
      'the ring runs out to [2.370000, 48.900000] and straight back; take that position out',
    ],
    ['an open triangle', { ...plain, coordinates: [ring.slice(0, 3)] }, 'expected at least 4 positions'],
    [
      'a latitude of 200',
      { ...plain, coordinates: [[[2, 200], ...ring]] },
      '/area/coordinates/0/0/1: got 200; expected a latitude',
    ],
    [
      'a position of one number',
      { ...plain, coordinates: [[[2], ...ring]] },
      '/area/coordinates/0/0: got [2]; expected [lng, lat]',
    ],
    ['a word', 'Montmartre', '/area: got "Montmartre"; expected an object'],
    ['an unknown field', { ...plain, colour: 'red' }, '/area/colour: unknown field'],
  ])('%s is told what it is', (_, area, said) => expect(refusal({ area })).toContain(said))
})

it.each([
  [
    'an object',
    { lat: 48.88, lng: 2.35 },
    '/start: got {"lat":48.88,"lng":2.35}; expected [lng, lat] or "anywhere"',
  ],
  ['a word', 'here', '/start: got "here"; expected [lng, lat] or "anywhere"'],
  ['a number', 7, '/start: got 7; expected [lng, lat] or "anywhere"'],
])('a start that is %s is told both that it may be', (_, start, said) =>
  expect(refusal({ start })).toContain(said),
)

it('volunteers of neither kind are told both', () => {
  expect(refusal({ volunteers: 'six' })).toContain('/volunteers: got "six"; expected a number or a list')
})
