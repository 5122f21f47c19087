import { describe, expect, it } from 'vitest'
import { place, World } from '../../support/worlds/osm-fixture.ts'
import { fileWith, prepareWorld } from '../../support/worlds/prepared.ts'
import { csvOf, databaseOf } from '../../support/worlds/registers.ts'

/** Rue Droite with three houses: 1 with a number of the RNB, 3 with one of the Swiss register, 5 with none. */
function threeHouses(): World {
  const world = new World('presets')
  world.box([-50, -50, 300, 100])
  world.line(
    [
      [0, 0],
      [200, 0],
    ],
    { highway: 'residential', name: 'Rue Droite' },
  )
  const own: Record<string, string>[] = [{ 'ref:FR:RNB': 'AB12CD34EF56' }, { 'ref:ch:egid': '2373151' }, {}]
  for (const [i, tags] of own.entries()) {
    world.building([10 + 40 * i, 8, 12, 12], {
      'addr:housenumber': `${2 * i + 1}`,
      'addr:street': 'Rue Droite',
      ...tags,
    })
  }
  return world
}

async function prepared(dwellings: string, dwellingsAs?: string) {
  const made = await prepareWorld(threeHouses(), { dwellings, ...(dwellingsAs ? { dwellingsAs } : {}) })
  const counted = made.buildings
    .flatMap(({ targets, levels, levelsSource }) =>
      targets.map((target) => ({ ...target, levels, levelsSource })),
    )
    .filter(({ doorsSource }) => doorsSource === 'dwellings')
  const doors = Object.fromEntries(counted.map(({ address, doors: own }) => [address?.number ?? '?', own]))
  return {
    ...made,
    counted,
    doors,
    told: made.report.dwellings!,
    attribution: made.manifest.attribution.join('\n'),
  }
}

/** In Lambert-93, good for some metres. */
const lambert = (x: number, y: number): [number, number] => [652329 + x, 6864638.5 + y]
const square = (x: number, y: number) => {
  const [east, north] = lambert(x, y)
  const ring = [
    [0, 0],
    [12, 0],
    [12, 12],
    [0, 12],
    [0, 0],
  ].map(([a, b]) => `${east + a!} ${north + b!}`)
  return `MULTIPOLYGON (((${ring.join(', ')})))`
}

describe('BDNB', () => {
  it('is known by ffo_bat_nb_log: outlines in Lambert-93, addresses, storeys', async () => {
    const { doors, told, attribution, counted } = await prepared(
      await csvOf([
        'WKT;batiment_groupe_id;ffo_bat_nb_log;ffo_bat_nb_niveau;libelle_adr_principale_ban',
        `${square(10, 8)};bdnb-bg-1;9;4;1 Rue Droite 75009 Paris`,
        `${square(50, 8)};bdnb-bg-2;7;;`,
        `;bdnb-bg-3;2;2;5 Rue Droite 75009 Paris`,
        `${square(50, 8)};bdnb-bg-2;7;;`,
      ]),
    )
    expect(doors).toEqual({ 1: 9, 3: 7, 5: 2 })
    expect(told.mapping.preset.name).toBe('bdnb')
    expect(told.by).toEqual({ id: 0, address: 2, position: 1 })
    expect(told.counts).toMatchObject({ read: 4, accepted: 3, repeated: 1, contradictory: [] })
    expect(counted.find(({ doors }) => doors === 9)).toMatchObject({ levels: 4, levelsSource: 'register' })
    expect(attribution).toContain('BDNB, CSTB')
  })

  it('by its table of taxes, joined by numbers of the RNB', async () => {
    const { doors, told } = await prepared(
      await csvOf([
        'batiment_groupe_id,nb_log,nb_niveau,rnb_id',
        'bdnb-bg-1,9,4,AB12CD34EF56',
        'bdnb-bg-9,9,4,ZZ12CD34EF56',
      ]),
    )
    expect(doors).toEqual({ 1: 9 })
    expect(told.counts).toMatchObject({ accepted: 1, outside: 1 })
  })
})

describe('BD TOPO', () => {
  const columns: [string, string][] = [
    ['cleabs', 'TEXT'],
    ['nombre_de_logements', 'INTEGER'],
    ['nombre_d_etages', 'INTEGER'],
    ['etat_de_l_objet', 'TEXT'],
    ['identifiants_rnb', 'TEXT'],
  ]

  it('is a layer of a GeoPackage among others: ids, places, storeys; what is planned is left out', async () => {
    const file = await databaseOf([
      { name: 'adresse', columns: [['numero', 'TEXT']], rows: [['1']] },
      {
        name: 'batiment',
        columns,
        rows: [
          ['BATIMENT1', 9, 4, 'En service', 'AB12CD34EF56'],
          ['BATIMENT2', 7, 3, 'En service', null],
          ['BATIMENT3', 2, 2, 'En projet', null],
          ['BATIMENT4', null, null, 'En service', null],
        ],
        points: { at: [lambert(400, 400), lambert(56, 14), lambert(96, 14), lambert(96, 14)], srid: 2154 },
      },
    ])
    const { doors, told, attribution } = await prepared(file)
    // The first lies outside, whatever its id says.
    expect(doors).toEqual({ 3: 7 })
    expect(told.counts).toMatchObject({ read: 4, accepted: 1, outside: 1, other: 1, countless: 1 })
    expect(told.mapping.preset.name).toBe('bdtopo')
    expect(attribution).toContain('BD TOPO, IGN')
  })

  it('without places by ids, also with the short names of a shapefile', async () => {
    const { doors, told } = await prepared(
      await csvOf(['ID,NB_LOGTS,NB_ETAGES,ID_RNB', 'BATIMENT1,9,4,AB12CD34EF56/ZZ']),
    )
    expect(doors).toEqual({ 1: 9 })
    expect(told.mapping.preset.name).toBe('bdtopo')
  })
})

