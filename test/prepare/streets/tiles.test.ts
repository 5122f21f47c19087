import { buildGraph } from '@doorwalk/core/graph/network/build'
import type { Profile } from '@doorwalk/core/graph/osm/profile'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { describe, expect, test } from 'vitest'
import { World } from '../../support/worlds/osm-fixture.ts'
import { at, graphOf, tilesOf } from '../../support/worlds/streets.ts'

/** Rue Large with drawn sidewalks 8 m to both sides and a marked crossing between them at x = 100. */
function drawnSidewalks(): World {
  const world = new World('sidewalks')
  const middle = [world.node(0, 0), world.node(100, 0), world.node(200, 0)] as const
  const north = [world.node(0, 8), world.node(100, 8), world.node(200, 8)] as const
  const south = [world.node(0, -8), world.node(100, -8), world.node(200, -8)] as const
  world.way([...middle], { highway: 'secondary', name: 'Rue Large', sidewalk: 'separate' })
  world.way([...north], { highway: 'footway', footway: 'sidewalk' })
  world.way([...south], { highway: 'footway', footway: 'sidewalk' })
  world.way([north[1], middle[1], south[1]], { highway: 'footway', footway: 'crossing', crossing: 'marked' })
  world.way([middle[0], north[0]], { highway: 'footway' })
  return world
}

function walk(world: World, [from, to]: [[number, number], [number, number]], street?: string) {
  const graph = graphOf(world)
  const snaps = snapAll(
    graph,
    [from, to].map((place) => ({ location: at(world, place), ...(street && { street }) })),
  ).filter((snap): snap is Snap => snap !== null)
  return {
    snaps,
    path: shortestPath(graph, { search: new Dijkstra(graph), from: snaps[0]!, to: snaps[1]! })!,
  }
}

describe('drawn sidewalks', () => {
  test('have the name of their street', () => {
    const { snaps } = walk(
      drawnSidewalks(),
      [
        [50, 14],
        [150, -14],
      ],
      'Rue Large',
    )
    expect(snaps.map((snap) => [snap.street, Math.round(snap.metresAway)])).toEqual([
      ['Rue Large', 6],
      ['Rue Large', 6],
    ])
  })

  test('lead to the other side by the drawn crossing, said once, with the name of the street crossed', () => {
    const { path } = walk(drawnSidewalks(), [
      [50, 14],
      [150, -14],
    ])
    expect(path.metres).toBeCloseTo(6 + 50 + 16 + 50 + 6, 0)
    const crossings = path.steps.filter((step) => step.type === 'cross')
    expect(crossings).toMatchObject([{ name: 'Rue Large', detail: 'marked', crossed: 'secondary' }])
    expect(path.deciseconds).toBe(Math.round(path.metres) * 8 + 500)
  })

  test('keep their own silence in osrm-compat', () => {
    const graph = graphOf(drawnSidewalks(), 'osrm-compat')
    expect(graph.names.filter((_, i) => graph.edgeName.includes(i))).toEqual(
      expect.arrayContaining(['', 'Rue Large']),
    )
    const snaps = snapAll(graph, [{ location: at(drawnSidewalks(), [50, 14]) }])
    expect(snaps[0]!.street).toBe('')
  })
})

test('a square is walked straight across by canvassers, around by OSRM', () => {
  const world = new World('square')
  const corners = [world.node(0, 0), world.node(100, 0), world.node(100, 100), world.node(0, 100)] as const
  world.way([...corners, corners[0]], { highway: 'pedestrian', area: 'yes', name: 'Place Carrée' })
  world.way([world.node(-50, 0), corners[0]], { highway: 'residential', name: 'Rue A' })
  world.way([world.node(150, 100), corners[2]], { highway: 'residential', name: 'Rue B' })
  const metres = (['canvass', 'osrm-compat'] as const).map((profile) => {
    const graph = graphOf(world, profile)
    const snaps = snapAll(
      graph,
      (
        [
          [-40, 0],
          [140, 100],
        ] as const
      ).map(([x, y]) => ({ location: at(world, [x, y]) })),
    ).filter((snap): snap is Snap => snap !== null)
    return shortestPath(graph, { search: new Dijkstra(graph), from: snaps[0]!, to: snaps[1]! })!.metres
  })
  expect(metres[0]).toBeCloseTo(40 + 100 * Math.SQRT2 + 40, 0)
  expect(metres[1]).toBeCloseTo(40 + 200 + 40, 0)
})

