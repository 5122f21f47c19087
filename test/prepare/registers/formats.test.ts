import { chmod, readdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { place } from '../../support/worlds/osm-fixture.ts'
import { oneStreet } from '../../support/worlds/osm-worlds.ts'
import { collection, fileWith, prepareWorld, rectangle } from '../../support/worlds/prepared.ts'
import { csvOf, databaseOf, parquetOf, pointBinary } from '../../support/worlds/registers.ts'

/** Counted doors of the houses of Rue Droite by their numbers. */
async function counted(dwellings: string, dwellingsAs?: string): Promise<Record<string, number>> {
  const { buildings } = await prepareWorld(oneStreet(), {
    dwellings,
    ...(dwellingsAs ? { dwellingsAs } : {}),
  })
  const targets = buildings.flatMap((building) => building.targets)
  const own = targets.filter(({ doorsSource }) => doorsSource === 'dwellings')
  const sums: Record<string, number> = {}
  for (const { address, doors } of own)
    sums[address?.number ?? '?'] = (sums[address?.number ?? '?'] ?? 0) + doors
  return sums
}

const AT = { 1: place(15, -13), 3: place(55, -13) }
const ROWS = [`1 Rue Droite;4;${AT[1].join(';')}`, `3 Rue Droite;7;${AT[3].join(';')}`]
const HEAD = 'adresse;logements;lon;lat'
const RIGHT = { 1: 4, 3: 7 }

describe('a register as text', () => {
  it.each([
    ['semicolons', [HEAD, ...ROWS].join('\n')],
    ['commas', [HEAD, ...ROWS].join('\n').replaceAll(';', ',')],
    ['tabs', [HEAD, ...ROWS].join('\r\n').replaceAll(';', '\t')],
    ['bars', [HEAD, ...ROWS].join('\n').replaceAll(';', '|')],
    ['carets', [HEAD, ...ROWS].join('\n').replaceAll(';', '^')],
    ['a line that names the separator', ['sep=~', HEAD, ...ROWS].join('\n').replaceAll(';', '~')],
    [
      'empty lines and a note before and between',
      ['', '# made in 2024', HEAD, ROWS[0], '', ROWS[1], ''].join('\r\n'),
    ],
    ['names in words', ['Adresse;Nombre de logements;Longitude;Latitude', ...ROWS].join('\n')],
    ['quotes', [HEAD, ...ROWS].join('\n').replaceAll(/[^;\n]+/g, '"$&"')],
    [
      'a separator in a quoted name',
      [`"note; of all";${HEAD}`, ...ROWS.map((row) => `"a; b";${row}`)].join('\n'),
    ],
    [
      'capitals and another order',
      [
        'LAT;LON;LOGEMENTS;ADRESSE',
        `${AT[1][1]};${AT[1][0]};4;1 RUE DROITE`,
        `${AT[3][1]};${AT[3][0]};7;3, rue droite`,
      ].join('\n'),
    ],
    ['decimal commas', [HEAD, ...ROWS.map((row) => row.replaceAll('.', ','))].join('\n')],
    ['a byte order mark', `\ufeff${[HEAD, ...ROWS].join('\n')}`],
  ])('with %s', async (_, text) => {
    expect(await counted(await fileWith('register', text))).toEqual(RIGHT)
  })

  it('in UTF-16', async () => {
    const bytes = Buffer.from(`\ufeff${[HEAD, ...ROWS].join('\n')}`, 'utf16le')
    expect(await counted(await fileWith('register.txt', bytes))).toEqual(RIGHT)
  })

  it.each([
    ['latitude, longitude', (at: number[]) => `${at[1]}, ${at[0]}`],
    ['well-known text', (at: number[]) => `POINT (${at[0]} ${at[1]})`],
    ['well-known text with a height and SRID', (at: number[]) => `SRID=4326;POINT Z(${at[0]} ${at[1]} 35)`],
    [
      'an outline',
      (at: number[]) => {
        const [x, y] = [at[0]!, at[1]!]
        return `MULTIPOLYGON(((${x - 1e-5} ${y - 1e-5}, ${x + 1e-5} ${y - 1e-5}, ${x + 1e-5} ${y + 1e-5}, ${x - 1e-5} ${y + 1e-5}, ${x - 1e-5} ${y - 1e-5})))`
      },
    ],
    ['well-known binary', (at: number[]) => pointBinary([at[0]!, at[1]!]).toString('hex')],
    ['GeoJSON', (at: number[]) => JSON.stringify({ type: 'Point', coordinates: at })],
  ])('with a place as %s', async (_, written) => {
    const rows = [`4|${written(AT[1])}`, `7|${written(AT[3])}`]
    expect(await counted(await csvOf(['logements|geom', ...rows]))).toEqual(RIGHT)
  })
})

describe('a register as GeoJSON', () => {
  it('with outlines of buildings', async () => {
    const file = await fileWith(
      'r',
      collection([
        [{ logements: 4 }, rectangle([10, -18, 10, 10])],
        [{ logements: 7 }, rectangle([50, -18, 10, 10])],
      ]),
    )
    expect(await counted(file)).toEqual(RIGHT)
  })

  it('in a coordinate system that it names', async () => {
    const file = await fileWith(
      'r.json',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } },
        features: [
          {
            type: 'Feature',
            properties: { logements: 4, adresse: '1 rue droite' },
            geometry: { type: 'Point', coordinates: lambert(15, -13) },
          },
          {
            type: 'Feature',
            properties: { logements: 7, adresse: null },
            geometry: { type: 'Point', coordinates: lambert(55, -13) },
          },
        ],
      }),
    )
    expect(await counted(file)).toEqual(RIGHT)
  })
})

