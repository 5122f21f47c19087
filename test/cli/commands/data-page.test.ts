/** The commands of docs/data.md, run on made-up files with the columns that publishers give them. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import { quarter } from '../../support/scenes/campaign.ts'
import { pbf, place } from '../../support/worlds/osm-fixture.ts'
import { collection, rectangle } from '../../support/worlds/prepared.ts'

const PAGE = await readFile(join(import.meta.dirname, '../../../docs/data.md'), 'utf8')

/** Every line that calls the command, as a shell would take it apart. */
const COMMANDS = [...PAGE.matchAll(/^npx doorwalk (.+)$/gm)].map(([, line]) =>
  [...line!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!),
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-data-page-'))
  for (const [name, content] of Object.entries(files())) await writeFile(join(folder, name), content)
})

/** Sixteen houses of Rue 0, where their middles are. */
const HOUSES = Array.from({ length: 16 }, (_, n) => ({ number: 2 * n + 2, at: place(20 + 24 * n, 14) }))

function files(): Record<string, string | Uint8Array> {
  const table = (head: string, line: (house: (typeof HOUSES)[number]) => (string | number)[], mark = ',') =>
    [head, ...HOUSES.map((house) => line(house).join(mark))].join('\n')
  const points = (properties: (house: (typeof HOUSES)[number]) => object) =>
    collection(HOUSES.map((house) => [{ ...properties(house) }, { type: 'Point', coordinates: house.at }]))
  const halves = (properties: (at: number) => object) =>
    collection([0, 1].map((at) => [{ ...properties(at) }, rectangle([-60 + 260 * at, -60, 260, 420])]))
  const stations = halves((at) => ({
    code_bv: `000${at}`,
    inscrits: 900,
    taux_abstention: 30 + at,
    pct_a: 40,
    pct_b: 35,
  }))
  return {
    'city.osm.pbf': pbf(quarter()),
    'adresses-93.csv': table('id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat', ({ number, at: [lng, lat] }) => [`93_0_${number}`, number, '', 'Rue 0', 93140, 93010, 'Bondy', '', '', lng, lat], ';'), // prettier-ignore
    'city.csv': table('LON,LAT,NUMBER,STREET,UNIT,CITY,POSTCODE', ({ number, at: [lng, lat] }) => [lng, lat, number, 'Rue 0', '', 'Harrisburg', 17101]), // prettier-ignore
    'grid.geojson': halves((at) => ({ idcar_200m: `S${at}`, ind: 400, men: 200, i_est_200: 0 })),
    'blocks.geojson': halves(() => ({ men: 180 })),
    'stations.geojson': stations,
    'precincts.geojson': stations,
    'rpls.geojson': points(({ number }) => ({ adresse: `${number} RUE 0`, logements: 12, etages: 3 })),
    'gebaeude_batiment_edificio.csv': table('EGID\tGSTAT\tGANZWHG\tGASTW\tSTRNAME\tDEINR', ({ number }) => [number, 1004, 9, 4, 'Rue 0', number], '\t'), // prettier-ignore
    // What a file is, is told by its first bytes.
    'homes.gpkg': points(({ number }) => ({
      identificatie: `036301000000${number}`,
      gebruiksdoel: 'woonfunctie',
    })),
    'buildings.geojson': points(() => ({ localId: 'A', numberOfDwellings: 7 })),
    'osopenuprn.csv': table('UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE', ({ number, at: [lng, lat] }) => [number, 0, 0, lat, lng]), // prettier-ignore
  }
}

it('are several of each kind', () => {
  const count = (name: string) => COMMANDS.filter(([command]) => command === name).length
  expect(count('prepare')).toBeGreaterThanOrEqual(7)
  expect([count('rank'), count('list'), count('plan')]).toEqual([1, 1, 1])
})

it.each(COMMANDS.map((args) => [args.join(' '), args] as const))('%s', async (_, args) => {
  const said = { out: '', err: '' }
  // Each option that is a file or a folder here is one there; a walk is planned with fewer people.
  const here = args.map((word) =>
    /^(regions\/|saturday$)|\.(csv|geojson|gpkg|pbf)$/.test(word) ? join(folder, word) : word,
  )
  const code = await main(
    here.map((word) => (word === '20' ? '2' : word)),
    {
      out: (text) => (said.out += text + '\n'),
      err: (text) => (said.err += text + '\n'),
      isTerminal: false,
    },
  )
  expect([code, said.err]).toEqual([0, expect.any(String)])
  if (args.includes('--dwellings')) expect(said.out).toMatch(/dwellings|register/i)
})
