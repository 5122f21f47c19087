import { reportLines } from '@doorwalk/prepare/report'
import { describe, expect, it } from 'vitest'
import { place, World } from '../../support/worlds/osm-fixture.ts'
import { oneStreet } from '../../support/worlds/osm-worlds.ts'
import { collection, fileWith, prepareWorld, rectangle } from '../../support/worlds/prepared.ts'
import { csvOf } from '../../support/worlds/registers.ts'

type Tags = Record<string, string>
type Rectangle = [x: number, y: number, width: number, height: number]

interface Built {
  at: Rectangle
  tags?: Tags
}

/** Rue Droite from west to east, with these buildings. */
function streetWith(buildings: Built[]): World {
  const world = new World('joined')
  world.box([-100, -100, 1200, 200])
  world.line(
    [
      [0, 0],
      [1000, 0],
    ],
    { highway: 'residential', name: 'Rue Droite' },
  )
  for (const { at, tags = {} } of buildings) world.building(at, tags)
  return world
}

const numbered = (number: string, more: Tags = {}): Tags => ({
  'addr:housenumber': number,
  'addr:street': 'Rue Droite',
  ...more,
})
const lon = (x: number, y: number) => place(x, y).join(';')

type Sum = 'doors' | 'doorsLow' | 'doorsHigh'

function sumOf(targets: Record<Sum, number>[]): (what: Sum) => number {
  return (what) => targets.reduce((total, target) => total + target[what], 0)
}

async function prepared(world: World, lines: string[], dwellingsAs?: string) {
  const dwellings = await csvOf(lines)
  const made = await prepareWorld(world, { dwellings, ...(dwellingsAs ? { dwellingsAs } : {}) })
  const targets = made.buildings.flatMap((building) => building.targets)
  const counted = targets.filter(({ doorsSource }) => doorsSource === 'dwellings')
  const doors = Object.fromEntries(
    counted.map(({ id, address, doors }) => [address ? `${address.number}` : id, doors]),
  )
  return {
    ...made,
    targets,
    counted,
    doors,
    told: made.report.dwellings!,
    text: reportLines(made.report).join('\n'),
  }
}

describe('a row that names an id', () => {
  const world = () =>
    streetWith([
      { at: [10, 8, 12, 12], tags: numbered('2', { 'ref:FR:RNB': 'AB12CD34EF56' }) },
      { at: [50, 8, 12, 12], tags: numbered('4', { 'ref:ch:egid': '2373151' }) },
      { at: [90, 8, 12, 12], tags: numbered('6') },
      { at: [130, 8, 12, 12], tags: numbered('8') },
    ])

  it.each([
    ['AB12CD34EF56', '2'],
    ['ab12-cd34-ef56', '2'],
    ['rnb:AB12CD34EF56', '2'],
    ['2373151', '4'],
    ['2373151.0', '4'],
    ['way/4', '6'],
    ['osm:w4', '6'],
    ['w4', '6'],
  ])('%s meets its building', async (id, number) => {
    const { doors, told } = await prepared(world(), ['id;logements', `${id};9`])
    expect(doors).toEqual({ [number]: 9 })
    expect(told.by).toEqual({ id: 1, address: 0, position: 0 })
  })

  it('and several names share the count by floor area', async () => {
    const { doors } = await prepared(world(), [
      'identifiants_rnb;nombre_de_logements;nombre_d_etages',
      'AB12CD34EF56/w5;9;3',
    ])
    expect(doors).toEqual({ 2: 5, 8: 4 })
  })

  it('meets it before address and place say another', async () => {
    const rows = ['id;adresse;logements;lon;lat', `w4;8 rue droite;9;${lon(136, 14)}`]
    expect((await prepared(world(), rows)).doors).toEqual({ 6: 9 })
  })

  it('of a building with several doors meets the one of its address', async () => {
    const world = streetWith([{ at: [0, 8, 60, 12] }])
    for (const [x, number] of [
      [10, '2'],
      [50, '4'],
    ] as const) {
      world.address(x, 9, [number, 'Rue Droite'])
    }
    const { doors } = await prepared(world, [
      'id;adresse;logements',
      'w2;2 rue droite;9',
      'w2;4 rue droite;4',
    ])
    expect(doors).toEqual({ 2: 9, 4: 4 })
  })

  it('is not believed where the row lies far away, and the report says so', async () => {
    const rows = ['id;logements;lon;lat', `w4;9;${lon(600, 14)}`]
    const { doors, told, text } = await prepared(world(), rows)
    expect(doors).not.toHaveProperty('6')
    expect(told.slips).toEqual([expect.stringContaining('w4 stands 498 m')])
    expect(text).toContain('w4 stands')
    expect(told.alone).toHaveLength(1)
  })

  it('of an address base meets the door of that address', async () => {
    const addresses = await csvOf([
      'id;numero;nom_voie;lon;lat',
      `75109_1;2;Rue Droite;${lon(16, 6)}`,
      `75109_2;2 bis;Rue Droite;${lon(20, 6)}`,
    ])
    const dwellings = await csvOf(['cle_interop;logements', '75109_2;9'])
    const { buildings } = await prepareWorld(streetWith([{ at: [10, 8, 30, 12] }]), { addresses, dwellings })
    const doors = buildings
      .flatMap(({ targets }) => targets)
      .map(({ id, doors, doorsSource }) => [id, doors, doorsSource])
    expect(doors).toContainEqual(['ban:75109_2', 9, 'dwellings'])
    expect(doors).toContainEqual(['ban:75109_1', expect.any(Number), 'floor_area'])
  })
})

