import { describe, expect, it } from 'vitest'
import { place, World } from '../../support/worlds/osm-fixture.ts'
import { fileWith, prepareWorld } from '../../support/worlds/prepared.ts'

type Tags = Record<string, string>

function aStreet(): World {
  const world = new World('counted')
  world.box([-50, -50, 400, 200])
  world.line(
    [
      [0, 0],
      [300, 0],
    ],
    { highway: 'residential', name: 'Rue A' },
  )
  return world
}

/** A street with a block of 30 × 12 m beside it, with entrances on its front. */
function withBlock(tags: Tags, entrances: Tags[] = []): World {
  const world = aStreet()
  const front = entrances.map((own, i) => world.node(10 + (30 * (i + 1)) / (entrances.length + 1), 8, own))
  const [a, b, c, d] = [world.node(10, 8), world.node(40, 8), world.node(40, 20), world.node(10, 20)]
  world.way([a, ...front, b, c, d, a], { building: 'apartments', 'building:levels': '3', ...tags })
  return world
}

const number = (text: string, more: Tags = {}): Tags => ({
  'addr:housenumber': text,
  'addr:street': 'Rue A',
  ...more,
})

async function doorsOf(world: World, extra = {}) {
  const { manifest, buildings } = await prepareWorld(world, extra)
  const targets = buildings.flatMap((building) => building.targets)
  const open = targets.filter(({ doors, doorsLow, doorsHigh }) => doorsLow !== doors || doorsHigh !== doors)
  return { ...manifest.doors, uncertain: open.length, targets, buildings }
}

describe('flats that are listed', () => {
  const stairs = (flats: string, unit: string) => ({
    entrance: 'staircase',
    'addr:flats': flats,
    'addr:unit': unit,
  })
  const way = (flats: string) => ({ entrance: 'yes', 'addr:flats': flats })
  it.each<[string, Tags, Tags[], number]>([
    [
      'on an entrance with a number',
      {},
      [{ entrance: 'main', ...number('4', { 'addr:flats': '1-24' }) }],
      24,
    ],
    ['on an entrance, the number on the outline', number('4'), [way('1-24')], 24],
    ['on the outline', number('4', { 'addr:flats': '1-4;6;8-10' }), [], 8],
    ['on the outline, by letters', number('4', { 'addr:flats': 'A-D' }), [], 4],
    ['on two stairs of one number', number('4'), [stairs('1-12', 'A'), stairs('13-20', 'B')], 20],
    [
      'on the whole and on its entrances',
      number('4', { 'addr:flats': '1-20' }),
      [way('1-12'), way('13-20')],
      20,
    ],
    [
      'on one of two entrances',
      number('4', { 'building:flats': '20' }),
      [stairs('1-12', 'A'), { entrance: 'main' }],
      20,
    ],
    ['on entrances beside two numbers', number('4;6'), [way('1-6'), way('1-8')], 14],
    ['as a sum of parts', { 'building:flats': '4;6' }, [], 10],
    ['in words', number('4'), [way('Flats 1 to 6')], 6],
    ['on a front and a back door', number('4'), [{ ...way('1-24'), entrance: 'main' }, way('1-24')], 24],
    ['on two back doors without a number', {}, [way('1-9'), way('1-9')], 9],
    ['from one again on two stairs', number('4'), [stairs('1-6', 'A'), stairs('1-6', 'B')], 12],
  ])('%s', async (_, tags, entrances, doors) => {
    const found = await doorsOf(withBlock(tags, entrances))
    expect(found).toMatchObject({ total: doors, bySource: { flats: doors }, uncertain: 0 })
  })

  it('are believed where the building says something else: a shop with flats above', async () => {
    const shop = { building: 'retail' }
    expect(await doorsOf(withBlock(shop, [way('1-6')]))).toMatchObject({ total: 6, bySource: { flats: 6 } })
    expect(await doorsOf(withBlock(shop))).toMatchObject({ total: 0 })
    const large = { building: 'commercial', 'building:levels': '6' }
    expect(await doorsOf(withBlock(large, [way('1-4')]))).toMatchObject({ total: 4, bySource: { flats: 4 } })
  })

  it('make a block of flats of a building of no kind', async () => {
    const { targets } = await doorsOf(withBlock({ building: 'yes', 'building:levels': '2' }, [way('1-6')]))
    expect(targets).toMatchObject([{ kind: 'flats', access: 'unknown', doors: 6 }])
  })

  it('are the sum of the parts that say how many they hold', async () => {
    const world = withBlock({})
    world.ring([10, 8, 15, 12], { 'building:part': 'yes', 'building:flats': '9' })
    world.ring([25, 8, 15, 12], { 'building:part': 'yes', 'building:flats': '8' })
    expect(await doorsOf(world)).toMatchObject({ total: 17, bySource: { flats: 17 } })
  })

  it('of a range keep it as interval', async () => {
    const { targets } = await doorsOf(withBlock({ 'building:flats': '10-12' }))
    expect(targets).toMatchObject([{ doors: 11, doorsLow: 10, doorsHigh: 12, doorsSource: 'flats' }])
  })

  it('say nothing where they name a few of many', async () => {
    const { bySource } = await doorsOf(withBlock({ 'building:levels': '9' }, [way('7')]))
    expect(bySource).not.toHaveProperty('flats')
  })
})

