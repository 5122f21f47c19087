/** Precinct files as people have them: each precinct once, what is no area left out, and all of it said. */
import { describe, expect, it } from 'vitest'
import type { PrepareReport } from '@doorwalk/prepare/summary'
import { reportLines } from '@doorwalk/prepare/report'
import { decodePrecincts, type Precinct } from '@doorwalk/core/region/region'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { World } from '../../support/worlds/osm-fixture.ts'
import { fileWith, prepareWorld, rectangle } from '../../support/worlds/prepared.ts'

/** Five houses along 200 m. */
function houses(): World {
  const world = new World('houses')
  world.line(
    [
      [0, 0],
      [200, 0],
    ],
    { highway: 'residential', name: 'Rue A' },
  )
  for (const x of [10, 50, 90, 130, 170]) world.building([x, 8, 10, 10], { building: 'house' })
  return world
}

type Area = [x: number, width: number]
const area = ([x, width]: Area) => rectangle([x, -5, width, 60])
const feature = (properties: object | null, geometry: unknown) => ({ type: 'Feature', properties, geometry })
const parts: [object, Area][] = [
  [{ code: '0001', abst: 30 }, [0, 75]],
  [{ code: '0002', abst: 10 }, [75, 50]],
  [{ code: '0001', abst: 50 }, [125, 100]],
]
const split = parts.map(([properties, where]) => feature(properties, area(where)))

interface Read {
  precincts: Precinct[]
  /** Code of each house, from west to east. */
  codes: (string | undefined)[]
  report: PrepareReport
  said: string
}

async function read(content: unknown, name = 'p.geojson'): Promise<Read> {
  const text =
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify({ type: 'FeatureCollection', features: content })
  const { root, manifest, buildings, report } = await prepareWorld(houses(), {
    precincts: await fileWith(name, text),
  })
  const bytes = await diskRegions([root]).read(manifest, manifest.precincts!)
  const sorted = buildings.toSorted((a, b) => a.location[0] - b.location[0])
  return {
    precincts: decodePrecincts(bytes),
    codes: sorted.map(({ precinct }) => precinct),
    report,
    said: reportLines(report).join('\n'),
  }
}

describe('a precinct in two features', () => {
  it('is one, with all its doors; where its parts differ the larger counts, and it is said', async () => {
    for (const features of [split, split.toReversed()]) {
      const { precincts, codes, said } = await read(features)
      expect(precincts.map(({ code, properties }) => [code, properties.abst])).toEqual([
        ['0001', 50],
        ['0002', 10],
      ])
      expect(codes).toEqual(['0001', '0001', '0002', '0001', '0001'])
      expect(said).toMatch(/features \d and \d are one precinct, "0001"; they differ in "abst"/)
    }
  })

  it('that are the same is one area', async () => {
    const { precincts } = await read([split[0], split[0]])
    expect(precincts.map(({ geometry }) => geometry)).toEqual([area([0, 75])])
  })

  it('is taken up whether its code is a number or a text', async () => {
    const { codes } = await read([
      feature({ code: 1 }, area([0, 100])),
      feature({ code: ' 1 ' }, area([100, 100])),
    ])
    expect(new Set(codes)).toEqual(new Set(['1']))
  })
})

describe('one code in two communes', () => {
  it.each([
    [{ commune: 'Bondy' }, { commune: 'Pantin' }, 'Bondy_0001', 'Pantin_0001'],
    [{ code_insee: '93010', dep: 93 }, { code_insee: '93055', dep: 93 }, '93010_0001', '93055_0001'],
    [{ county: 'A' }, { county: 'B' }, 'A_0001', 'B_0001'],
  ])('is two precincts', async (here, there, first, second) => {
    const { precincts, codes, said } = await read([
      feature({ code: '0001', ...here, abst: 30 }, area([0, 75])),
      feature({ code: '0001', ...there, abst: 50 }, area([75, 150])),
      feature({ code: '0002', ...here, abst: 10 }, area([0, 1])),
    ])
    expect(codes).toEqual([first, first, second, second, second])
    expect(precincts.find(({ code }) => code === second)?.properties.abst).toBe(50)
    expect(said).toContain('both together are the code')
  })

  it('is one precinct where the communes are the same', async () => {
    const features = split.map((each) =>
      feature({ ...each.properties, commune: 'Bondy', canton: String(each.geometry) }, each.geometry),
    )
    expect((await read(features)).codes).toEqual(['0001', '0001', '0002', '0001', '0001'])
  })

  it('keeps its code when the other commune lies elsewhere', async () => {
    const { codes } = await read([
      feature({ code: '0001', commune: 'Bondy' }, area([0, 225])),
      feature({ code: '0001', commune: 'Pantin' }, area([9000, 225])),
    ])
    expect(new Set(codes)).toEqual(new Set(['0001']))
  })
})

