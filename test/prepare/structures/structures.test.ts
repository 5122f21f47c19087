/** One building drawn in several ways at once is one building. */
import { describe, expect, it } from 'vitest'
import { World } from '../../support/worlds/osm-fixture.ts'
import { prepareWorld } from '../../support/worlds/prepared.ts'

const MULTIPOLYGON = { type: 'multipolygon', building: 'apartments', 'building:levels': '3' }

/** A block of 40 × 40 m with a yard of 20 × 20 m; the street in front of it. */
function block(outline: Record<string, string>, yard: Record<string, string> = {}) {
  const world = new World('block')
  world.line(
    [
      [-20, -10],
      [200, -10],
    ],
    { highway: 'residential', name: 'Rue A' },
  )
  return { world, outer: world.ring([0, 0, 40, 40], outline), inner: world.ring([10, 10, 20, 20], yard) }
}

const way = (ref: number, role: string) => ({ type: 'way' as const, ref, role })

describe('the outline of a multipolygon', () => {
  const roles: [outer: string, inner: string][] = [
    ['outer', 'inner'],
    ['', 'inner'],
    ['', ''],
    ['outer', 'outer'],
    ['outline', 'hole'],
    ['Outer', 'Inner'],
    ['inner', 'outer'],
  ]
  it.each(roles)(
    'with the roles "%s" and "%s" is one building with its yard',
    async (outerRole, innerRole) => {
      const { world, outer, inner } = block({ building: 'apartments' })
      world.relation([way(outer, outerRole), way(inner, innerRole)], MULTIPOLYGON)
      const { buildings } = await prepareWorld(world)
      expect(buildings.map(({ id, areaM2, levels }) => [id, areaM2, levels])).toEqual([['osm:r1', 1200, 3]])
    },
  )

  it('gives what it knows to the relation', async () => {
    const { world, outer, inner } = block({
      building: 'yes',
      'addr:housenumber': '7',
      'addr:street': 'Rue A',
    })
    world.relation([way(outer, ''), way(inner, 'inner')], MULTIPOLYGON)
    const { buildings } = await prepareWorld(world)
    expect(buildings.flatMap(({ targets }) => targets.map(({ address }) => address?.number))).toContain('7')
  })

  it('stands in for a relation that does not close', async () => {
    const { world, outer } = block({ building: 'house' })
    const torn = world.line(
      [
        [80, 0],
        [90, 0],
      ],
      {},
    )
    world.relation([way(torn, 'outer')], MULTIPOLYGON)
    world.relation([way(outer, 'inner')], MULTIPOLYGON)
    const { buildings, report } = await prepareWorld(world)
    expect(buildings.map(({ id }) => id)).toEqual(['osm:w2'])
    expect(report.structures.broken).toBe(2)
  })

  it('named twice, or drawn by two ways, counts once', async () => {
    const { world, outer, inner } = block({})
    const again = world.way(world.ways[outer - 1]!.refs.toReversed(), {})
    const members = [way(outer, 'outer'), way(outer, 'outer'), way(again, 'outer'), way(inner, 'inner')]
    world.relation([...members, way(inner, 'inner')], MULTIPOLYGON)
    const { buildings } = await prepareWorld(world)
    expect(buildings.map(({ areaM2 }) => areaM2)).toEqual([1200])
  })

  it('of pieces of which one has a wrong role closes', async () => {
    const world = new World('pieces')
    const corners = [world.node(0, 0), world.node(40, 0), world.node(40, 40), world.node(0, 40)]
    const south = world.way(corners.slice(0, 3), {})
    const north = world.way([corners[2]!, corners[3]!, corners[0]!], {})
    world.relation([way(south, 'outer'), way(north, 'inner')], MULTIPOLYGON)
    const { buildings } = await prepareWorld(world)
    expect(buildings.map(({ areaM2 }) => areaM2)).toEqual([1600])
  })

  it('leaves a house in the yard, and a yard in no outline, as they are', async () => {
    const { world, outer, inner } = block({}, { building: 'house' })
    world.relation([way(outer, 'outer'), way(inner, 'inner')], MULTIPOLYGON)
    const alone = world.ring([100, 0, 20, 20])
    const yard = world.ring([140, 0, 10, 10])
    world.relation([way(alone, 'outer'), way(yard, 'inner')], { ...MULTIPOLYGON })
    const { buildings } = await prepareWorld(world)
    expect(buildings.map(({ id, areaM2 }) => [id, areaM2])).toEqual([
      ['osm:r1', 1200],
      ['osm:r2', 400],
      ['osm:w3', 400],
    ])
  })
})

describe('two objects with one outline', () => {
  it('are one building, with what both know, whichever comes first', async () => {
    for (const turned of [false, true]) {
      const { world, outer, inner } = block({})
      world.relation([way(outer, 'outer'), way(inner, 'inner')], { type: 'multipolygon', building: 'yes' })
      // drawn again over nodes of its own, from another corner and the other way round
      const corners = [world.node(40, 0), world.node(0, 0), world.node(0, 40), world.node(40, 40)]
      const tags = {
        building: 'apartments',
        'building:levels': '6',
        'addr:housenumber': '7',
        'addr:street': 'Rue A',
      }
      world.way([...corners, corners[0]!], tags)
      if (turned) world.ways.reverse()
      const { buildings, report } = await prepareWorld(world)
      expect(buildings.map(({ id, areaM2, levels, kind }) => [id, areaM2, levels, kind])).toEqual([
        ['osm:r1', 1200, 6, 'flats'],
      ])
      expect(buildings[0]!.targets[0]!.address?.number).toBe('7')
      expect(report.structures.twins).toBe(1)
    }
  })

  it('are one building where an import drew it a little beside, but two with a number each', async () => {
    const at = (x: number, y: number, tags: Record<string, string>) => {
      const { world } = block({})
      world.building([100, 0, 10, 9], { building: 'house', 'addr:housenumber': '7', 'addr:street': 'Rue A' })
      world.building([100 + x, y, 10.3, 9.1], { building: 'yes', ...tags })
      return prepareWorld(world)
    }
    const beside = await at(0.4, -0.3, { 'building:levels': '2' })
    expect(beside.buildings.map(({ id, levels }) => [id, levels])).toEqual([['osm:w4', 2]])
    expect(beside.report.structures.twins).toBe(1)
    const numbered = await at(0.4, -0.3, { 'addr:housenumber': '9', 'addr:street': 'Rue A' })
    expect(numbered.buildings).toHaveLength(2)
    expect((await at(11, 0, {})).buildings).toHaveLength(2)
  })

  it('are two when one stands over the other', async () => {
    const { world } = block({ building: 'apartments' })
    world.building([0, 0, 40, 40], { building: 'parking', layer: '-1' })
    expect((await prepareWorld(world)).buildings.map(({ id }) => id)).toEqual(['osm:w2', 'osm:w4'])
  })

  it('are two when they only share a box', async () => {
    const world = new World('corners')
    const [a, b, c, d] = [world.node(0, 0), world.node(20, 0), world.node(20, 20), world.node(0, 20)]
    world.way([a, b, c, a], { building: 'house' })
    world.way([a, c, d, a], { building: 'house' })
    expect((await prepareWorld(world)).buildings).toHaveLength(2)
  })
})
