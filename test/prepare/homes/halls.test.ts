/** Halls, barns and institutions that no tag of their own tells from homes: what stands around and inside does. */
import { describe, expect, it } from 'vitest'
import { World } from '../../support/worlds/osm-fixture.ts'
import { prepareWorld } from '../../support/worlds/prepared.ts'

type Tags = Record<string, string>

function aStreet(length = 400): World {
  const world = new World('halls')
  world.line(
    [
      [-20, 0],
      [length, 0],
    ],
    { highway: 'residential', name: 'Rue A' },
  )
  return world
}

const number = (text: string): Tags => ({ 'addr:housenumber': text, 'addr:street': 'Rue A' })

/** Doors by id of the building. */
async function doorsIn(world: World): Promise<Record<string, number>> {
  const { buildings } = await prepareWorld(world)
  return Object.fromEntries(buildings.map(({ id, doors }) => [id, doors]))
}

/** Plots where nobody lives, and how each is tagged. */
const EMPTY: Tags[] = [
  ...'cemetery allotments quarry military railway religious institutional plant_nursery'
    .split(' ')
    .map((landuse) => ({ landuse })),
  ...'school grave_yard parking recycling ferry_terminal monastery vehicle_inspection'
    .split(' ')
    .map((amenity) => ({ amenity })),
  ...'park golf_course marina pitch playground'.split(' ').map((leisure) => ({ leisure })),
  ...'works wastewater_plant water_works'.split(' ').map((value) => ({ man_made: value })),
  { power: 'plant' },
  { telecom: 'data_center' },
  { healthcare: 'rehabilitation' },
  { public_transport: 'station' },
  { military: 'barracks' },
  { tourism: 'camp_site' },
]

describe('an unmarked building', () => {
  it.each(EMPTY)('on %o is no home', async (tags) => {
    const world = aStreet()
    world.ring([0, 5, 80, 60], tags)
    const inside = world.building([30, 30, 12, 9])
    const beside = world.building([120, 8, 12, 9])
    expect(await doorsIn(world)).toEqual({ [`osm:w${inside}`]: 0, [`osm:w${beside}`]: 1 })
  })

  it.each([{ landuse: 'residential' }, { landuse: 'meadow' }, { leisure: 'nature_reserve' }])(
    'on %o is one',
    async (tags) => {
      const world = aStreet()
      world.ring([0, 5, 80, 60], tags)
      const inside = world.building([30, 30, 12, 9])
      expect(await doorsIn(world)).toEqual({ [`osm:w${inside}`]: 1 })
    },
  )

  it('above a car park below the ground is one', async () => {
    const world = aStreet()
    world.ring([0, 5, 80, 60], { amenity: 'parking', parking: 'underground' })
    const inside = world.building([30, 30, 12, 9])
    expect(await doorsIn(world)).toEqual({ [`osm:w${inside}`]: 1 })
  })
})

it('barns of a farm are no homes, nor do they make a block of the farmhouse', async () => {
  const world = aStreet()
  world.ring([0, 4, 150, 90], { landuse: 'farmyard' })
  const house = world.building([10, 10, 13, 10], { building: 'yes', ...number('1') })
  const barns = [
    world.building([40, 10, 35, 15]),
    world.building([10, 50, 33, 16]),
    world.building([60, 50, 32, 15]),
  ]
  const doors = await doorsIn(world)
  expect(barns.map((barn) => doors[`osm:w${barn}`])).toEqual([0, 0, 0])
  expect(doors[`osm:w${house}`]).toBeLessThanOrEqual(2)
})

it('long barns in fields are no homes', async () => {
  const world = aStreet()
  world.ring([0, 4, 390, 200], { landuse: 'farmland' })
  const house = world.building([10, 8, 14, 10], { building: 'yes', ...number('1') })
  for (let i = 0; i < 3; i++) world.building([40 + 115 * i, 30, 100, 14])
  const { [`osm:w${house}`]: farm, ...barns } = await doorsIn(world)
  expect(farm).toBe(1)
  expect(Object.values(barns)).toEqual([0, 0, 0])
})

it('offices of four storeys on commercial land in the open hold next to nobody', async () => {
  const world = aStreet()
  world.ring([0, 4, 390, 80], { landuse: 'commercial' })
  for (let i = 0; i < 6; i++)
    world.building([10 + 60 * i, 10, 40, 15], { 'building:levels': '4', ...(i % 2 ? number(`${i}`) : {}) })
  const doors = Object.values(await doorsIn(world))
  expect(doors.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(8)
})

it('halls of a retail park hold nobody, with numbers or without', async () => {
  const world = aStreet()
  world.ring([0, 4, 390, 200], { landuse: 'retail' })
  for (let i = 0; i < 5; i++)
    world.building([10 + 75 * i, 30, 50, 30], { building: 'yes', ...(i % 2 ? number(`${i}`) : {}) })
  expect(Object.values(await doorsIn(world))).toEqual([0, 0, 0, 0, 0])
})

describe('a node of a school, a town hall or a church', () => {
  const withNode = async (tags: Tags, building: Tags = {}) => {
    const world = aStreet()
    const id = world.building([10, 10, 40, 18], building)
    world.node(30, 18, tags)
    return (await doorsIn(world))[`osm:w${id}`]!
  }

  it.each(['school', 'townhall', 'place_of_worship', 'fire_station'])(
    'says whose the building is: %s',
    async (amenity) => expect(await withNode({ amenity })).toBe(0),
  )

  it('says nothing of a building of flats, nor does a kindergarten', async () => {
    expect(await withNode({ amenity: 'school' }, { building: 'apartments' })).toBeGreaterThan(10)
    expect(await withNode({ amenity: 'kindergarten' })).toBeGreaterThan(1)
  })
})
