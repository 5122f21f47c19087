import { reportLines } from '@doorwalk/prepare/report'
import { describe, expect, it } from 'vitest'
import { place, World } from '../../support/worlds/osm-fixture.ts'
import { fileWith, prepareWorld } from '../../support/worlds/prepared.ts'

type Tags = Record<string, string>

function aStreet(): World {
  const world = new World('lost')
  world.box([-50, -100, 500, 300])
  addStreet(world, 0, 'Via Roma')
  return world
}

function addStreet(world: World, y: number, name: string): void {
  world.line(
    [
      [0, y],
      [400, y],
    ],
    { highway: 'residential', name },
  )
}

const number = (text: string, more: Tags = {}): Tags => ({
  'addr:housenumber': text,
  'addr:street': 'Via Roma',
  ...more,
})

it('a building that is a node is a home, once, with its number and storeys', async () => {
  const world = aStreet()
  for (let i = 0; i < 5; i++) world.node(10 + 15 * i, 9, { building: 'house' })
  world.building([90, 8, 9, 9], { building: 'house' })
  world.node(94, 12, { building: 'yes' })
  world.node(150, 9, { building: 'house', ...number('7') })
  world.node(170, 9, { building: 'garage' })
  world.node(190, 9, { building: 'entrance' })
  world.node(210, 9, { building: 'apartments', 'building:levels': '4', 'building:flats': '12' })
  const { manifest, buildings, report } = await prepareWorld(world)
  expect(manifest.doors.total).toBe(5 + 1 + 1 + 12)
  expect(manifest.doors.bySource).toMatchObject({ flats: 12 })
  expect(report.structures.nodes).toBe(8)
  const seven = buildings.flatMap(({ targets }) => targets).find(({ address }) => address?.number === '7')
  expect(seven?.id).toMatch(/^osm:n\d+$/)
  expect(buildings.find(({ levels }) => levels === 4)?.kind).toBe('flats')
})

describe('an address of the map without a building', () => {
  it('is a home by itself; a shop is none; the report says how many, and where each lies', async () => {
    const world = aStreet()
    for (let i = 0; i < 6; i++) world.address(10 + 15 * i, 9, [`${2 * i + 1}`, 'Via Roma'])
    const shop = world.node(150, 40, number('99', { shop: 'bakery' }))
    world.building([200, 8, 9, 9], { building: 'house' })
    const { manifest, report } = await prepareWorld(world)
    expect(manifest.doors.total).toBe(7)
    expect(report.joined).toMatchObject({ alone: 6, joined: 0 })
    expect(manifest.counts.addresses).toBe(6)
    const text = reportLines(report).join('\n')
    expect(text).toContain('7 not joined, 6 of them homes by themselves')
    expect(text).toContain(`99 Via Roma (n${shop}) at ${place(150, 40)[0].toFixed(6)}`)
  })

  it('is one home where several objects say it, with as many doors as they name flats', async () => {
    const world = aStreet()
    world.building([300, 8, 9, 9], { building: 'house' })
    for (let unit = 1; unit <= 4; unit++) world.node(10 + unit, 9, number('1', { 'addr:unit': `${unit}` }))
    world.node(60, 9, number('3'))
    world.node(64, 9, number('3'))
    const { manifest } = await prepareWorld(world)
    expect(manifest.doors).toMatchObject({ total: 4 + 1 + 1, bySource: { units: 4 } })
  })

  it('says nothing new where the same address is at a building near by', async () => {
    const world = aStreet()
    world.building([10, 8, 9, 9], { building: 'house', ...number('1') })
    world.node(14, 45, number('1'))
    const table = ['numero;nom_voie;lon;lat', `1;VIA ROMA;${place(50, 30).join(';')}`]
    const addresses = await fileWith('ban.csv', table.join('\n'))
    const { manifest, buildings } = await prepareWorld(world, { addresses })
    expect(manifest.doors.total).toBe(1)
    expect(buildings).toHaveLength(1)
  })

  it('beside a garage is not the garage', async () => {
    const world = aStreet()
    world.building([10, 8, 6, 6], { building: 'garage' })
    world.node(20, 10, number('1'))
    expect((await prepareWorld(world)).manifest.doors.total).toBe(1)
  })
})