it('Arcep is read by classes, in Windows-1252, its x and y in degrees', async () => {
  const head =
    'x;y;imb_id;num_voie;cp_no_voie;type_voie;nom_voie;batiment;code_poste;nom_com;catg_loc_imb;imb_etat'
  const rows = [
    `${place(16, 6).join(';')};IMB/1;1;;RUE;DROITE;;75009;PARIS;entre 2 et 11;déployé`,
    `${place(56, 6).join(';')};IMB/2;;;;;;75009;PARIS;100 et plus;déployé`,
    `${place(96, 6).join(';')};IMB/3;5;;RUE;DROITE;;75009;PARIS;individuel;déployé`,
  ]
  const { told, counted, attribution } = await prepared(
    await fileWith('a.csv', Buffer.from([head, ...rows].join('\r\n'), 'latin1')),
  )
  const bounds = (number: string) => {
    const own = counted.filter(({ address }) => address?.number === number)
    return own.reduce(([low, high], target) => [low! + target.doorsLow, high! + target.doorsHigh], [0, 0])
  }
  expect(bounds('1')).toEqual([2, 11])
  expect(bounds('3')).toEqual([100, 200])
  expect(bounds('5')).toEqual([1, 1])
  expect(told.by).toEqual({ id: 0, address: 2, position: 1 })
  expect(told.mapping.preset.name).toBe('arcep')
  expect(attribution).toContain('Arcep')
})

describe('the Swiss register', () => {
  it('of buildings is joined by EGID; what does not stand is left out', async () => {
    const lines = [
      'EGID\tGSTAT\tGKODE\tGKODN\tGASTW\tGANZWHG',
      '2373151\t1004\t\t\t5\t8',
      '2373151\t1007\t\t\t5\t3',
      '999999999\t1004\t2500016\t1117821\t2\t1',
    ]
    const { doors, told, counted, attribution } = await prepared(await csvOf(lines))
    expect(doors).toEqual({ 3: 8 })
    expect(counted[0]).toMatchObject({ levels: 5, levelsSource: 'register', kind: 'flats' })
    expect(told.counts).toMatchObject({ accepted: 1, other: 1, outside: 1 })
    expect(attribution).toContain('GWR, Bundesamt für Statistik')
  })

  it('of dwellings counts rows, and storeys by the highest floor', async () => {
    const file = await databaseOf([
      {
        name: 'dwelling',
        columns: [
          ['EGID', 'INTEGER'],
          ['EWID', 'INTEGER'],
          ['WSTWK', 'INTEGER'],
          ['WSTAT', 'INTEGER'],
        ],
        rows: [
          [2373151, 1, 3100, 3004],
          [2373151, 2, 3101, 3004],
          [2373151, 3, 3103, 3004],
          [2373151, 4, 3401, 3004],
          [2373151, 5, 3102, 3007],
          [5, 1, 3100, 3004],
        ],
      },
    ])
    const { doors, told, counted } = await prepared(file)
    expect(doors).toEqual({ 3: 4 })
    expect(counted[0]).toMatchObject({ levels: 4 })
    expect(told.mapping.preset.name).toBe('gwr-dwellings')
  })
})

it('RPLS is known by its columns, another table by the usual ones; only the first is credited to the ministry', async () => {
  const at = place(16, 6).join(';')
  const rpls = await prepared(await csvOf(['adresse;logements;etages;lon;lat', `1 rue droite;9;4;${at}`]))
  expect(rpls.told.mapping.preset.name).toBe('rpls')
  expect(rpls.attribution).toContain('RPLS')
  expect(rpls.counted[0]).toMatchObject({ levels: 5 })
  const other = await prepared(await csvOf(['address;dwellings;lon;lat', `1 rue droite;9;${at}`]))
  expect(other.told.mapping.preset.name).toBe('table')
  expect(other.attribution).toContain('Dwellings: register.csv, licence as its publisher states')
  expect(other.attribution).not.toContain('RPLS')
  const dwellings = await csvOf(['address;dwellings;lon;lat', `1 rue droite;9;${at}`])
  const { manifest } = await prepareWorld(threeHouses(), { dwellings, attribution: ['Counts: Town of Here'] })
  expect(manifest.attribution.join('\n')).not.toContain('register.csv')
})

it('a preset may be named, and its columns replaced', async () => {
  const { doors } = await prepared(
    await csvOf(['nombre_de_logements;cleabs;LOG;rnb', '1;A;9;AB12CD34EF56']),
    'bdtopo, dwellings=log, id=RNB',
  )
  expect(doors).toEqual({ 1: 9 })
})