describe('a feature that is no area', () => {
  const line = area([0, 75]).coordinates[0]
  const none: [string, unknown][] = [
    ['null', null],
    ['a Point', { type: 'Point', coordinates: [2.35, 48.88] }],
    ['a LineString', { type: 'LineString', coordinates: line }],
    ['an empty Polygon', { type: 'Polygon', coordinates: [] }],
    ['a Polygon of an empty ring', { type: 'Polygon', coordinates: [[]] }],
    ['an empty MultiPolygon', { type: 'MultiPolygon', coordinates: [] }],
    ['a Polygon without ground', { type: 'Polygon', coordinates: [[line![0], line![1], line![0]]] }],
    ['a Polygon of texts', { type: 'Polygon', coordinates: [line!.map((at) => at.map(String))] }],
    ['a Polygon one list short', { type: 'Polygon', coordinates: line }],
    ['an empty collection', { type: 'GeometryCollection', geometries: [] }],
  ]
  it.each(none)('%s is left out, and said', async (_, geometry) => {
    const { precincts, codes, said } = await read([
      ...split,
      feature({ code: '0099', abst: '–' }, geometry),
      feature(null, null),
    ])
    expect(precincts.map(({ code }) => code)).toEqual(['0001', '0002'])
    expect(codes).not.toContain(undefined)
    expect(said).toMatch(/feature 4 is left out: .*no area/)
    expect(said).toContain('feature 5 is left out: a feature without geometry')
  })

  it.each(none)('%s alone is refused', async (_, geometry) => {
    await expect(read([feature({ code: '1' }, geometry)])).rejects.toMatchObject({
      code: 'precincts.polygon',
    })
  })

  it('may have neither properties nor geometry', async () => {
    expect((await read([...split, { type: 'Feature' }])).said).toContain('feature 4 is left out')
  })
})

describe('an area drawn unusually', () => {
  const ring = area([0, 225]).coordinates[0]!
  it.each<[string, unknown]>([
    ['open', { type: 'Polygon', coordinates: [ring.slice(0, -1)] }],
    ['clockwise', { type: 'Polygon', coordinates: [ring.toReversed()] }],
    ['with heights', { type: 'Polygon', coordinates: [ring.map((at) => [...at, 35])] }],
    [
      'in a collection',
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: ring[0] }, area([0, 225])] },
    ],
    ['as a MultiPolygon with an empty part', { type: 'MultiPolygon', coordinates: [[], [ring]] }],
  ])('%s is the same', async (_, geometry) => {
    const { codes, precincts } = await read([feature({ code: '1' }, geometry)])
    expect(codes).toEqual(['1', '1', '1', '1', '1'])
    const { coordinates } = precincts[0]!.geometry
    for (const outline of coordinates.flat(
      precincts[0]!.geometry.type === 'Polygon' ? 0 : 1,
    ) as number[][][]) {
      expect(outline.at(-1)).toEqual(outline[0])
      expect(outline.every((at) => at.length === 2)).toBe(true)
    }
  })
})