describe('a row that writes an address', () => {
  it.each([
    ['3 rue droite'],
    ['3, Rue Droite'],
    ['3RUEDROITE'],
    ['003 RUE DROITE'],
    ['3 Rue Droite, 75009 Paris'],
    ['3 RUE DROITE 75009 PARIS'],
    ['Rue Droite 3'],
    ['Rue Droite, 3, Paris'],
    ['3-11 RUE DROITE'],
  ])('as "%s" meets its door, with a place or without', async (address) => {
    const near = ['adresse|logements|lon|lat', `${address}|7|${place(60, 3).join('|')}`]
    const { doors, told } = await prepared(oneStreet(), near)
    expect(doors).toEqual({ 3: 7 })
    expect(told.by).toEqual({ id: 0, address: 1, position: 0 })
    expect((await prepared(oneStreet(), ['adresse|logements', `${address}|7`])).doors).toEqual({ 3: 7 })
  })

  it('in columns of its own does, too', async () => {
    const rows = ['numero;rep;nom_voie;logements', '3;;RUE DROITE;7', '5.0;;Rue droite;2']
    expect((await prepared(oneStreet(), rows)).doors).toEqual({ 3: 7, 5: 2 })
  })

  it('with a letter means that house, not the one before it', async () => {
    const world = () =>
      streetWith([
        { at: [10, 8, 12, 12], tags: numbered('3') },
        { at: [30, 8, 12, 12], tags: numbered('3 B') },
      ])
    expect(
      (await prepared(world(), ['adresse;logements', '3 B Rue Droite;7', '3 Rue Droite;2'])).doors,
    ).toEqual({ '3 B': 7, 3: 2 })
    expect(
      (await prepared(world(), ['adresse;logements;lon;lat', `3B rue droite;7;${lon(20, 6)}`])).doors,
    ).toEqual({ '3 B': 7 })
  })

  it('that stands twice in the region meets none without a place, and is listed', async () => {
    const world = streetWith([
      { at: [10, 8, 12, 12], tags: numbered('2') },
      { at: [800, 8, 12, 12], tags: numbered('2') },
      { at: [60, 8, 12, 12], tags: numbered('4') },
    ])
    const { doors, told, text } = await prepared(world, [
      'adresse;logements',
      '2 rue droite;7',
      '4 rue droite;3',
    ])
    expect(doors).toEqual({ 4: 3 })
    expect(told.lost.map(({ entry }) => entry.line)).toEqual([2])
    expect(text).toContain('line 2, 2 rue droite, 7: its address stands in several places')
    const placed = await prepared(world, ['adresse;logements;lon;lat', `2 rue droite;7;${lon(806, 5)}`])
    expect(placed.buildings.find(({ doors }) => doors === 7)?.location[0]).toBeCloseTo(place(806, 14)[0], 5)
  })

  it('of another town is another', async () => {
    const world = streetWith([
      { at: [10, 8, 12, 12], tags: numbered('2', { 'addr:postcode': '75009' }) },
      { at: [800, 8, 12, 12], tags: numbered('2', { 'addr:postcode': '75010' }) },
    ])
    const { buildings } = await prepared(world, ['adresse;code_postal;logements', '2 rue droite;75010;7'])
    expect(buildings.find(({ doors }) => doors === 7)?.location[0]).toBeCloseTo(place(806, 14)[0], 5)
  })
})

