import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BLOCK_RESOLUTION, cellAt, TILE_RESOLUTION } from '@doorwalk/core/h3'
import { decodePrecincts } from '@doorwalk/core/region/region'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { reportLines } from '@doorwalk/prepare/report'
import { place, World } from '../support/worlds/osm-fixture.ts'
import { courtyard, oneStreet, towerWithTwoEntrances, twoIslands } from '../support/worlds/osm-worlds.ts'
import { collection, fileWith, prepareWorld, rectangle } from '../support/worlds/prepared.ts'

describe('one street of houses', () => {
  it('gives one target with one door and an address per house', async () => {
    const { buildings, manifest, footprints } = await prepareWorld(oneStreet())
    expect(buildings).toHaveLength(10)
    const targets = buildings.flatMap((building) => building.targets)
    expect(targets.map((target) => target.address?.number).sort()).toEqual([
      '1',
      '10',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ])
    for (const target of targets) {
      expect(target).toMatchObject({
        doors: 1,
        kind: 'house',
        access: 'open',
        floors: 2,
        doorsSource: 'floor_area',
      })
      expect(target.id).toBe(target.building)
      expect(target.block).toBe(cellAt(target.location, BLOCK_RESOLUTION))
    }
    expect(manifest.doors).toEqual({ total: 10, bySource: { floor_area: 10 } })
    expect(footprints.map(({ id }) => id)).toEqual(buildings.map(({ id }) => id))
    expect(manifest.tiles.map(({ cell }) => cell)).toContain(cellAt(place(50, 0), TILE_RESOLUTION))
    expect(manifest.tiles[0]?.streets?.bytes).toBeGreaterThan(0)
  })

  it('stands in front of the house, on the side of its street', async () => {
    const { buildings } = await prepareWorld(oneStreet())
    const first = buildings.flatMap(({ targets }) => targets).find(({ address }) => address?.number === '1')
    const [lng, lat] = place(15, -8)
    expect(first?.location[0]).toBeCloseTo(lng, 5)
    expect(first?.location[1]).toBeCloseTo(lat, 5)
  })

  it('gives the same version and bytes again, whatever the folder', async () => {
    const [a, b] = [await prepareWorld(oneStreet()), await prepareWorld(oneStreet())]
    expect(b.manifest).toEqual(a.manifest)
    const read = ({ root, manifest }: typeof a, path: string) =>
      readFile(join(root, manifest.name, manifest.version, path))
    for (const { buildings } of a.manifest.tiles) {
      if (buildings) expect(await read(b, buildings.path)).toEqual(await read(a, buildings.path))
    }
    const text = await readFile(join(a.root, a.manifest.name, a.manifest.version, 'manifest.json'), 'utf8')
    expect(text).not.toContain(a.root)
  })
})

describe('a courtyard block', () => {
  it('is one building without its yard, with the streets of its relation and no shed', async () => {
    const { buildings, footprints, report } = await prepareWorld(courtyard())
    const block = buildings.find(({ id }) => id === 'osm:r1')
    expect(block?.areaM2).toBe(40 * 40 - 16 * 16)
    expect(block?.targets.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        { number: '1', street: 'Rue de la Cour' },
        { number: '3', street: 'Rue de la Cour' },
      ]),
    )
    expect(new Set(block?.targets.map(({ streetDoor }) => streetDoor)).size).toBe(2)
    expect(buildings.find(({ id }) => id === 'osm:w5')).toMatchObject({
      noDoors: 'outbuilding',
      doors: 0,
      targets: [],
    })
    expect(footprints.find(({ id }) => id === 'osm:r1')?.rings).toHaveLength(2)
    expect(report.addresses).toMatchObject({ withNumber: 2, withStreet: 2, streetFromRelation: 2 })
  })
})

describe('a tower with two entrances', () => {
  it('is cut by floors into parts of at most 20 minutes, top first', async () => {
    const { buildings } = await prepareWorld(towerWithTwoEntrances())
    const targets = buildings.flatMap((building) => building.targets)
    const south = targets.filter(({ address }) => address?.number === '1')
    expect(south.map(({ id }) => id)).toEqual([1, 2, 3, 4].map((part) => `osm:w4!e7#${part}`))
    expect(south.reduce((sum, { doors }) => sum + doors, 0)).toBe(40)
    expect(south[0]?.part).toMatchObject({ number: 1, of: 4, toFloor: 9 })
    expect(south.at(-1)?.part?.fromFloor).toBe(0)
    expect(south[0]).toMatchObject({
      entrance: { id: 'e7', label: 'A' },
      doorsSource: 'flats',
      streetDoor: 'osm:w4!e7',
    })
    expect(targets.reduce((sum, { doors }) => sum + doors, 0)).toBe(80)
    for (const { doors, floors } of targets) expect(60 + 15 * floors + 89 * doors).toBeLessThanOrEqual(1200)
  })
})