describe('units', () => {
  it('and flats of objects without a number count where they lie inside', async () => {
    const world = withBlock(number('4'))
    for (let unit = 1; unit <= 9; unit++) world.node(12 + unit, 12, { 'addr:unit': `${unit}` })
    expect(await doorsOf(world)).toMatchObject({ total: 9, bySource: { units: 9 } })
    const bare = withBlock({})
    bare.node(15, 12, { 'addr:flats': '1-7' })
    bare.node(150, 60, { 'addr:flats': '1-9' })
    const { total, targets } = await doorsOf(bare)
    expect(total).toBe(7)
    expect(targets[0]?.address).toBeUndefined()
  })

  it('in letters are homes of a small house, and stairs of a large one', async () => {
    const lettered = (tags: Tags) => {
      const world = withBlock(number('4', tags))
      for (const [i, unit] of ['A', 'B', 'C', 'D'].entries())
        world.node(14 + i, 12, number('4', { 'addr:unit': unit }))
      return doorsOf(world)
    }
    expect(await lettered({ 'building:levels': '1' })).toMatchObject({ total: 4, bySource: { units: 4 } })
    expect((await lettered({ 'building:levels': '6' })).bySource).not.toHaveProperty('units')
  })

  it('of several objects with one number are so many doors, each once', async () => {
    const world = withBlock(number('4'))
    for (let unit = 1; unit <= 9; unit++) world.node(12 + unit, 12, number('4', { 'addr:unit': `${unit}` }))
    world.node(15, 14, number('4', { 'addr:unit': 'Apt 9' }))
    world.node(16, 14, number('4', { 'addr:unit': '20', shop: 'bakery' }))
    expect(await doorsOf(world)).toMatchObject({ total: 9, bySource: { units: 9 }, uncertain: 0 })
  })

  it('in letters on entrances are stairs: the doors behind them are estimated', async () => {
    const stairs = ['A', 'B'].map((unit) => ({ entrance: 'staircase', 'addr:unit': unit }))
    const { total, bySource, targets } = await doorsOf(withBlock(number('4'), stairs))
    expect(bySource).toEqual({ floor_area: total })
    expect(targets.map(({ entrance }) => entrance?.label)).toEqual(['A', 'B'])
    expect(total).toBeGreaterThan(4)
  })

  it('in letters on the doors of single homes are homes', async () => {
    const doors = ['A', 'B', 'C'].map((unit) => ({ entrance: 'home', 'addr:unit': unit }))
    const found = await doorsOf(withBlock(number('4', { building: 'house', 'building:levels': '1' }), doors))
    expect(found).toMatchObject({ total: 3, bySource: { units: 3 }, uncertain: 0 })
  })
})