describe('a row that has a place only', () => {
  it('meets the nearest door within 25 m, and others that stand there only once it is taken', async () => {
    const rows = ['logements;lon;lat', `7;${lon(60, 3)}`, `4;${lon(61, 3)}`]
    const { told, counted } = await prepared(oneStreet(), rows)
    expect(counted).toHaveLength(2)
    expect(told.by.position).toBe(2)
  })

  it('without a building is a home by itself, listed with its place', async () => {
    const rows = [
      'adresse;logements;etages;lon;lat',
      `99 Rue Neuve;7;4;${lon(150, 45)}`,
      `3 Rue Droite;2;1;${lon(60, -13)}`,
    ]
    const { doors, text, targets } = await prepared(oneStreet(), rows)
    expect(doors).toEqual({ 3: 2, 'dwellings:99-rue-neuve': 7 })
    expect(targets.find(({ doors }) => doors === 7)).toMatchObject({ kind: 'flats', floors: 5 })
    expect(text).toMatch(/joined by id 0, by address 1, by position 0; 1 stand where no building is drawn/)
    expect(text).toMatch(
      /line 2, 99 Rue Neuve at 2\.352\d+, 48\.880\d+, 7: no street door; \d+ m to the nearest building/,
    )
  })

  it('has an id that a request may name, however long its address', async () => {
    const rows = ['adresse;logements;lon;lat', `${'9 Rue Neuve de la Ville '.repeat(12)};7;${lon(0, 45)}`]
    const { targets } = await prepared(oneStreet(), rows)
    expect(targets.find(({ doors }) => doors === 7)?.id.length).toBeLessThanOrEqual(120)
  })

  it('two of one address far apart are two homes, near each other one', async () => {
    const address = 'adresse;logements;lon;lat'
    const far = [address, `9 Rue Neuve;7;${lon(0, 45)}`, `9 Rue Neuve;4;${lon(240, 45)}`]
    const { buildings } = await prepared(oneStreet(), far)
    const own = buildings.filter(({ id }) => id.startsWith('dwellings:'))
    expect(own.map(({ doors }) => doors).sort()).toEqual([4, 7])
    expect(new Set(own.map(({ id }) => id)).size).toBe(2)
    const near = [address, `9 Rue Neuve;7;${lon(0, 45)}`, `9 Rue Neuve;4;${lon(20, 45)}`]
    expect((await prepared(oneStreet(), near)).doors).toEqual({ 'dwellings:9-rue-neuve': 11 })
  })
})

describe('a row that counts a building', () => {
  const as = 'rows=buildings'

  it('is shared out over its street doors, exactly', async () => {
    const world = streetWith([{ at: [0, 8, 60, 12] }])
    for (const [x, number] of [
      [10, '2'],
      [30, '4'],
      [50, '6'],
    ] as const)
      world.address(x, 9, [number, 'Rue Droite'])
    const { doors } = await prepared(world, ['logements;lon;lat', `11;${lon(30, 14)}`], as)
    expect(Object.values(doors).sort()).toEqual([3, 4, 4])
  })

  it('with an outline over several is shared out by floor area, none of it lost', async () => {
    const world = streetWith([
      { at: [0, 8, 40, 12], tags: { 'building:levels': '4', building: 'apartments', ...numbered('2') } },
      { at: [0, 24, 10, 12], tags: { 'building:levels': '4', building: 'apartments' } },
      { at: [100, 8, 10, 12], tags: numbered('4') },
    ])
    const file = await fileWith('r', collection([[{ logements: 21 }, rectangle([-2, 6, 44, 32])]]))
    const { buildings } = await prepareWorld(world, { dwellings: file, dwellingsAs: as })
    expect(buildings.map(({ doors }) => doors).slice(0, 2)).toEqual([17, 4])
  })

  it('with few dwellings in many buildings keeps its count', async () => {
    const world = streetWith([
      { at: [0, 8, 60, 12], tags: numbered('2') },
      { at: [0, 24, 8, 12], tags: numbered('4') },
      { at: [20, 24, 8, 12], tags: numbered('6') },
    ])
    const file = await fileWith('r', collection([[{ logements: 3 }, rectangle([-2, 6, 70, 40])]]))
    const { counted } = await prepareWorld(world, { dwellings: file, dwellingsAs: as }).then(
      ({ buildings }) => ({ counted: buildings.map(({ doors }) => doors) }),
    )
    expect(counted).toEqual([1, 1, 1])
  })

  it('of none empties it, but not the house beside one that is not drawn', async () => {
    const rows = ['logements;lon;lat', `0;${lon(15, -13)}`, `0;${lon(62, -13)}`, `2;${lon(95, -13)}`]
    const { buildings, told } = await prepared(oneStreet(), rows, as)
    const at = (number: string) =>
      buildings.find(({ targets }) => targets.some(({ address }) => address?.number === number))
    expect(at('1')).toBeUndefined()
    expect(at('3')?.doors).toBe(1)
    expect(at('5')?.doors).toBe(2)
    expect(told.empty).toBe(1)
  })

  it('one way in without dwellings leaves the others of its building', async () => {
    const world = streetWith([{ at: [0, 8, 60, 12] }])
    for (const [x, number] of [
      [10, '2'],
      [50, '4'],
    ] as const) {
      world.address(x, 9, [number, 'Rue Droite'])
    }
    const { targets } = await prepared(world, ['logements;lon;lat', `0;${lon(12, 10)}`])
    expect(targets.map(({ address, doorsSource }) => [address?.number, doorsSource])).toEqual([
      ['4', 'floor_area'],
    ])
  })

  it('makes homes of a building of another use, but not of the garage it falls into', async () => {
    const world = streetWith([
      { at: [10, 8, 20, 12], tags: { building: 'commercial', ...numbered('2') } },
      { at: [60, 8, 12, 12], tags: { building: 'house', ...numbered('4') } },
      { at: [74, 8, 6, 6], tags: { building: 'garage' } },
    ])
    const { doors } = await prepared(world, ['logements;lon;lat', `5;${lon(20, 14)}`, `2;${lon(77, 11)}`], as)
    expect(doors).toEqual({ 2: 5, 4: 2 })
  })
})

