/** Boxes in the header that are wrong in every way: the region is what the objects say, and that is told. */
import { describe, expect, it } from 'vitest'
import { extentOf } from '@doorwalk/prepare/osm/extent'
import { readOsm } from '@doorwalk/prepare/osm/read-osm'
import { pbf, pbfFile, place, World } from '../../support/worlds/osm-fixture.ts'
import { fileWith, prepareFiles, prepareWorld } from '../../support/worlds/prepared.ts'

type Box = [number, number, number, number]

/** A street with a block of 600 m² and an address of its own further on. */
function street(): World {
  const world = new World('street')
  world.line(
    [
      [0, 0],
      [200, 0],
    ],
    { highway: 'residential', name: 'Rue A' },
  )
  world.building([10, 8, 30, 20], { building: 'apartments', 'building:levels': '5' })
  return world
}

async function prepared(bbox: Box | undefined, world = street()) {
  world.bbox = bbox
  return prepareWorld(world)
}

const [west, south] = place(-30, -30)
const [east, north] = place(230, 60)

describe('a box in the header', () => {
  it('is the region where the objects agree, and cuts off what reaches over it', async () => {
    const bbox: Box = [west, south, ...place(100, 60)]
    const { manifest, report } = await prepared(bbox)
    expect(manifest.bbox).toEqual(bbox)
    expect(report.extent.by).toBe('header')
    expect(manifest.warnings).toEqual([])
  })

  it('that is missing is no contradiction', async () => {
    const { manifest, report } = await prepared(undefined)
    expect(report.extent.by).toBe('objects')
    expect(manifest.warnings).toEqual([])
  })

  const wrong: [string, Box, RegExp][] = [
    ['around the world', [-180, -90, 180, 90], /nothing of it lies so far out/],
    ['around France', [-5.2, 41.3, 9.6, 51.1], /nothing of it lies so far out/],
    ['elsewhere', [9.4, 47, 9.7, 47.3], /1 of 1 buildings and 1 of 1 streets/],
    ['in swapped order', [south, west, north, east], /swapped/],
    ['around a part without the building', [...place(100, -30), east, north], /1 of 1 buildings and 0 of 1/],
    ['of one point', [west, south, west, south], /no box/],
    ['of zeros', [0, 0, 0, 0], /no box/],
    ['upside down', [west, north, east, south], /no box/],
    ['from east to west', [east, south, west, north], /lie outside/],
    ['beyond the earth', [west, -120, east, 120], /no box/],
    ['in other units', [west / 100, south / 100, east / 100, north / 100], /lie outside/],
    ['over the antimeridian', [170, -20, -170, 0], /lie outside/],
  ]
  it.each(wrong)('%s is set right by the objects, and said', async (_, bbox, words) => {
    const [usual, given] = [await prepared(undefined), await prepared(bbox)]
    expect(given.buildings).toEqual(usual.buildings)
    expect(given.buildings.map(({ areaM2 }) => areaM2)).toEqual([600])
    expect(given.manifest.warnings.join()).toMatch(words)
    const wide = Math.max(
      ...[0, 1, 2, 3].map((i) => Math.abs(given.manifest.bbox[i]! - usual.manifest.bbox[i]!)),
    )
    expect(wide).toBeLessThan(0.02)
  })

  it('keeps its digits, though the sea in it is cut off', async () => {
    const { manifest } = await prepared([west - 0.2, south, east, north])
    expect(manifest.bbox.slice(1)).toEqual([south, east, north])
    expect(manifest.bbox[0]).toBeCloseTo(place(-1000, 0)[0], 4)
    expect(manifest.warnings).toEqual([])
  })

  it('of the first of two extracts only is not the box of both', async () => {
    const [one, two] = [street(), street()]
    one.bbox = [west, south, east, north]
    for (const node of two.nodes)
      [node.id, node.location] = [node.id + 100, [node.location[0] + 1, node.location[1]]]
    for (const way of two.ways) [way.id, way.refs] = [way.id + 100, way.refs.map((ref) => ref + 100)]
    const osm = await fileWith('x.osm.pbf', Buffer.concat([pbf(one), pbf(two)]))
    expect((await prepareFiles('two', { osm })).buildings).toHaveLength(2)
  })
})