describe('a number in front of its house', () => {
  const village = (mark: (world: World, x: number, text: string) => void, depth = 17) => {
    const world = aStreet()
    for (let i = 0; i < 12; i++) {
      const x = 10 + 30 * i
      world.building(
        [x, i % 3 > 0 ? 8 : depth, 9, 9],
        i % 3 > 0 ? { building: 'house', ...number(`${2 * i + 2}`) } : {},
      )
      if (i % 3 === 0) mark(world, x, `${2 * i + 2}`)
    }
    return world
  }
  const gate = (world: World, x: number, text: string) => world.node(x, 3, number(text, { barrier: 'gate' }))

  it.each([
    ['at a gate', village((world, x, text) => gate(world, x + 4, text))],
    ['at a gate to the side', village((world, x, text) => gate(world, x - 3, text))],
    ['at a gate 15 m before it', village((world, x, text) => gate(world, x + 4, text), 18)],
    ['in a garden', village((world, x, text) => world.node(x + 4, 3, number(text)))],
    [
      'on a fence',
      village((world, x, text) => {
        world.way([world.node(x - 4, 3), world.node(x + 4, 3, number(text)), world.node(x + 12, 3)], {
          barrier: 'fence',
        })
      }),
    ],
  ])('%s belongs to it', async (_, world) => {
    const { manifest, buildings, report } = await prepareWorld(world)
    expect(manifest.doors.total).toBe(12)
    expect(manifest.counts.addresses).toBe(12)
    expect(report.joined.unjoined).toEqual([])
    expect(buildings.every(({ targets }) => targets[0]?.address?.number)).toBe(true)
  })

  it('does not belong to the house across the street', async () => {
    const world = aStreet()
    world.building([10, -12, 9, 9])
    world.building([40, 8, 9, 9], { building: 'house', ...number('4') })
    gate(world, 14, '2')
    const { buildings } = await prepareWorld(world)
    const across = buildings.find(({ id }) => id === 'osm:w2')
    expect(across?.targets.map(({ address }) => address)).toEqual([undefined])
  })
})

