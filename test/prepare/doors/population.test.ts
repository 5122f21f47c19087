/** Doors where nobody counts them follow the people of their place: of OpenStreetMap, or as the caller says. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expected } from '@doorwalk/prepare/doors/expected'
import { scaleToPeople } from '@doorwalk/prepare/doors/population'
import type { Home } from '@doorwalk/prepare/homes/homes'
import { reportLines } from '@doorwalk/prepare/report'
import { World } from '../../support/worlds/osm-fixture.ts'
import { collection, fileWith, prepareWorld, rectangle } from '../../support/worlds/prepared.ts'

/** Ten slabs of 600 m² on three storeys and twenty houses, in a municipality of so many people. */
function village(
  tags: Record<string, string> = {},
  role = 'label',
  outlined: [number, number, number, number] = [-50, -50, 800, 400],
): World {
  const world = new World('village')
  world.box([-100, -100, 1000, 500])
  world.line([[0, 0], [800, 0]], { highway: 'residential', name: 'Rue Longue' }) // prettier-ignore
  for (let i = 0; i < 10; i++)
    world.building([70 * i, 10, 50, 12], { building: 'apartments', 'building:levels': '3' })
  for (let i = 0; i < 20; i++) world.building([30 * i, -30, 10, 10], { building: 'house' })
  const outline = world.ring(outlined)
  const node = world.node(300, 100, { place: 'village', name: 'Longueville', ...tags })
  const members = [
    { type: 'way' as const, ref: outline, role: 'outer' },
    { type: 'node' as const, ref: node, role },
  ]
  world.relation(members, {
    type: 'boundary',
    boundary: 'administrative',
    admin_level: '8',
    name: 'Longueville',
  })
  return world
}

const totalOf = async (world: World, extra: Parameters<typeof prepareWorld>[1] = {}) =>
  (await prepareWorld(world, extra)).manifest.doors.total

describe('the people of a place', () => {
  it('bring its doors near to people ÷ household size, in both directions, houses left as they are', async () => {
    const alone = await totalOf(village())
    expect(alone).toBeGreaterThan(150)
    // France: 2.2 people per household.
    for (const [people, households] of [
      ['264', 120],
      ['660', 300],
    ] as const) {
      const { manifest, buildings, report } = await prepareWorld(village({ population: people }))
      const doors = manifest.doors.total
      expect(Math.abs(doors / households - 1)).toBeLessThan(0.2)
      expect(Math.abs(doors - households)).toBeLessThan(Math.abs(alone - households))
      expect(buildings.filter(({ kind }) => kind === 'house').map((house) => house.doors)).toEqual(
        Array(20).fill(1),
      )
      expect(report.places).toMatchObject([
        { name: 'Longueville', people: Number(people), doors, before: expect.closeTo(alone, -1) as number },
      ])
    }
  })

  it('never leave a building without a door, nor scale beyond a factor three', async () => {
    const few = await prepareWorld(village({ population: '10' }))
    expect(few.buildings.filter(({ doors }) => doors === 0)).toEqual([])
    const alone = await totalOf(village())
    expect(await totalOf(village({ population: '90 000' }))).toBeLessThanOrEqual(3 * alone)
    expect(few.report.places[0]?.households).toBeCloseTo(10 / 2.2)
  })

  it.each([
    ['spaces', '1 320'],
    ['commas', '1,320'],
    ['points', '1.320'],
    ['apostrophes', "1'320"],
  ])('are read with %s between thousands', async (_, population) => {
    const { report } = await prepareWorld(village({ population }))
    expect(report.places[0]?.people).toBe(1320)
  })

  it('count only where they are a number, of a centre of the same name, and the boundary closes', async () => {
    const alone = await totalOf(village())
    expect(await totalOf(village({ population: 'many' }))).toBe(alone)
    expect(await totalOf(village({ population: '5000', name: 'Province' }, 'admin_centre'))).toBe(alone)
    const open = village({ population: '5000' })
    open.relations[0]!.members.push({ type: 'way', ref: 999, role: 'outer' })
    expect(await totalOf(open)).toBe(alone)
  })

  it('count without a header where the boundary runs close around the buildings, not where it may be cut', async () => {
    const peopled = async (outlined: [number, number, number, number]) => {
      const world = village({ population: '264' }, 'label', outlined)
      world.line([[0, 200], [800, 200]], { highway: 'residential', name: 'Rue Haute' }) // prettier-ignore
      world.bbox = undefined
      return (await prepareWorld(world)).report.places
    }
    expect(await peopled([-50, -50, 880, 300])).toMatchObject([{ people: 264 }])
    expect(await peopled([-50, -50, 880, 900])).toEqual([])
  })

  it('may be withheld, and are compared all the same; far off is warned of', async () => {
    const world = village({ population: '2200' })
    const { manifest, report } = await prepareWorld(world, { withhold: ['population'] })
    expect(manifest.doors.total).toBe(await totalOf(village()))
    expect(report.places[0]?.before).toBeUndefined()
    expect(manifest.warnings.join()).toMatch(
      /Longueville: \d+ doors, but about 1000 households by its people/,
    )
    expect(reportLines(report).join('\n')).toMatch(
      /Longueville: \d+ doors; 2200 people are 1000 households, difference -\d/,
    )
    const near = await prepareWorld(village({ population: '400' }))
    expect(near.manifest.warnings).toEqual([])
  })
})