describe('the country', () => {
  const street = (...countries: string[]) => {
    const world = new World('border')
    world.box([-50, -50, 300, 100])
    countries.forEach((country, i) => {
      const address = { 'addr:housenumber': `${i + 1}`, 'addr:street': 'Rue Pleine' }
      world.building([40 * i, 0, 10, 10], { ...address, ...(country && { 'addr:country': country }) })
    })
    return prepareWorld(world)
  }

  it('is where the region lies, unless its addresses say another', async () => {
    expect((await street('', '')).manifest.country).toBe('FR')
    expect((await street('be', '')).manifest.country).toBe('BE')
  })

  it('is kept with the addresses of another country', async () => {
    const { manifest, buildings } = await street('FR', 'FR', 'BE', 'Belgique', '')
    expect(manifest.country).toBe('FR')
    const kept = buildings.flatMap(({ targets }) => targets.map(({ address }) => address))
    expect(kept.map((address) => [address?.number, address?.country]).sort()).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', 'BE'],
      ['4', undefined],
      ['5', undefined],
    ])
  })
})

describe('the household grid', () => {
  const grid = (men: number) => collection([[{ men }, rectangle([-50, -50, 400, 100])]])

  it('decides the doors; a cut cell counts by its share of area inside', async () => {
    // The box is 300 m wide, the cell 400 m: three quarters of 40 households.
    const households = await fileWith('grid.geojson', grid(40))
    const { manifest, report } = await prepareWorld(oneStreet(), { households })
    expect(report.doors?.households).toBeCloseTo(30, 2)
    expect(manifest.doors).toEqual({ total: 30, bySource: { grid: 30 } })
    expect(report.doors?.withheld).toBe(10)
    expect(reportLines(report).join('\n')).toContain('the same total with the grid withheld: 10')
  })

  it('turns to a building without an address only when the others are full, and says what found no place', async () => {
    const world = new World('crowded')
    world.box([-50, -50, 300, 100])
    for (const x of [0, 40]) {
      const address = { 'addr:housenumber': `${x}`, 'addr:street': 'Rue Pleine' }
      world.building([x, 0, 10, 10], { 'building:levels': '2', ...address })
    }
    world.building([80, 0, 20, 10])
    const few = await fileWith('grid.geojson', collection([[{ men: 6 }, rectangle([-50, -50, 300, 100])]]))
    const doorsIn = async (households: string) => {
      const { buildings, report } = await prepareWorld(world, { households })
      return {
        doors: buildings.map(({ doors, noDoors }) => noDoors ?? doors),
        unplaced: report.doors?.unplaced,
      }
    }
    expect((await doorsIn(few)).doors).toEqual([3, 3, 'no_address'])
    // Room at 45 m² each: 100 m² on 2 floors 4.4 households, 200 m² on about 2 floors 9, less a doubt of a tenth.
    const many = await fileWith('grid.geojson', collection([[{ men: 20 }, rectangle([-50, -50, 300, 100])]]))
    const { doors, unplaced } = await doorsIn(many)
    expect([doors.slice(0, 2).sort(), doors[2]]).toEqual([[4, 5], 8])
    expect(unplaced).toBeCloseTo(20 - 400 / 45 - 8, 0)
  })

  it('is read but not used when withheld', async () => {
    const households = await fileWith('grid.geojson', grid(40))
    const { manifest } = await prepareWorld(oneStreet(), { households, withhold: ['households'] })
    expect(manifest.doors.bySource).toEqual({ floor_area: 10 })
    expect(manifest.sources.map(({ kind }) => kind)).toEqual(['osm', 'households'])
  })

  it.each([
    ['no JSON', 'men,geometry', 'geojson.damaged'],
    ['no features', '{"type":"FeatureCollection","features":[]}', 'geojson.damaged'],
    [
      'of another place',
      collection([[{ men: 3 }, rectangle([90_000, 0, 200, 200])]]),
      'households.elsewhere',
    ],
    ['points', collection([[{ men: 3 }, { type: 'Point', coordinates: place(0, 0) }]]), 'households.polygon'],
    ['no men', collection([[{ ind: 3 }, rectangle([0, 0, 10, 10])]]), 'households.men'],
    [
      'metres',
      collection([[{ men: 3 }, { type: 'Polygon', coordinates: [[[651000, 6862000]]] }]]),
      'geojson.projected',
    ],
  ])('%s is refused', async (_, text, code) => {
    const households = await fileWith('grid.geojson', text)
    await expect(prepareWorld(oneStreet(), { households })).rejects.toMatchObject({
      name: 'VisibleError',
      code,
      message: expect.stringContaining('grid.geojson') as string,
    })
  })
})