it('a region without a door says so', async () => {
  const world = new World('doorless')
  world.building([10, 8, 30, 20], { building: 'garages' })
  expect((await prepareWorld(world)).manifest.warnings.join()).toContain('No door was found: 1 buildings')
})

describe('an extract', () => {
  it('measures each building where it stands', async () => {
    const world = street()
    const far = new World('far')
    far.building([10, 8, 30, 20], { building: 'apartments', 'building:levels': '5' })
    // the same block at other latitudes and longitudes, drawn with as many metres
    const moves = [
      [0, -38],
      [0, 15],
      [-70, -80],
      [150, 0],
    ]
    moves.forEach(([lng, lat], copy) => {
      const shrink = metres(48.88) / metres(48.88 + lat!)
      for (const { id, location } of far.nodes) {
        const moved: [number, number] = [2.35 + lng! + (location[0] - 2.35) * shrink, location[1] + lat!]
        world.nodes.push({ id: id + 1000 * (copy + 1), location: moved, tags: {} })
      }
      const way = far.ways[0]!
      const refs = way.refs.map((ref) => ref + 1000 * (copy + 1))
      world.ways.push({ ...way, id: 1000 * (copy + 1), refs })
    })
    const { buildings } = await prepareWorld(world)
    expect(buildings).toHaveLength(5)
    for (const { areaM2 } of buildings) expect(Math.abs(areaM2 / 600 - 1)).toBeLessThan(0.015)
  })

  it('may lie on both sides of the antimeridian', async () => {
    for (const bbox of [undefined, [179.99, -16.9, -179.98, -16.7] satisfies Box]) {
      const world = street()
      world.building([80, 8, 10, 10], { building: 'house' })
      world.address(150, 8, ['7', 'Rue A'])
      world.bbox = bbox
      for (const node of world.nodes) {
        // the street crosses it in the middle of the first building
        const lng = 180 + (node.location[0] - place(25, 0)[0])
        node.location = [Number((lng > 180 ? lng - 360 : lng).toFixed(7)), node.location[1] - 48.88 - 16.8]
      }
      const { buildings, manifest, footprints } = await prepareWorld(world)
      expect(buildings.map(({ id }) => id)).toEqual(expect.arrayContaining(['osm:w2', 'osm:w3']))
      expect(buildings.find(({ id }) => id === 'osm:w2')!.areaM2).toBeGreaterThan(500)
      expect(buildings.find(({ id }) => id === 'osm:w2')!.areaM2).toBeLessThan(1000)
      expect(manifest.bbox[0]).toBeGreaterThan(179.9)
      expect(manifest.bbox[2]).toBeLessThan(-179.9)
      for (const [lng] of footprints.flatMap(({ rings }) => rings.flat()))
        expect(Math.abs(lng)).toBeGreaterThan(179.9)
    }
  })

  it('of a street due east is no empty one', async () => {
    const world = new World('due-east')
    world.line(
      [
        [0, 0],
        [200, 0],
      ],
      { highway: 'residential' },
    )
    const { bbox } = extentOf(await readOsm(await pbfFile(world)))
    expect(bbox[3]).toBeGreaterThan(bbox[1])
  })

  it('of a lone address is where that stands', async () => {
    const world = new World('lone')
    const id = world.address(3.21, 7.77, ['1', 'Rue A'])
    const { isInside } = extentOf(await readOsm(await pbfFile(world)))
    const [lng, lat] = world.nodes[id - 1]!.location
    expect(isInside([Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6])).toBe(true)
  })

  it('whose nodes are all missing says so', async () => {
    const world = street()
    world.nodes.length = 0
    await expect(prepareWorld(world)).rejects.toMatchObject({
      code: 'osm.empty',
      message: expect.stringContaining('nodes are missing') as string,
    })
  })
})

/** In a degree of longitude, roughly. */
function metres(lat: number): number {
  return Math.cos((lat * Math.PI) / 180)
}
