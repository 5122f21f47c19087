/** Where the world is awkward: the antimeridian, areas at the border of a region and outside it. */
import fc from 'fast-check'
import { buildGraph } from '@doorwalk/core/graph/network/build'
import { loadStreets, tileCells } from '@doorwalk/core/graph/network/load'
import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { cellAt, disk, type Cell } from '@doorwalk/core/h3'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import type { Regions } from '@doorwalk/core/ports'
import type { Manifest } from '@doorwalk/core/region/region'
import type { LngLat } from '@doorwalk/core/units'
import type { OsmExtract } from '@doorwalk/prepare/osm/extract'
import { buildStreetTiles } from '@doorwalk/prepare/streets/tiles'
import { describe, expect, test } from 'vitest'

/**
 * Rue du Jour, 16 km along latitude −16.8, from 0.075° before a longitude to 0.075° after it (Taveuni lies at 180°).
 */
function streetAround(middle: number): OsmExtract {
  const places = new Map<number, LngLat>()
  for (let i = 0; i <= 30; i++) {
    const lng = middle - 0.075 + i * 0.005
    places.set(i + 1, [Math.round((lng > 180 ? lng - 360 : lng) * 1e7) / 1e7, -16.8])
  }
  const refs = [...places.keys()]
  return {
    streets: refs.slice(1).map((ref, i) => ({
      id: i + 1,
      refs: [refs[i]!, ref],
      tags: { highway: 'residential', name: 'Rue du Jour' },
    })),
    ...{
      buildingWays: [],
      barriers: [],
      grounds: [],
      squareWays: [],
      interpolations: [],
      countedParts: [],
      relations: [],
      nodes: new Map(),
    },
    locate: (id) => places.get(id),
    counts: { nodes: 31, ways: 30, relations: 0, repeated: 0, missingNodes: 0, missingWays: 0 },
  }
}

function tilesAround(place: LngLat, rings = 2): Manifest['tiles'] {
  return disk(cellAt(place, 7), rings).map((cell) => ({ cell }))
}

/** Cells of places at even steps over a box, and their neighbours: nothing left out for its cost. */
function allPlacesOf([west, south, east, north]: Manifest['bbox']): Cell[] {
  const columns = Math.max(1, Math.ceil((east - west) / 0.008))
  const rows = Math.max(1, Math.ceil((north - south) / 0.008))
  const cells = new Set<Cell>()
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const place: LngLat = [
        west + ((east - west) * column) / columns,
        south + ((north - south) * row) / rows,
      ]
      for (const cell of disk(cellAt(place, 7), 1)) cells.add(cell)
    }
  }
  return [...cells].sort()
}

function regionOf(extract: OsmExtract): { regions: Regions; manifest: Manifest; read: string[] } {
  const { tiles } = buildStreetTiles(extract)
  const read: string[] = []
  const manifest: Manifest = {
    ...{ format: 1, name: 'taveuni', version: '1', bbox: [179.9, -17, -179.9, -16] },
    tiles: [...tiles].map(([cell, bytes]) => ({
      cell,
      streets: { path: cell, bytes: bytes.length, sha256: '' },
    })),
    ...{ sources: [], attribution: [], counts: {}, doors: { total: 0, bySource: {} }, warnings: [] },
  }
  const regions: Regions = {
    list: async () => ['taveuni'],
    manifest: async () => manifest,
    read: async (_, { path }) => {
      read.push(path)
      return tiles.get(path)!
    },
  }
  return { regions, manifest, read }
}

function walkTimes(extract: OsmExtract, places: LngLat[]) {
  const graph = buildGraph([...buildStreetTiles(extract).tiles.values()], 'canvass')
  const snaps = snapAll(
    graph,
    places.map((location) => ({ location })),
  ).filter((snap): snap is Snap => snap !== null)
  return { graph, snaps, matrix: buildMatrix(graph, snaps) }
}