describe('an address table', () => {
  const header = 'id;numero;rep;nom_voie;code_postal;nom_commune;lon;lat'
  const at = (x: number, y: number) => place(x, y).join(';')

  it('joins, spells as the map does, lists what it refuses and what no building is near to', async () => {
    const world = new World('plain')
    world.box([-50, -50, 300, 100])
    world.line(
      [
        [0, 0],
        [200, 0],
      ],
      { highway: 'residential', name: 'Allée Hélène' },
    )
    for (const x of [10, 40]) world.building([x, 8, 10, 10], { building: 'house' })
    const table = [
      header,
      `a1;1;;ALLEE HELENE;75009;Paris;${at(15, 4)}`,
      `a2;1;bis;ALLEE HELENE;75009;Paris;${at(45, 4)}`,
      `a3;3;;AllÃ©e HÃ©lÃ¨ne;75009;Paris;${at(140, 20)}`,
      `a4;5;;ALLEE HELENE;75009;Paris;north;48.88`,
      `a5;7;;ALLEE HELENE;75009;Paris;12.5;41.9`,
    ]
    const addresses = await fileWith('ban.csv', table.join('\n'))
    const { buildings, report } = await prepareWorld(world, { addresses })
    const targets = buildings.flatMap((building) => building.targets)
    expect(targets.map(({ id, address }) => [id, address?.number, address?.street])).toEqual([
      ['ban:a3', '3', 'Allée Hélène'],
      ['ban:a1', '1', 'Allée Hélène'],
      ['ban:a2', '1 bis', 'Allée Hélène'],
    ])
    expect(report.ban).toMatchObject({ inBox: 3, joined: 2, alone: 1 })
    expect(report.ban?.counts).toMatchObject({ read: 5, accepted: 3, repaired: 1, outside: 1 })
    expect(report.ban?.counts.refused).toEqual([
      { line: 5, field: 'lon', came: 'north', expected: 'a longitude in degrees' },
    ])
  })

  it('without its columns is refused', async () => {
    const addresses = await fileWith('ban.csv', 'a,b,c\n1,2,3\n')
    await expect(prepareWorld(oneStreet(), { addresses })).rejects.toMatchObject({
      code: 'table.columns',
      message: expect.stringContaining('"numero"') as string,
    })
  })
})

describe('a register of dwellings', () => {
  it('counts repeated rows once and leaves the rest to other sources', async () => {
    const world = oneStreet()
    const point: GeoJSON.Point = { type: 'Point', coordinates: place(15, -7) }
    const row = { adresse: '1RUEDROITE', logements: 4, etages: 1 }
    const dwellings = await fileWith(
      'rpls.geojson',
      collection([
        [{ ...row, programme: 'A' }, point],
        [{ ...row, programme: 'B' }, point],
        [{ adresse: '3 rue droite', logements: 'many' }, point],
      ]),
    )
    const { buildings, manifest, report } = await prepareWorld(world, { dwellings })
    expect(manifest.doors.bySource).toEqual({ dwellings: 4, floor_area: 9 })
    const counted = buildings
      .flatMap(({ targets }) => targets)
      .find(({ doorsSource }) => doorsSource === 'dwellings')
    expect(counted).toMatchObject({ doors: 4, doorsLow: 4, doorsHigh: 4, address: { number: '1' } })
    expect(report.dwellings?.counts).toMatchObject({ read: 3, accepted: 1, repeated: 1 })
    expect(report.dwellings?.counts.refused).toMatchObject([{ line: 3, field: 'logements', came: 'many' }])
    expect(report.register).toMatchObject([{ method: 'floor area', entrances: 1, counted: 4, estimated: 1 }])
  })
})