describe('a square that is a multipolygon relation', () => {
  /** 100 m square of two untagged ways, with a hole of 20 m in its middle; streets at two corners and in the west. */
  function relationSquare(tags: Record<string, string>): World {
    const world = new World('relation-square')
    const corners = [world.node(0, 0), world.node(100, 0), world.node(100, 100), world.node(0, 100)] as const
    const west = world.node(0, 50)
    const south = world.way([west, corners[0], corners[1], corners[2]], {})
    const north = world.way([corners[2], corners[3], west], {})
    const hole = world.ring([40, 40, 20, 20])
    world.relation(
      [
        { type: 'way', ref: south, role: 'outer' },
        { type: 'way', ref: north, role: 'outer' },
        { type: 'way', ref: hole, role: 'inner' },
      ],
      { type: 'multipolygon', highway: 'pedestrian', name: 'Place Ronde', ...tags },
    )
    world.way([world.node(-50, 0), corners[0]], { highway: 'residential', name: 'Rue A' })
    world.way([world.node(150, 100), corners[2]], { highway: 'residential', name: 'Rue B' })
    world.way([world.node(-50, 50), west], { highway: 'residential', name: 'Rue C' })
    return world
  }

  function metresBetweenDoors(world: World, profile: Profile, places: [number, number][]) {
    const graph = graphOf(world, profile)
    const [from, to] = snapAll(
      graph,
      places.map((place) => ({ location: at(world, place) })),
    )
    return shortestPath(graph, { search: new Dijkstra(graph), from: from!, to: to! })?.metres
  }

  test('is walked across, round what stands on it', () => {
    const world = relationSquare({})
    // from the west nothing stands between; past the hole one walks by its corner
    const straight = metresBetweenDoors(world, 'canvass', [
      [-40, 50],
      [-40, 0],
    ])
    expect(straight).toBeCloseTo(40 + 50 + 40, 0)
    const past = metresBetweenDoors(world, 'canvass', [
      [-40, 0],
      [140, 100],
    ])!
    expect(past).toBeGreaterThan(40 + 100 * Math.SQRT2 + 40)
    expect(past).toBeLessThan(40 + 145 + 40)
  })

  test('is unknown to OSRM', () => {
    const places: [number, number][] = [
      [-40, 0],
      [140, 100],
    ]
    expect(metresBetweenDoors(relationSquare({}), 'osrm-compat', places)).toBeUndefined()
  })

  test('stays closed where people may not go', () => {
    const places: [number, number][] = [
      [-40, 0],
      [140, 100],
    ]
    expect(metresBetweenDoors(relationSquare({ access: 'no' }), 'canvass', places)).toBeUndefined()
  })
})

/** A ladder of streets 8 km long: several tiles. */
function ladder(): World {
  const world = new World('ladder')
  const rows = [0, 120].map((y) => Array.from({ length: 80 }, (_, i) => world.node(i * 100, y)))
  for (const row of rows)
    for (let i = 0; i < 79; i++) world.way([row[i]!, row[i + 1]!], { highway: 'residential' })
  for (let i = 0; i < 80; i++)
    world.way([rows[0]![i]!, rows[1]![i]!], { highway: 'tertiary', name: `Rue ${i}` })
  return world
}

describe('tiles', () => {
  const world = ladder()
  const tiles = [...tilesOf(world).tiles.values()]
  const places = Array.from({ length: 40 }, (_, i): [number, number] => [i * 197, (i % 3) * 50])

  test('join without seams, whatever their order', () => {
    expect(tiles.length).toBeGreaterThan(2)
    const tables = [tiles, tiles.toReversed()].map((list) => {
      const graph = buildGraph(list, 'canvass')
      const snaps = snapAll(
        graph,
        places.map((place) => ({ location: at(world, place) })),
      ).filter((snap): snap is Snap => snap !== null)
      return buildMatrix(graph, snaps)
    })
    expect(tables[0]!.size).toBe(40)
    expect(tables[1]).toEqual(tables[0])
    expect(Math.max(...tables[0]!.durations)).toBeLessThan(100_000)
  })

  test('report what was read', () => {
    const { report } = tilesOf(world)
    expect(report).toMatchObject({ edges: 79 * 2 + 80, vertices: 160, components: [160], missingRefs: 0 })
    expect(report.kilometres).toBeCloseTo((79 * 2 * 100 + 80 * 120) / 1000, 1)
  })
})