describe('--population', () => {
  it('is a number for the whole region, trusted whole, instead of what the map says', async () => {
    const total = await totalOf(village({ population: '90000' }), { population: '440' })
    expect(Math.abs(total - 200)).toBeLessThanOrEqual(6)
    const small = await totalOf(village(), { population: '440', householdSize: '4' })
    expect(Math.abs(small - 110)).toBeLessThanOrEqual(6)
  })

  it('or a file of polygons, each with its own; it is named among the sources', async () => {
    const west = rectangle([-50, -50, 330, 400])
    const east = rectangle([280, -50, 500, 400])
    const population = await fileWith('people.geojson', collection([[{ name: 'West', population: 132 }, west], [{ name: 'East', population: '330' }, east]])) // prettier-ignore
    const { report, manifest } = await prepareWorld(village(), { population })
    expect(report.places.map(({ name, people }) => [name, people])).toEqual([['West', 132], ['East', 330]]) // prettier-ignore
    for (const { doors, households } of report.places)
      expect(Math.abs(doors / households - 1)).toBeLessThan(0.15)
    expect(manifest.sources.map(({ kind }) => kind)).toEqual(['osm', 'population'])
    expect(manifest.attribution).toContain('Population: people.geojson, licence as its publisher states')
  })

  it.each([
    [{ population: 'many' }, 'population.wrong', /"many" came; expected the number of people/],
    [{ population: '-5' }, 'population.wrong', /from 1 to/],
    [{ population: '0' }, 'population.wrong', /from 1 to/],
    [{ householdSize: '0.2' }, 'household_size.wrong', /a number from 1 to 12/],
    [{ householdSize: 'two' }, 'household_size.wrong', /"two" came/],
    [{ population: 'nowhere.geojson' }, 'geojson.missing', /no such file/],
  ])('%o is refused', async (wish, code, message) => {
    const refused = expect.objectContaining({
      code,
      message: expect.stringMatching(message) as string,
    }) as Error
    await expect(prepareWorld(village(), wish)).rejects.toEqual(refused)
  })

  it.each([
    ['a point', { population: 3 }, { type: 'Point', coordinates: [2.35, 48.88] }, 'population.polygon'],
    ['no number', { population: 'x' }, rectangle([0, 0, 10, 10]), 'population.people'],
    ['no people', { name: 'West' }, rectangle([0, 0, 10, 10]), 'population.people'],
  ] as [string, object, GeoJSON.Geometry, string][])(
    'a file with %s is refused',
    async (_, properties, geometry, code) => {
      const population = await fileWith('people.geojson', collection([[properties, geometry]]))
      await expect(prepareWorld(village(), { population })).rejects.toMatchObject({ code })
    },
  )
})

describe('scaling', () => {
  const homes = fc.array(
    fc.record({
      doors: fc.double({ min: 0, max: 200, noNaN: true }),
      counted: fc.boolean(),
      inner: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )

  it('goes nearer to what is wanted, within a factor three, and never takes a first door away', () => {
    fc.assert(
      fc.property(homes, fc.integer({ min: 1, max: 20_000 }), (list, people) => {
        const expected = new Map<Home, Expected>()
        const counted = new Map<Home, number>()
        for (const { doors, counted: known, inner } of list) {
          const home = { structure: { centre: [inner ? 1 : 0, 0] } } as unknown as Home
          if (known) counted.set(home, Math.round(doors))
          else expected.set(home, { doors, low: doors / 2, high: 2 * doors })
        }
        const before = [...expected.values()].map(({ doors }) => doors)
        const [place] = scaleToPeople(
          [{ name: 'A', people, areaM2: 1, has: () => true, householdSize: 2, trust: 1 }],
          { expected, counted },
        )
        const after = [...expected.values()].map(({ doors }) => doors)
        after.forEach((doors, i) => {
          expect(doors).toBeGreaterThanOrEqual(Math.min(1, before[i]!) - 1e-9)
          expect(doors).toBeLessThanOrEqual(Math.max(1, 3 * before[i]!) + 1e-9)
        })
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
        const known = sum([...counted.values()])
        const [from, to] = [known + sum(before), known + sum(after)]
        expect(place!.before).toBeCloseTo(from)
        expect(Math.abs(to - people / 2)).toBeLessThanOrEqual(Math.abs(from - people / 2) + 1e-6)
      }),
    )
  })

  it('takes what a smaller place has as given for the larger one around it', () => {
    const home = (x: number) => ({ structure: { centre: [x, 0] } }) as unknown as Home
    const [inner, outer] = [home(1), home(0)]
    const each = () => ({ doors: 10, low: 5, high: 20 })
    const expected = new Map([[inner, each()], [outer, each()]]) // prettier-ignore
    const place = { areaM2: 1, householdSize: 2, trust: 1 }
    const told = scaleToPeople(
      [
        { ...place, name: 'quarter', people: 40, has: ([x]) => x > 0 },
        { ...place, name: 'town', people: 50, has: () => true },
      ],
      { expected, counted: new Map() },
    )
    expect([expected.get(inner)!.doors, expected.get(outer)!.doors]).toEqual([20, 5])
    expect(told.map(({ before }) => before)).toEqual([10, 30])
  })
})
