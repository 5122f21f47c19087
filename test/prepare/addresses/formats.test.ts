import { describe, expect, it } from 'vitest'
import proj4 from 'proj4'
import { place } from '../../support/worlds/osm-fixture.ts'
import { oneStreet } from '../../support/worlds/osm-worlds.ts'
import { collection, fileWith, prepareWorld } from '../../support/worlds/prepared.ts'
import { databaseOf, parquetOf } from '../../support/worlds/registers.ts'

/** Without outlines, at the end of Rue Droite. */
const AT = [place(225, -30), place(225, 30)]
const LAMBERT_93 =
  '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs'
const IN_METRES = AT.map((point) => proj4(LAMBERT_93, point))
const ROWS = [
  ['a1', '71', 'Rue Droite'],
  ['a2', '73', 'Rue Droite'],
]
const LINES = ROWS.map((row, i) => [...row, ...AT[i]!].join(';'))

async function added(addresses: string) {
  const { buildings, manifest, report } = await prepareWorld(oneStreet(), { addresses })
  const targets = buildings.flatMap((building) => building.targets)
  const own = targets.filter(({ id }) => id.startsWith('ban:'))
  const source = manifest.sources.find(({ kind }) => kind === 'addresses')
  return {
    ids: own.map(({ id, address }) => `${id} ${address?.number}`).sort(),
    refused: report.ban?.counts.refused,
    attribution: manifest.attribution.slice(1),
    source: source?.attribution,
  }
}
const BOTH = ['ban:a1 71', 'ban:a2 73']

describe('a table of addresses', () => {
  it('may be GeoJSON, as OpenAddresses writes it', async () => {
    const features = ROWS.map(([id, number, street], i): [object, GeoJSON.Geometry] => [
      { hash: `h${i}`, number, street, unit: '', city: '', id },
      { type: 'Point', coordinates: AT[i]! },
    ])
    const found = await added(await fileWith('place.geojson', collection(features)))
    expect(found).toEqual({
      ids: BOTH,
      refused: [],
      attribution: ['OpenAddresses, licence as its sources state'],
      source: 'OpenAddresses',
    })
  })

  it('may be GeoParquet or a GeoPackage, also in metres', async () => {
    const columns = { id: ['a1', 'a2'], numero: ['71', '73'], nom_voie: ['Rue Droite', 'Rue Droite'] }
    const parquet = await parquetOf(columns, { at: AT })
    expect((await added(parquet)).ids).toEqual(BOTH)
    const crs = { id: { authority: 'EPSG', code: 2154 } }
    expect((await added(await parquetOf(columns, { at: IN_METRES, crs }))).ids).toEqual(BOTH)
    const layer = { name: 'adresse', rows: ROWS, points: { at: IN_METRES, srid: 2154 } }
    const other = { name: 'notes', columns: [['id', 'TEXT'] as [string, string]], rows: [['x']] }
    const names: [string, string][] = [
      ['id', 'TEXT'],
      ['numero', 'TEXT'],
      ['nom_voie', 'TEXT'],
    ]
    const file = await databaseOf([other, { ...layer, columns: names }], { name: 'place.gpkg' })
    expect((await added(file)).ids).toEqual(BOTH)
  })

  it('may be a CSV in metres; few rows in other coordinates are refused', async () => {
    const lines = ROWS.map((row, i) => [...row, ...IN_METRES[i]!].join(';'))
    const odd = ['a3;75;Rue Droite', ...AT[0]!].join(';')
    const file = await fileWith('metres.csv', ['id;numero;nom_voie;x;y', ...lines, odd].join('\n'))
    const { ids, refused } = await added(file)
    expect(ids).toEqual(BOTH)
    expect(refused).toEqual([
      { line: 4, field: 'x', came: 'degrees', expected: 'coordinates in Lambert-93, as in the other rows,' },
    ])
  })

  it('that is in degrees refuses what is no degrees, and takes a place in one column', async () => {
    const lines = [...LINES, 'a3;75;Rue Droite;200.5;48.88', 'a4;77;Rue Droite;2.35;']
    const { ids, refused } = await added(
      await fileWith('degrees.csv', ['id;numero;nom_voie;long;lat', ...lines].join('\n')),
    )
    expect(ids).toEqual(BOTH)
    expect(refused).toEqual([
      { line: 4, field: 'long', came: '200.5', expected: 'a longitude in degrees' },
      { line: 5, field: 'lat', came: '', expected: 'a latitude in degrees' },
    ])
    const inOne = ROWS.map((row, i) => [...row, `"${AT[i]!.toReversed().join(', ')}"`].join(';'))
    const file = await fileWith('one.csv', ['id;numero;nom_voie;geo_point_2d', ...inOne].join('\n'))
    expect((await added(file)).ids).toEqual(BOTH)
  })

  it.each([
    [
      'the national base',
      'id;numero;rep;nom_voie;code_insee;lon;lat',
      ROWS.map(([id, number, street], i) => [id, number, '', street, '75109', ...AT[i]!].join(';')),
      'Base Adresse Nationale, Licence Ouverte 2.0',
    ],
    [
      'a base of a commune',
      'cle_interop;voie_nom;numero;suffixe;long;lat',
      ROWS.map(([id, number, street], i) => [id, street, number, '', ...AT[i]!].join(';')),
      'Base Adresse Locale, Licence Ouverte 2.0',
    ],
    [
      'nobody that is known',
      'id;numero;nom_voie;lon;lat',
      LINES,
      'Addresses: some.csv, licence as its publisher states',
    ],
  ])('of %s names its source', async (_, head, lines, attribution) => {
    const found = await added(await fileWith('some.csv', [head, ...lines].join('\n')))
    expect(found.attribution).toEqual([attribution])
  })

  it.each([
    ['a header with a broken quote', 'table.damaged', /no header/, '"id;numero\n1;2'],
    ['no place', 'table.columns', /column "lon", "lat" is missing/, 'id;numero;nom_voie\n1;2;Rue A'],
    ['a page instead of a table', 'table.format', /a web page/, '<html><body>404</body></html>'],
  ])('with %s is refused', async (_, code, words, text) => {
    const addresses = await fileWith('a.csv', text)
    await expect(prepareWorld(oneStreet(), { addresses })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words) as string,
    })
  })
})