describe('the antimeridian', () => {
  const across: LngLat[] = [
    [179.9312, -16.8001],
    [179.9987, -16.8001],
    [-179.9987, -16.8001],
    [-179.9312, -16.8001],
  ]

  test('is walked across as anywhere else', () => {
    const here = walkTimes(streetAround(180), across)
    const elsewhere = walkTimes(
      streetAround(20),
      across.map(([lng, lat]): LngLat => [(lng > 0 ? lng : lng + 360) - 160, lat]),
    )
    expect(here.matrix.size).toBe(4)
    expect(here.matrix).toEqual(elsewhere.matrix)
  })

  test('draws walks with honest longitudes', () => {
    const { graph, snaps } = walkTimes(streetAround(180), across)
    const path = shortestPath(graph, { search: new Dijkstra(graph), from: snaps[1]!, to: snaps[2]! })!
    expect(path.metres).toBeLessThan(310)
    for (const [lng] of path.geometry) expect(Math.abs(Math.abs(lng) - 180)).toBeLessThan(0.01)
  })

  test('has tiles on both sides', () => {
    const bbox: [number, number, number, number] = [179.97, -16.81, -179.97, -16.79]
    const cells = tileCells({ bbox }, { bbox, tiles: tilesAround([180, -16.8]) })
    expect(cells).toContain(cellAt([179.97, -16.8], 7))
    expect(cells).toContain(cellAt([-179.97, -16.8], 7))
    expect(cells.length).toBeLessThan(60)
  })
})

describe('loading an area', () => {
  test('looks for tiles around the region only, however far the box of the area reaches', () => {
    const bbox: Manifest['bbox'] = [2.34, 48.87, 2.36, 48.89]
    const region = { bbox, tiles: tilesAround([2.35, 48.88]) }
    const cells = tileCells({ bbox: [-180, -90, 180, 90] }, region)
    expect(cells).toEqual(expect.arrayContaining(tileCells(region, region)))
    expect(cells.length).toBeLessThan(500)
    expect(tileCells({ bbox: [-180, -90, -170, 90] }, region)).toEqual([])
  })

  test('takes no longer where the box of the region is the world', () => {
    const world: Manifest['bbox'] = [-180, -90, 180, 90]
    const tiles = [...tilesAround([2.35, 48.88]), ...tilesAround([174.78, -41.29])]
    const started = process.cpuUsage()
    const cells = tileCells({ bbox: world }, { bbox: world, tiles })
    const { user } = process.cpuUsage(started)
    for (const { cell } of tiles) expect(cells).toContain(cell)
    expect(user / 1000).toBeLessThan(500)
  })

  test('finds what every place of a box asks for', () => {
    const tiles = tilesAround([2.35, 48.88], 4)
    const known = new Set(tiles.map(({ cell }) => cell))
    const box = (side: number) =>
      fc.tuple(
        fc.integer({ min: 2250, max: 2450 }),
        fc.integer({ min: 48820, max: 48940 }),
        fc.nat(side),
        fc.nat(side),
      )
    fc.assert(
      fc.property(fc.oneof(box(3), box(60)), ([west, south, width, height]) => {
        const bbox: Manifest['bbox'] = [west, south, west + width, south + height].map(
          (n) => n / 1000,
        ) as Manifest['bbox']
        const wide: Manifest['bbox'] = [2, 48, 3, 49]
        const found = tileCells({ bbox }, { bbox: wide, tiles }).filter((cell) => known.has(cell))
        expect(found).toEqual(allPlacesOf(bbox).filter((cell) => known.has(cell)))
      }),
      { numRuns: 60 },
    )
  })

  test('reads its tiles and one ring, no more', async () => {
    const { regions, manifest, read } = regionOf(streetAround(20))
    await loadStreets(regions, {
      manifest,
      area: { bbox: [19.93, -16.8, 19.931, -16.8] },
      profile: 'canvass',
    })
    expect(read.length).toBeGreaterThan(0)
    expect(read.length).toBeLessThan(manifest.tiles.length)
  })

  test('outside the region is a clear error', async () => {
    const { regions, manifest } = regionOf(streetAround(20))
    const area = { bbox: [2, 48, 2.1, 48.1] as [number, number, number, number] }
    await expect(loadStreets(regions, { manifest, area, profile: 'canvass' })).rejects.toMatchObject({
      code: 'streets.none',
      message: expect.stringContaining('no streets in this area') as string,
    })
  })

  test('is done once for the same tiles in a warm process, and again after others pushed them out', async () => {
    const { regions, manifest, read } = regionOf(streetAround(20))
    const near = { regions, manifest, area: { bbox: [19.93, -16.8, 19.931, -16.8] as const } }
    const router = keepRouters(1)
    const place = { ...near, area: { bbox: [...near.area.bbox] as [number, number, number, number] } }
    const first = await router({ ...place, profile: 'canvass' })
    const once = read.length
    expect(await router({ ...place, profile: 'canvass' })).toBe(first)
    expect(read.length).toBe(once)
    await router({ ...place, profile: 'osrm-compat' })
    expect(await router({ ...place, profile: 'canvass' })).not.toBe(first)
  })
})