/** Near the corner of the worlds Lambert-93 is turned by less than a degree: good for some metres. */
function lambert(x: number, y: number): [number, number] {
  return [652329 + x, 6864638.5 + y]
}

describe('a register as GeoParquet', () => {
  it('of points in degrees', async () => {
    expect(await counted(await parquetOf({ logements: [4, 7] }, { at: [AT[1], AT[3]] }))).toEqual(RIGHT)
  })

  it('of points in Lambert-93', async () => {
    const crs = { type: 'ProjectedCRS', id: { authority: 'EPSG', code: 2154 } }
    const file = await parquetOf({ logements: [4, 7] }, { at: [lambert(15, -13), lambert(55, -13)], crs })
    expect(await counted(file)).toEqual(RIGHT)
  })

  it('without geometry, by addresses; an empty cell is no count', async () => {
    const file = await parquetOf({
      adresse: ['1 rue Droite', '3 rue Droite', '5 rue Droite'],
      logements: [4, 7, null],
    })
    expect(await counted(file)).toEqual(RIGHT)
  })

  it('that is cut off is refused', async () => {
    const whole = await parquetOf({ logements: [4] }, { at: [AT[1]] })
    await writeFile(whole, 'PAR1 and no more')
    await expect(counted(whole)).rejects.toMatchObject({ code: 'table.damaged' })
  })
})

const COLUMNS: [string, string][] = [
  ['adresse', 'TEXT'],
  ['logements', 'INTEGER'],
  ['lon', 'REAL'],
  ['lat', 'REAL'],
]
const CELLS = [
  ['1 Rue Droite', 4, ...AT[1]],
  ['3 Rue Droite', 7, ...AT[3]],
]

describe('a register as a database', () => {
  it('of one table that counts, among others', async () => {
    const file = await databaseOf([
      {
        name: 'codes',
        columns: [
          ['code', 'TEXT'],
          ['text', 'TEXT'],
        ],
        rows: [['1', 'one']],
      },
      { name: 'entrances', columns: COLUMNS, rows: CELLS },
    ])
    expect(await counted(file)).toEqual(RIGHT)
  })

  it('of several tables that count is refused until one is named', async () => {
    const rows = CELLS.map(([address, count, ...at]) => [address!, Number(count) + 1, ...at])
    const file = await databaseOf([
      { name: 'old', columns: COLUMNS, rows },
      { name: 'new', columns: COLUMNS, rows: CELLS },
    ])
    await expect(counted(file)).rejects.toMatchObject({
      code: 'dwellings.table',
      message: expect.stringMatching(/new, old.*table=NAME/) as string,
    })
    expect(await counted(file, 'table=new')).toEqual(RIGHT)
    await expect(counted(file, 'table=nwe')).rejects.toThrow(
      /no table "nwe" \(did you mean "new"\?\).*new, old/,
    )
  })

  it('is a GeoPackage with its coordinate system', async () => {
    const layer = {
      name: 'batiment',
      columns: [['logements', 'INTEGER']] as [string, string][],
      rows: [[4], [7]],
    }
    const at: [number, number][] = [lambert(15, -13), lambert(55, -13)]
    expect(await counted(await databaseOf([{ ...layer, points: { at, srid: 2154 } }]))).toEqual(RIGHT)
    expect(await counted(await databaseOf([{ ...layer, points: { at, srid: 0 } }]))).toEqual(RIGHT)
    const other = databaseOf([{ ...layer, points: { at, srid: 5514 } }])
    await expect(counted(await other)).rejects.toThrow(/EPSG:5514, which is not read.*ogr2ogr/s)
  })

  it('that another program wrote with a log is read, unless the log holds more', async () => {
    const file = await databaseOf([{ name: 'entrances', columns: COLUMNS, rows: CELLS }], { log: true })
    expect(await counted(file)).toEqual(RIGHT)
    await writeFile(`${file}-wal`, 'rows')
    await expect(counted(file)).rejects.toThrow(/another program is writing it.*VACUUM INTO/)
  })

  it('is left as it was: no lock stays, and none is needed', async () => {
    const file = await databaseOf([{ name: 'entrances', columns: COLUMNS, rows: CELLS }])
    await chmod(dirname(file), 0o555)
    expect(await counted(file)).toEqual(RIGHT)
    expect(await readdir(dirname(file))).toEqual(['register.sqlite'])
  })

  it('that is damaged is refused', async () => {
    const file = await fileWith(
      'x.gpkg',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(3000, 7)]),
    )
    await expect(counted(file)).rejects.toMatchObject({ code: 'table.damaged' })
  })
})

describe('what is no table', () => {
  it.each([
    ['packed with gzip', gzipSync('a;b'), /packed with gzip.*Unpack it first/],
    ['a ZIP archive', Buffer.from('PK\x03\x04 and more'), /ZIP archive or an Excel/],
    ['a shapefile', Buffer.from([0, 0, 0x27, 0x0a, 0, 0]), /shapefile.*ogr2ogr -f CSV .*"register"/],
    ['a table of a shapefile', Buffer.from([3, 122, 7, 26, 1, 0, 0, 0, 97]), /dBase/],
    ['FlatGeobuf', Buffer.from('fgb\x03fgb'), /FlatGeobuf.*ogr2ogr/],
    ['Arrow', Buffer.from('ARROW1\0\0'), /Arrow/],
    ['a web page', '<!doctype html>', /web page/],
    ['nothing', '', /is empty/],
    ['TopoJSON', '{"type":"Topology"}', /TopoJSON/],
  ])('is refused by its name: %s', async (_, bytes, words) => {
    await expect(counted(await fileWith('register', bytes))).rejects.toThrow(words)
  })
})