describe('what a register knows better', () => {
  it('are storeys that are guessed, not those that are tagged, and flats behind the door of a house', async () => {
    const world = streetWith([
      { at: [10, 8, 12, 12], tags: numbered('2') },
      { at: [60, 8, 12, 12], tags: numbered('4', { 'building:levels': '2' }) },
    ])
    const rows = ['adresse;logements;storeys', '2 rue droite;9;7', '4 rue droite;1;7']
    const { buildings } = await prepared(world, rows, 'table')
    expect(buildings).toMatchObject([
      { levels: 7, levelsSource: 'register', kind: 'flats' },
      { levels: 2, levelsSource: 'tag', kind: 'house' },
    ])
    const dwellings = await csvOf(rows)
    const withheld = await prepareWorld(world, { dwellings, dwellingsAs: 'table', withhold: ['dwellings'] })
    expect(withheld.buildings.every(({ levelsSource }) => levelsSource !== 'register')).toBe(true)
    expect(withheld.report.register).toMatchObject([{ counted: 10 }])
  })
})

describe('a class', () => {
  const block = () =>
    streetWith([
      { at: [10, 8, 40, 12], tags: numbered('2', { building: 'apartments', 'building:levels': '4' }) },
    ])

  it.each([
    ['entre 2 et 11', 2, 11],
    ['entre 12 et 35', 12, 35],
    ['entre 36 et 99', 36, 99],
    ['individuel', 1, 1],
  ])('%s bounds what is expected', async (text, low, high) => {
    const { targets } = await prepared(block(), ['adresse;classe_logements', `2 rue droite;${text}`])
    const sum = sumOf(targets)
    expect(targets.every(({ doorsSource }) => doorsSource === 'dwellings')).toBe(true)
    const free = await prepareWorld(block())
    const expected = Math.min(high, Math.max(low, free.manifest.doors.total))
    expect([sum('doors'), sum('doorsLow'), sum('doorsHigh')]).toEqual([expected, low, high])
  })

  it('without an end begins where it says and ends somewhere', async () => {
    const { targets } = await prepared(block(), ['adresse;classe_logements', '2 rue droite;100 et plus'])
    const sum = sumOf(targets)
    expect([sum('doors'), sum('doorsLow'), sum('doorsHigh')]).toEqual([100, 100, 200])
  })

  it('tells no error of the other methods', async () => {
    const { report } = await prepared(block(), ['adresse;classe_logements', '2 rue droite;2-11'])
    expect(report.register).toEqual([])
  })
})

it('joins the same whatever the order of its rows', async () => {
  const rows = [
    `9 rue droite;3;${lon(170, -13)}`,
    `;7;${lon(60, 3)}`,
    `;4;${lon(61, 3)}`,
    `3 rue droite;5;${lon(61, 3)}`,
    `77 rue x;6;${lon(140, 45)}`,
  ]
  const head = 'adresse;logements;lon;lat'
  const first = await prepared(oneStreet(), [head, ...rows])
  const second = await prepared(oneStreet(), [head, ...[...rows].reverse()])
  expect(second.doors[3]).toBe(first.doors[3])
  expect(second.manifest.doors).toEqual(first.manifest.doors)
  expect(second.told.by).toEqual(first.told.by)
})