describe('no number, so no home', () => {
  const row = (world: World, y: number, tags: (i: number) => Tags) => {
    for (let i = 0; i < 12; i++) world.building([10 + 30 * i, y, 10, 9], tags(i))
  }
  const numbered = (i: number) => ({ building: 'house', ...number(`${2 * i + 2}`) })

  it.each([
    ['a village by itself', 2000],
    ['a street by itself', 120],
    ['the next street', 60],
  ])('is said of %s', async (_, y) => {
    const world = aStreet()
    world.box([-50, -100, 500, 2500])
    row(world, 8, numbered)
    addStreet(world, y, 'Via Zeta')
    row(world, y - 17, () => ({}))
    expect((await prepareWorld(world)).manifest.doors.total).toBe(24)
  })

  it('holds of the next street where a table has the numbers of the quarter', async () => {
    const world = aStreet()
    row(world, 8, () => ({}))
    addStreet(world, 60, 'Via Zeta')
    row(world, 43, (i) => (i < 4 ? {} : { building: 'house' }))
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${2 * i + 2};Via Roma;${place(15 + 30 * i, 12).join(';')}`,
    )
    const addresses = await fileWith('a.csv', ['numero;nom_voie;lon;lat', ...rows].join('\n'))
    expect((await prepareWorld(world, { addresses })).manifest.doors.total).toBe(12 + 8)
  })

  it('still holds on a street with numbers', async () => {
    const world = aStreet()
    row(world, 8, (i) => (i % 4 === 3 ? {} : numbered(i)))
    const { manifest, buildings } = await prepareWorld(world)
    expect(manifest.doors.total).toBe(9)
    expect(buildings.filter(({ noDoors }) => noDoors === 'no_address')).toHaveLength(3)
  })
})

describe('a table', () => {
  const world = () => {
    const made = new World('table')
    made.box([-50, -50, 400, 250])
    for (let i = 0; i < 5; i++)
      for (const y of [9, 69]) made.building([10 + 20 * i, y, 9, 9], { building: 'house' })
    return made
  }
  const table = (rows: string[], header = 'number,street,lon,lat') =>
    fileWith('a.csv', [header, ...rows].join('\n'))

  it.each([
    ['Greek', 'Οδός Ερμού', 'Οδός Αθηνάς'],
    ['Russian', 'улица Ленина', 'улица Мира'],
    ['Arabic', 'شارع الملك', 'شارع النيل'],
    ['Hebrew', 'הרצל', 'אלנבי'],
    ['Georgian', 'რუსთაველის გამზირი', 'ჭავჭავაძის გამზირი'],
    ['Chinese', '南京东路', '北京西路'],
    ['Japanese', '青山通り', '表参道'],
    ['Thai', 'ถนนสีลม', 'ถนนสุขุมวิท'],
    ['Hindi', 'महात्मा गांधी मार्ग', 'नेहरू मार्ग'],
  ])('in %s has each number on each of its streets', async (_, one, other) => {
    const rows = [1, 3, 5, 7, 9].flatMap((n, i) => [
      `${n},${one},${place(14 + 20 * i, 9).join(',')}`,
      `${n},${other},${place(14 + 20 * i, 69).join(',')}`,
    ])
    const { manifest, buildings } = await prepareWorld(world(), { addresses: await table(rows) })
    expect(manifest.counts.addresses).toBe(10)
    const streets = buildings.map(({ targets }) => targets[0]?.address?.street)
    expect([one, other].map((street) => streets.filter((own) => own === street).length)).toEqual([5, 5])
  })

  it('has no house of number 99999 or 0, and says of how many rows', async () => {
    const rows = ['1', '99999', '0', '00', ''].map(
      (n, i) => `k${i};${n};;Le Grand Champ;${place(14 + 20 * i, 150).join(';')}`,
    )
    const addresses = await table(rows, 'cle_interop;numero;suffixe;voie_nom;long;lat')
    const { manifest, report } = await prepareWorld(world(), { addresses })
    expect(manifest.doors.total).toBe(11)
    expect(report.ban?.counts).toMatchObject({ accepted: 1, numberless: 4, refused: [] })
    const text = reportLines(report).join('\n')
    expect(text).toContain('4 without a house number')
    expect(text).not.toContain('99999')
  })

  it('without ids keeps one number of one street name in two villages apart', async () => {
    const rows = [`7,Main Street,${place(14, 9).join(',')}`, `7,Main Street,${place(34, 69).join(',')}`]
    const { manifest, report } = await prepareWorld(world(), { addresses: await table(rows) })
    expect(report.ban?.counts).toMatchObject({ accepted: 2, repeated: 0 })
    expect(manifest.counts.addresses).toBe(2)
  })

  it('and the map that write a street in two ways mean one house', async () => {
    const spelled = world()
    spelled.building([100, 5, 9, 9], { 'addr:housenumber': '5', 'addr:street': 'Calle Mayor' })
    const rows = [`5,C/ Mayor,${place(104, 6).join(',')}`, `5,Plaza Nueva,${place(106, 6).join(',')}`]
    const { manifest } = await prepareWorld(spelled, { addresses: await table(rows) })
    expect(manifest.counts.addresses).toBe(2)
  })

  it('and the map that say one address in several spellings count it once', async () => {
    const spelled = world()
    for (const [i, text] of ['12 A', '12a', '12-A'].entries()) spelled.address(12 + i, 9, [text, 'Lhota'])
    const rows = [`12a,LHOTA,${place(14, 9).join(',')}`]
    const { manifest } = await prepareWorld(spelled, { addresses: await table(rows) })
    expect(manifest.counts.addresses).toBe(1)
  })

  it('5/12 is not 51/2', async () => {
    const rows = ['5/12', '51/2'].map((n) => `${n},Lhota,${place(14, 9).join(',')}`)
    const { manifest } = await prepareWorld(world(), { addresses: await table(rows) })
    expect(manifest.counts.addresses).toBe(2)
    expect(manifest.doors.total).toBe(9 + 2)
  })
})