describe('numbers as text', () => {
  it('are read by the whole column, and said; names stay', async () => {
    const common = { code_insee: '75109', tel: '0142467200', remark: '' }
    const { precincts, said } = await read([
      feature({ code: '1', abst: '48,3', voters: '1 204', ...common }, area([0, 100])),
      feature({ code: '2', abst: '30.1', voters: 870, ...common }, area([100, 125])),
    ])
    expect(precincts.map(({ properties }) => properties)).toEqual([
      { code: '1', abst: 48.3, voters: 1204, ...common },
      { code: '2', abst: 30.1, voters: 870, ...common },
    ])
    expect(said).toContain('"abst" is text and read as numbers (2), such as "48,3" as 48.3')
    expect(said).not.toContain('"code" is text')
  })

  it('that may be two numbers stay text, and it is said', async () => {
    const { precincts, said } = await read([feature({ code: '1', abst: '1,234' }, area([0, 225]))])
    expect(precincts[0]!.properties.abst).toBe('1,234')
    expect(said).toMatch(/"abst" stays text: "1,234"/)
  })
})

describe('a file', () => {
  const whole = feature({ code: '1', nom: 'École Hélène' }, area([0, 225]))
  const text = JSON.stringify({ type: 'FeatureCollection', features: [whole] })
  it.each<[string, string | Uint8Array]>([
    ['BOM.GeoJSON', `\uFEFF${text}`],
    ['UTF16.JSON', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['latin1.geojson', Buffer.from(text, 'latin1')],
    ['one.geojson', JSON.stringify(whole)],
    ['lines.geojsonl', `${JSON.stringify(whole)}\n${JSON.stringify({ ...whole, geometry: null })}\n`],
    [
      'empty-lines.geojsonl',
      `${JSON.stringify(whole)}\n\n${JSON.stringify({ ...whole, geometry: null })}\n\n`,
    ],
    [
      'crs.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name' },
        bbox: [0, 0, 1, 1],
        features: [whole],
      }),
    ],
  ])('%s is read', async (name, content) => {
    const { codes, precincts } = await read(content, name)
    expect(codes).toEqual(['1', '1', '1', '1', '1'])
    expect(precincts[0]!.properties.nom).toBe('École Hélène')
  })

  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['empty.geojson', '', 'geojson.damaged', /it is empty/],
    ['cut.geojson', text.slice(0, -5), 'geojson.damaged', /no JSON, or cut off/],
    ['page.geojson', '<!doctype html><html></html>', 'geojson.damaged', /web page/],
    ['x.geojson.gz', Buffer.from([0x1f, 0x8b, 8, 0]), 'geojson.damaged', /gunzip/],
    ['shape.zip', Buffer.from('PK\u0003\u0004'), 'geojson.damaged', /ZIP/],
    ['topo.json', '{"type":"Topology","objects":{}}', 'geojson.damaged', /TopoJSON/],
    ['poly.geojson', JSON.stringify(area([0, 225])), 'geojson.damaged', /is a Polygon and has no "features"/],
    [
      'none.geojson',
      '{"type":"FeatureCollection","features":[]}',
      'geojson.damaged',
      /"features" list is empty/,
    ],
    [
      'odd.geojson',
      '{"type":"FeatureCollection","features":[3]}',
      'geojson.damaged',
      /feature 1 is no GeoJSON feature/,
    ],
  ])('%s is refused by what it is', async (name, content, code, words) => {
    const error: unknown = await read(content, name).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ name: 'VisibleError', kind: 'input', code })
    expect(String(error)).toMatch(words)
    expect(String(error)).toContain(name)
  })

  it('of another place, or with swapped coordinates, is refused', async () => {
    const far = [feature({ code: '1' }, area([90_000, 225]))]
    await expect(read(far)).rejects.toMatchObject({ code: 'precincts.elsewhere' })
    const swapped = area([0, 225]).coordinates.map((ring) => ring.map(([lng, lat]) => [lat, lng]))
    await expect(
      read([feature({ code: '1' }, { type: 'Polygon', coordinates: swapped })]),
    ).rejects.toMatchObject({
      code: 'precincts.elsewhere',
      message: expect.stringContaining('swapped') as string,
    })
  })

  it('without a code for every area is refused', async () => {
    await expect(read([...split, feature({ abst: 3 }, area([0, 10]))])).rejects.toMatchObject({
      code: 'precincts.code',
    })
  })

  it('may write its code in capitals', async () => {
    expect((await read([feature({ CODE_BV: '7' }, area([0, 225]))])).codes[0]).toBe('7')
  })
})