describe('house numbers', () => {
  const row = (tags: Tags) => {
    const world = aStreet()
    world.building([10, 8, 60, 9], { building: 'terrace', ...tags })
    return world
  }

  it.each([
    ['a range that counts by odd ones', number('1-19', { 'addr:interpolation': 'odd' }), 10],
    ['a range of a row', number('1-19'), 10],
    ['a range of every number', number('1-10'), 10],
    ['a list', number('1;3;5;7;9;11;13;15'), 8],
    ['a list with commas', number('1,3,5,7,9,11,13,15'), 8],
    ['letters', number('12a-12h', { 'addr:interpolation': 'alphabetic' }), 8],
  ])('of a row of houses are one door each: %s', async (_, tags, doors) => {
    const { total, bySource, uncertain, targets } = await doorsOf(row(tags))
    expect({ total, bySource, uncertain }).toEqual({
      total: doors,
      bySource: { numbers: doors },
      uncertain: 0,
    })
    expect(new Set(targets.map(({ id }) => id)).size).toBe(doors)
  })

  it('of a row in tags and in a table are the same houses', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => `${2 * i + 1};RUE A;${place(13 + 6 * i, 6).join(';')}`)
    const addresses = await fileWith('ban.csv', ['numero;nom_voie;lon;lat', ...rows].join('\n'))
    const found = await doorsOf(row(number('1-19', { 'addr:interpolation': 'odd' })), { addresses })
    expect(found).toMatchObject({ total: 10, bySource: { numbers: 10 } })
    expect(found.targets.map(({ id }) => id)).toContain('ban:19-rue-a')
  })

  it('of a row stand side by side along its street', async () => {
    const { targets } = await doorsOf(row(number('1-19')))
    const places = targets.map(({ location }) => location[0]).sort((a, b) => a - b)
    expect(new Set(places).size).toBe(10)
    expect(places[0]).toBeCloseTo(place(13, 8)[0], 5)
    expect(places.at(-1)).toBeCloseTo(place(67, 8)[0], 5)
    expect(targets.every(({ location }) => Math.abs(location[1] - place(0, 8)[1]) < 2e-6)).toBe(true)
  })

  it('of a few houses of a row leave the others to its size', async () => {
    const { total, bySource, uncertain } = await doorsOf(row(number('1;3;5')))
    expect(bySource).toEqual({ floor_area: total })
    expect(total).toBeGreaterThanOrEqual(8)
    expect(total).toBeLessThanOrEqual(12)
    expect(uncertain).toBe(3)
  })

  it('of what looks like a row are counted, too', async () => {
    const tags = { building: 'yes', 'addr:interpolation': 'odd' }
    expect(await doorsOf(row(number('1-19', tags)))).toMatchObject({ total: 10, bySource: { numbers: 10 } })
    expect(await doorsOf(row(number('1;3', tags)))).not.toMatchObject({ bySource: { numbers: 2 } })
  })

  it('of a pair of houses are counted, those of one house and of flats are not', async () => {
    const world = aStreet()
    world.building([10, 8, 10, 9], { building: 'semidetached_house', ...number('1;3') })
    world.building([40, 8, 10, 9], { building: 'house', ...number('5') })
    world.building([70, 8, 30, 12], { building: 'apartments', 'building:levels': '3', ...number('7;9') })
    const { bySource } = await doorsOf(world)
    expect(bySource).toMatchObject({ numbers: 2 })
    expect(Object.keys(bySource).sort()).toEqual(['floor_area', 'numbers'])
  })

  it('12-14 of any other building is one house', async () => {
    const world = aStreet()
    world.building([10, 8, 10, 9], { building: 'house', ...number('12-14') })
    const { total, targets } = await doorsOf(world)
    expect(total).toBe(1)
    expect(targets[0]?.address?.number).toBe('12-14')
  })
})