describe('precincts', () => {
  it('keep their numbers; each building knows its own', async () => {
    const precincts = await fileWith(
      'stations.geojson',
      collection([
        [{ code_bv: '01', abstention: 40.5, name: 'South' }, rectangle([-100, -100, 400, 200])],
        [{ code_bv: '02', abstention: 20 }, rectangle([-100, 200, 400, 200])],
        [{ code_bv: '03', abstention: 10 }, rectangle([5000, 5000, 10, 10])],
      ]),
    )
    const { root, buildings, manifest, report } = await prepareWorld(twoIslands(), { precincts })
    expect(report.precincts).toMatchObject({ codeField: 'code_bv', read: 3, kept: 2, buildingsWithout: 0 })
    expect(buildings.map(({ precinct }) => precinct).sort()).toEqual(['01', '01', '01', '02', '02', '02'])
    const stored = decodePrecincts(await diskRegions([root]).read(manifest, manifest.precincts!))
    expect(stored.map(({ code, properties }) => [code, properties.abstention])).toEqual([
      ['01', 40.5],
      ['02', 20],
    ])
  })

  it('are credited by their file until somebody says whose they are', async () => {
    const precincts = await fileWith(
      'stations.geojson',
      collection([[{ code_bv: '01' }, rectangle([-100, -100, 400, 200])]]),
    )
    const osm = '© OpenStreetMap contributors, ODbL 1.0'
    expect((await prepareWorld(oneStreet(), { precincts })).manifest.attribution).toEqual([
      osm,
      'Precincts: stations.geojson, licence as its publisher states',
    ])
    const attribution = ['Polling-station areas: Ville de Paris, ODbL 1.0 ', osm]
    const { manifest } = await prepareWorld(oneStreet(), { precincts, attribution })
    expect(manifest.attribution).toEqual([osm, 'Polling-station areas: Ville de Paris, ODbL 1.0'])
    expect(manifest.sources.map(({ kind }) => kind)).toEqual(['osm', 'precincts'])
  })

  it('without a name are refused', async () => {
    const precincts = await fileWith(
      'stations.geojson',
      collection([[{ votes: [] }, rectangle([0, 0, 10, 10])]]),
    )
    await expect(prepareWorld(oneStreet(), { precincts })).rejects.toMatchObject({ code: 'precincts.code' })
  })
})

describe('a region on disk', () => {
  it('is refused when an object is missing, changed or unknown', async () => {
    const { root, manifest } = await prepareWorld(oneStreet())
    const regions = diskRegions([root])
    expect(await regions.list()).toEqual(['one-street'])
    expect(await diskRegions([join(root, 'one-street')]).list()).toEqual(['one-street'])
    const object = manifest.tiles.find(({ buildings }) => buildings)?.buildings
    const path = join(root, manifest.name, manifest.version, object!.path)
    await writeFile(path, (await readFile(path)).subarray(0, 40))
    await expect(regions.read(manifest, object!)).rejects.toMatchObject({ code: 'region.damaged' })
    await expect(regions.read(manifest, { ...object!, path: '../../x' })).rejects.toMatchObject({
      code: 'region.damaged',
    })
    await expect(regions.manifest('nowhere')).rejects.toMatchObject({ code: 'region.unknown' })
    await expect(regions.manifest('one-street', '../one-street')).rejects.toMatchObject({
      code: 'region.unknown',
    })
    await expect(regions.manifest('one-street', 'v9')).rejects.toMatchObject({ code: 'region.unknown' })
  })

  it('of another format is refused by name', async () => {
    const { root, manifest } = await prepareWorld(oneStreet())
    const path = join(root, manifest.name, manifest.version, 'manifest.json')
    await writeFile(path, JSON.stringify({ ...manifest, format: 99 }))
    await expect(diskRegions([root]).manifest('one-street')).rejects.toMatchObject({ code: 'region.format' })
  })

  it('half-written by a crash leaves the current one, and is never read', async () => {
    const { root, manifest } = await prepareWorld(oneStreet())
    const region = join(root, manifest.name)
    await mkdir(join(region, '.writing-0123456789abcdef-1', 'streets'), { recursive: true })
    await mkdir(join(region, '0123456789abcdef', 'streets'), { recursive: true })
    const regions = diskRegions([root])
    expect(await regions.list()).toEqual([manifest.name])
    expect((await regions.manifest(manifest.name)).version).toBe(manifest.version)
    await expect(regions.manifest(manifest.name, '0123456789abcdef')).rejects.toMatchObject({
      code: 'region.unknown',
    })
    await writeFile(join(region, '0123456789abcdef', 'manifest.json'), JSON.stringify(manifest).slice(0, 200))
    await expect(regions.manifest(manifest.name, '0123456789abcdef')).rejects.toMatchObject({
      code: 'region.damaged',
    })
  })

  it('leaves nothing half-written behind', async () => {
    const { root, manifest } = await prepareWorld(oneStreet())
    expect((await readdir(join(root, 'one-street'))).sort()).toEqual(
      [manifest.version, 'current.json'].sort(),
    )
  })
})
