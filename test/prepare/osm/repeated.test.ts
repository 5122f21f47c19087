/** Histories, and extracts put one behind the other: each object once, in its newest version. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOsm } from '@doorwalk/prepare/osm/read-osm'
import { osmXml, pbf, World } from '../../support/worlds/osm-fixture.ts'
import { fileWith, prepareFiles } from '../../support/worlds/prepared.ts'

const write = { 'PBF, nodes one by one': pbf, 'PBF, nodes in columns': columns, XML: osmXml }

function columns(world: World): Uint8Array {
  return pbf(world, { dense: true, features: ['HistoricalInformation'] })
}

/** A street and a house that was an apartment block before, and one that was torn down. */
function history(): World {
  const world = new World('history')
  world.line(
    [
      [0, 0],
      [200, 0],
    ],
    { highway: 'residential', name: 'Rue A' },
  )
  world.building([10, 8, 10, 10], { building: 'yes' })
  world.building([60, 8, 10, 10], { building: 'house' })
  world.address(15, 9, ['1', 'Rue A'])
  for (const list of [world.nodes, world.ways]) for (const item of list) item.version = 1
  const [, first, second] = world.ways
  world.ways.push({ ...first!, version: 2, tags: { building: 'apartments', 'building:levels': '4' } })
  world.ways.push({ ...second!, version: 2, tags: {}, refs: [], visible: false })
  const address = world.nodes.at(-1)!
  world.nodes.push({ ...address, version: 3, tags: { ...address.tags, 'addr:housenumber': '1 bis' } })
  world.nodes.push({ ...address, version: 2, tags: {} })
  return world
}

describe.each(Object.entries(write))('the history of a place (%s)', (_, bytesOf) => {
  it('is read as it is today', async () => {
    const extract = await readOsm(await fileWith('x.osh', bytesOf(history())))
    expect(extract.buildingWays.map(({ id, tags }) => [id, tags])).toEqual([
      [2, { building: 'apartments', 'building:levels': '4' }],
    ])
    expect([...extract.nodes.values()].map(({ tags }) => tags['addr:housenumber'])).toEqual(['1 bis'])
    expect(extract.counts.repeated).toBe(3)
  })

  it('does not depend on the order of its versions', async () => {
    const world = history()
    for (const list of [world.nodes, world.ways]) list.reverse()
    const extract = await readOsm(await fileWith('x.osh', bytesOf(world)))
    expect(extract.buildingWays.map(({ tags }) => tags.building)).toEqual(['apartments'])
    expect([...extract.nodes.values()].map(({ tags }) => tags['addr:housenumber'])).toEqual(['1 bis'])
  })
})

/** Two houses on one street: the extract of the west has the first, that of the east the second, both the street. */
function half(side: 'west' | 'east', version?: number): World {
  const world = new World(side)
  world.line(
    [
      [0, 0],
      [200, 0],
    ],
    { highway: 'residential', name: 'Rue A' },
  )
  world.building([10, 8, 10, 10], { building: 'house' })
  world.building([160, 8, 10, 10], { building: 'house' })
  if (side === 'west') {
    world.ways.splice(2, 1)
    world.box([-20, -20, 110, 60])
  } else {
    world.ways.splice(1, 1)
    world.box([90, -20, 110, 60])
  }
  if (version !== undefined) for (const item of [...world.nodes, ...world.ways]) item.version = version
  return world
}

describe('two extracts in one file', () => {
  const together = (...worlds: World[]) =>
    fileWith('x.osm.pbf', Buffer.concat(worlds.map((world) => pbf(world))))

  it('are one place, whose streets come once', async () => {
    const { buildings, manifest, report } = await prepareFiles('both', {
      osm: await together(half('west'), half('east')),
    })
    expect(buildings.map(({ id, doors }) => [id, doors])).toEqual([
      ['osm:w2', 1],
      ['osm:w3', 1],
    ])
    expect(report.osm.repeated).toBeGreaterThan(0)
    expect(report.streets.ways).toBe(1)
    expect(manifest.warnings).toEqual([])
  })

  it('of two dates give each object as it is newest, whichever comes first', async () => {
    const [old, today] = [half('west', 1), half('west', 2)]
    today.ways[1]!.tags = { building: 'apartments' }
    for (const order of [
      [old, today],
      [today, old],
    ]) {
      const { buildingWays } = await readOsm(await together(...order))
      expect(buildingWays.map(({ tags }) => tags)).toEqual([{ building: 'apartments' }])
    }
  })

  it.each([
    ['without versions', undefined, /way 2 .*no version/],
    ['of one version', 4, /way 2 .*version 4 of both/],
  ])('that contradict each other, %s, are refused', async (_, version, words) => {
    const [one, other] = [half('west', version), half('west', version)]
    other.ways[1]!.refs = other.ways[1]!.refs.slice(0, 3)
    const error: unknown = await readOsm(await together(one, other)).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ name: 'VisibleError', code: 'osm.repeated' })
    expect(String(error)).toMatch(words)
    expect(String(error)).toContain('osmium merge')
  })
})

describe('one object twice', () => {
  it('is one building, one address, one relation', async () => {
    const world = new World('twice')
    const outline = world.ring([0, 0, 20, 20])
    world.relation([{ type: 'way', ref: outline, role: 'outer' }], {
      type: 'multipolygon',
      building: 'house',
    })
    world.building([40, 0, 10, 10], { building: 'house' })
    world.address(45, 2, ['1', 'Rue A'])
    for (const list of [world.nodes, world.ways, world.relations] as object[][]) list.push(...list.slice())
    const { buildings } = await prepareFiles('twice', { osm: await fileWith('x.osm.pbf', pbf(world)) })
    expect(buildings.map(({ id, areaM2, doors }) => [id, areaM2, doors])).toEqual([
      ['osm:r1', 400, expect.any(Number)],
      ['osm:w2', 100, 1],
    ])
  })

  it('is found whatever the order of a file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }),
        fc.array(fc.nat(11), { maxLength: 8 }),
        async (order, again) => {
          const world = new World('shuffled')
          for (let i = 0; i < 12; i++) world.building([20 * i, 0, 10, 10])
          const ways = world.ways.splice(0)
          world.ways.push(...[...order, ...again].map((i) => ways[i]!))
          const { buildingWays, counts } = await readOsm(await fileWith('x.osm.pbf', pbf(world)))
          expect(buildingWays.map(({ id }) => id - 1)).toEqual(order)
          expect(counts.repeated).toBe(new Set(again).size)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('has ids below zero, as JOSM gives them', async () => {
    const world = new World('new')
    world.building([0, 0, 10, 10])
    for (const node of world.nodes) node.id *= -1
    for (const way of world.ways) [way.id, way.refs] = [-7, way.refs.map((ref) => -ref)]
    for (const bytes of [pbf(world), pbf(world, { dense: true }), osmXml(world)]) {
      const { buildingWays, locate } = await readOsm(await fileWith('x', bytes))
      expect(buildingWays.map(({ id }) => id)).toEqual([-7])
      expect(buildingWays[0]!.refs.map((ref) => locate(ref))).not.toContain(undefined)
    }
  })
})