describe('a line of numbers', () => {
  /** Houses along the street, the first and last with a number on a line that runs before them. */
  const line = (count: number, interpolation: string, [first, last]: [string, string]) => {
    const world = aStreet()
    for (let i = 0; i < count; i++) world.building([10 + 20 * i, 8, 9, 9])
    const ends = [world.node(14, 7, number(first)), world.node(14 + 20 * (count - 1), 7, number(last))]
    world.way(ends, { 'addr:interpolation': interpolation })
    return world
  }
  const numbersOf = async (world: World) =>
    (await doorsOf(world)).targets.map(({ address }) => address?.number).sort((a, b) => Number(a) - Number(b))

  it.each([
    ['odd', '1', '11', ['1', '3', '5', '7', '9', '11']],
    ['even', '2', '12', ['2', '4', '6', '8', '10', '12']],
    ['all', '1', '6', ['1', '2', '3', '4', '5', '6']],
    ['10', '10', '60', ['10', '20', '30', '40', '50', '60']],
    ['odd', '11', '1', ['1', '3', '5', '7', '9', '11']],
  ])('%s from %s to %s gives each house its own', async (how, first, last, numbers) => {
    expect(await numbersOf(line(6, how, [first, last]))).toEqual(numbers)
  })

  it('by letters', async () => {
    const { targets } = await doorsOf(line(4, 'alphabetic', ['5a', '5d']))
    expect(targets.map(({ address }) => address?.number).sort()).toEqual(['5a', '5b', '5c', '5d'])
  })

  it('leaves numbers that the map has where it has them, and doubles no house', async () => {
    const world = line(6, 'odd', ['1', '11'])
    world.node(75, 12, number('7'))
    expect(await numbersOf(world)).toEqual(['1', '3', '5', '7', '9', '11'])
  })

  it('stands for homes where nothing is drawn, unless the numbers are closer than houses', async () => {
    const alone = (last: string) => {
      const world = aStreet()
      world.building([260, 8, 9, 9], number('200'))
      const ends = [world.node(10, 8, number('2')), world.node(110, 8, number(last))]
      world.way(ends, { 'addr:interpolation': 'even' })
      return world
    }
    expect(await doorsOf(alone('22'))).toMatchObject({ total: 12 })
    expect(await doorsOf(alone('98'))).toMatchObject({ total: 3 })
  })

  it('with one numbered end says nothing', async () => {
    const world = aStreet()
    world.building([10, 8, 9, 9])
    world.way([world.node(14, 7, number('1')), world.node(90, 7)], { 'addr:interpolation': 'odd' })
    expect(await doorsOf(world)).toMatchObject({ total: 1 })
  })
})

describe('a table of addresses', () => {
  const header = 'LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH'
  const main = () => {
    const world = aStreet()
    world.building([10, 8, 40, 12], { building: 'apartments', 'building:levels': '2' })
    return world
  }
  const rows = (units: string[], id: (i: number) => string = () => '') =>
    units.map((unit, i) => `${place(30, 12).join(',')},12,MAIN ST,${unit},X,,PA,17101,${id(i)},h${i}`)
  const apartments = Array.from({ length: 30 }, (_, i) => `APT ${i + 1}`)

  it.each([
    ['without ids', rows(apartments)],
    ['with ids', rows(apartments, (i) => `p${i}`)],
    ['each twice', [...rows(apartments), ...rows(apartments)]],
    ['offices left out', [...rows(apartments), ...rows(['STE 100', 'STE 200'])]],
    ['and one row without a unit', [...rows(['']), ...rows(apartments)]],
  ])('of OpenAddresses counts units: %s', async (_, lines) => {
    for (const head of [header, header.toLowerCase()]) {
      const addresses = await fileWith('oa.csv', [head, ...lines].join('\n'))
      const found = await doorsOf(main(), { addresses })
      expect(found).toMatchObject({ total: 30, bySource: { units: 30 }, uncertain: 0 })
    }
  })

  it('keeps units of one number in two buildings apart, and those where nothing is drawn together', async () => {
    const world = main()
    world.building([110, 8, 40, 12], { building: 'apartments', 'building:levels': '2' })
    const lines = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((unit) => {
      const at = place(unit <= 4 ? 30 : unit <= 7 ? 130 : 280, unit <= 7 ? 12 : 120)
      return `${at.join(',')},12,MAIN ST,${unit},X,,PA,17101,,h`
    })
    const addresses = await fileWith('oa.csv', [header, ...lines].join('\n'))
    const { buildings, total } = await doorsOf(world, { addresses })
    expect(buildings.map(({ doors }) => doors).sort()).toEqual([2, 3, 4])
    expect(total).toBe(9)
  })
})
