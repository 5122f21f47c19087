import { describe, expect, it } from 'vitest'
import { MOST_CORNERS, readAreaFile } from '../../../web/src/console/model/areas/area-file.ts'
import {
  type AreaDraft,
  areaOfDraft,
  isAreaDraft,
  lackOfDraft,
} from '../../../web/src/console/model/areas/pieces.ts'
import {
  findPrecincts,
  precinctOf,
  sayPrecinct,
  sortPrecincts,
} from '../../../web/src/console/model/areas/precincts.ts'
import { formulaOf, shareFields } from '../../../web/src/console/model/areas/presets.ts'

const BOX: [number, number, number, number] = [2.3, 48.8, 2.4, 48.9]
const RING = [
  [2.34, 48.87],
  [2.35, 48.87],
  [2.35, 48.88],
  [2.34, 48.87],
]
const polygon = (ring: number[][] = RING): object => ({ type: 'Polygon', coordinates: [ring] })

describe('an area put together', () => {
  const precincts = (role: 'also' | 'within' | 'without', ...codes: string[]) =>
    ({ role, wish: { kind: 'precincts', codes } }) as const

  it('adds, keeps within and leaves out, whatever the order in the form', () => {
    expect(areaOfDraft([{ role: 'also', wish: { kind: 'region' } }])).toBeUndefined()
    expect(areaOfDraft([precincts('also', '2', '1')])).toEqual({ precincts: ['1', '2'] })
    const draft: AreaDraft = [
      precincts('also', '1'),
      precincts('without', '9'),
      { role: 'also', wish: { kind: 'stored', id: 'area_1' } },
      { role: 'within', wish: { kind: 'walk', start: [2.34, 48.87], minutes: 5 } },
    ]
    expect(areaOfDraft(draft)).toEqual({
      of: {
        all: [
          { any: [{ precincts: ['1'] }, { id: 'area_1' }] },
          { walkFrom: { start: [2.34, 48.87], minutes: 5 } },
        ],
      },
      without: { precincts: ['9'] },
    })
    expect(isAreaDraft(JSON.parse(JSON.stringify(draft)))).toBe(true)
  })

  it('closes what is drawn, and takes the first piece for the ground of the others', () => {
    const corners = RING.slice(0, 3) as [number, number][]
    expect(areaOfDraft([{ role: 'without', wish: { kind: 'draw', corners } }])).toEqual(polygon())
  })

  it('says which piece means nothing yet', () => {
    expect(lackOfDraft([precincts('also')])).toEqual({ index: 0, lack: 'precincts' })
    const second = (wish: AreaDraft[number]['wish']) =>
      lackOfDraft([precincts('also', '1'), { role: 'also', wish }])
    expect(second({ kind: 'region' })).toEqual({ index: 1, lack: 'region' })
    expect(second({ kind: 'draw', corners: [[2, 48]] })).toEqual({ index: 1, lack: 'corners' })
    expect(second({ kind: 'file', name: 'x', shape: null })).toEqual({ index: 1, lack: 'file' })
    expect(second({ kind: 'walk', start: null, minutes: 5 })).toEqual({ index: 1, lack: 'point' })
    expect(second({ kind: 'walk', start: [2, 48], minutes: 61 })).toEqual({ index: 1, lack: 'minutes' })
    expect(second({ kind: 'stored', id: '' })).toEqual({ index: 1, lack: 'stored' })
    for (const kept of [
      null,
      [],
      [{}],
      [{ role: 'also', wish: { kind: 'walk' } }],
      [{ role: 'x', wish: { kind: 'region' } }],
    ])
      expect(isAreaDraft(kept)).toBe(false)
  })
})

describe('a file with an area', () => {
  const read = (value: unknown) => readAreaFile(JSON.stringify(value), BOX)

  it('gives polygons of any kind of GeoJSON, and no property', () => {
    const feature = (geometry: object) => ({ type: 'Feature', properties: { name: 'Anna' }, geometry })
    const both = {
      type: 'FeatureCollection',
      features: [feature(polygon()), feature({ type: 'Point', coordinates: [2, 48] })],
    }
    const shape = { type: 'MultiPolygon', coordinates: [[RING]] }
    for (const value of [
      polygon(),
      shape,
      feature(polygon()),
      both,
      { type: 'GeometryCollection', geometries: [polygon()] },
    ])
      expect(read(value)).toEqual({ shape, polygons: 1 })
    expect(
      readAreaFile(
        `\uFEFF${JSON.stringify(polygon([...RING.slice(0, 3), RING[0]!].map((at) => [...at, 35])))}`,
        BOX,
      ),
    ).toEqual({
      shape,
      polygons: 1,
    })
  })

  it.each([
    ['not_json', '{'],
    ['not_geojson', '{"a":1}'],
    ['not_geojson', '"text"'],
    ['not_geojson', '{"type":"Polygon","coordinates":[[["2","48"]]]}'],
    ['no_polygon', '{"type":"FeatureCollection","features":[]}'],
    ['no_polygon', '{"type":"LineString","coordinates":[[2,48],[2.1,48]]}'],
  ])('says %s of %s', (fault, text) => {
    expect(readAreaFile(text, BOX)).toEqual({ fault })
  })

  it('says what is wrong with coordinates', () => {
    expect(read(polygon(RING.map(([lng, lat]) => [lat!, lng!])))).toEqual({ fault: 'swapped' })
    expect(read(polygon(RING.map(([lng, lat]) => [lat! * 10_000, lng! * 10_000])))).toEqual({
      fault: 'not_degrees',
    })
    expect(read(polygon(RING.slice(0, 3)))).toEqual({ fault: 'open_ring' })
    expect(read(polygon(RING.map(([lng, lat]) => [lng! + 5, lat!])))).toEqual({ fault: 'outside' })
    const many = Array.from({ length: MOST_CORNERS }, (_, index) => [2.34 + index / 1e6, 48.87])
    expect(read(polygon([...many, many[0]!]))).toEqual({ fault: 'too_many' })
  })
})

describe('precincts and their fields', () => {
  it('has a name where one is published, and orders by a field', () => {
    const all = [
      precinctOf({ code: '10', nom: 'École Turgot', pct_a: 5 }),
      precinctOf({ code: '9', arrondissement: '9e arr.', pct_a: 30 }),
      precinctOf({ code: '2', pct_a: null }),
    ]
    expect(all.map(sayPrecinct)).toEqual(['10 · École Turgot', '9 · 9e arr.', '2'])
    expect(sortPrecincts(all, '').map(({ code }) => code)).toEqual(['2', '9', '10'])
    expect(sortPrecincts(all, 'pct_a').map(({ code }) => code)).toEqual(['9', '10', '2'])
    expect(findPrecincts(all, 'ecole TURGOT').map(({ code }) => code)).toEqual(['10'])
    expect(findPrecincts(all, ' ')).toHaveLength(3)
  })

  it('asks for the own side only where a preset needs it', () => {
    expect(formulaOf('mobilise', '')).toBeNull()
    expect(formulaOf('mobilise', 'pct_a')).toEqual({ preset: 'mobilise', own: 'pct_a' })
    expect(formulaOf('persuade', '')).toEqual({ preset: 'persuade' })
    expect(formulaOf('fresh', 'pct_a')).toEqual({ preset: 'fresh' })
    expect(shareFields(['inscrits', 'pct_a', 'pct_autres', 'taux_abstention'])).toEqual(['pct_a'])
  })
})
