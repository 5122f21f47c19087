import { buildGraph } from '@doorwalk/core/graph/network/build'
import { CANVASS } from '@doorwalk/core/graph/network/switches'
import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { buildHierarchy } from '@doorwalk/core/matrix/hierarchy'
import { UNREACHABLE } from '@doorwalk/core/units'
import { describe, expect, test } from 'vitest'
import { World } from '../../../support/worlds/osm-fixture.ts'
import { at, tilesOf } from '../../../support/worlds/streets.ts'

type Tags = Record<string, string>
type Place = [x: number, y: number]

/**
 * Rue A, 400 m from west to east in a grid of two more streets. At its east end a gate, and behind it Clos B, 200 m on
 * and with a branch; `more` may add what a test needs.
 */
function estate(
  gate: Tags,
  inside: Tags = {},
  more: (world: World, nodes: number[]) => void = () => {},
): World {
  const world = new World('estate')
  const row = (y: number) => [0, 100, 200, 300, 400].map((x) => world.node(x, y))
  const [middle, south, north] = [row(0), row(-100), row(100)]
  for (const [nodes, name] of [
    [south, 'Rue du Sud'],
    [middle, 'Rue A'],
    [north, 'Rue du Nord'],
  ] as const)
    world.way(nodes, { highway: 'service', name })
  for (let i = 0; i < 4; i++) world.way([south[i]!, middle[i]!, north[i]!], { highway: 'service' })
  const barrier = world.node(420, 0, gate)
  const [fork, end, branch] = [world.node(500, 0), world.node(620, 0), world.node(500, 60)]
  world.way([middle[4]!, barrier], { highway: 'service', name: 'Rue A' })
  world.way([barrier, fork, end], { highway: 'service', name: 'Clos B', ...inside })
  world.way([fork, branch], { highway: 'footway', ...inside })
  more(world, [barrier, fork, end, branch, middle[4]!])
  return world
}

const OUTSIDE: Place = [210, 8]
const NEAR_GATE: Place = [435, 8]
const INSIDE: Place = [560, 8]
const BRANCH: Place = [505, 55]

function walk(world: World, [from, to]: [Place, Place]) {
  const graph = buildGraph([...tilesOf(world).tiles.values()], 'canvass')
  const snaps = snapAll(
    graph,
    [from, to].map((place) => ({ location: at(world, place) })),
  )
  const [a, b] = [snaps[0]!, snaps[1]!]
  const hierarchy = buildHierarchy(graph)
  const table = buildMatrix(graph, [a, b], hierarchy)
  expect(table).toEqual(buildMatrix(graph, [a, b]))
  const path = shortestPath(graph, { search: new Dijkstra(graph), from: a, to: b })
  expect(path?.deciseconds ?? UNREACHABLE).toBe(table.durations[1])
  return { path, from: a, to: b }
}

describe.each<[string, Tags]>([
  ['private', { barrier: 'gate', access: 'private' }],
  ['locked', { barrier: 'gate', locked: 'yes' }],
  ['for residents', { barrier: 'swing_gate', access: 'residents' }],
  ['shut by its hours', { barrier: 'gate', opening_hours: '08:00-20:00' }],
])('behind a gate that is %s', (_what, gate) => {
  test.each([NEAR_GATE, INSIDE, BRANCH])(
    'the door at %j is reached by the street, for half a minute at the gate',
    (...place) => {
      const [x, y] = place
      const { path, to } = walk(estate(gate), [OUTSIDE, [x, y]])
      expect(to).toMatchObject({ gated: true })
      expect(path!.deciseconds).toBe(Math.round(path!.metres) * 8 + 300)
      expect(path!.steps.at(-1)).toMatchObject({ type: 'arrive', door: { behind: 'gate' } })
    },
  )

  test('doors reach each other freely, and the way out costs nothing', () => {
    expect(walk(estate(gate), [INSIDE, BRANCH]).path!.deciseconds).toBe(
      Math.round(walk(estate(gate), [INSIDE, BRANCH]).path!.metres) * 8,
    )
    const out = walk(estate(gate), [INSIDE, OUTSIDE]).path!
    expect(out.deciseconds).toBe(Math.round(out.metres) * 8)
  })

  test('nobody walks through', () => {
    const through = estate(gate, {}, (world, [, , end]) => {
      world.way([end!, world.node(640, 0, gate), world.node(700, 0)], {
        highway: 'residential',
        name: 'Rue C',
      })
      world.way([world.nodes[9]!.id, world.node(700, -100), world.nodes.at(-2)!.id], {
        highway: 'residential',
        name: 'Rue du Sud',
      })
    })
    const { path } = walk(through, [
      [395, 5],
      [690, 8],
    ])
    expect(path!.steps.some(({ name }) => name === 'Clos B')).toBe(false)
  })

  test('where there is another way in, nothing is behind it', () => {
    const open = estate(gate, {}, (world, [, , end]) => {
      world.way([end!, world.node(620, -100), world.nodes[9]!.id], {
        highway: 'residential',
        name: 'Rue du Sud',
      })
    })
    const { path, to } = walk(open, [OUTSIDE, INSIDE])
    expect(to.gated).toBeUndefined()
    expect(path!.steps.some(({ name }) => name === 'Rue du Sud')).toBe(true)
  })

  test('a private lane behind it is reached as well', () => {
    const { path, to } = walk(estate(gate, { access: 'private' }), [OUTSIDE, INSIDE])
    expect(to.gated).toBe(true)
    expect(path!.deciseconds).toBe(Math.round(path!.metres) * 8 + 300)
  })
})

describe.each<[string, Tags]>([
  ['a wall', { barrier: 'wall' }],
  ['a gate for nobody', { barrier: 'gate', access: 'no' }],
  ['a gate for soldiers', { barrier: 'gate', access: 'military' }],
  [
    'a gate that is closed by its hours',
    { barrier: 'gate', access: 'no', 'access:conditional': 'yes @ (08:00-20:00)' },
  ],
])('behind %s', (_what, gate) => {
  test.each([NEAR_GATE, INSIDE, BRANCH])('the door at %j is not hung on the street before it', (...place) => {
    const [x, y] = place
    const { path, to } = walk(estate(gate), [OUTSIDE, [x, y]])
    expect(path).toBeNull()
    expect(to.gated).toBe(true)
  })

  test('nobody starts: who sets out is outside', () => {
    const world = estate(gate)
    const graph = buildGraph([...tilesOf(world).tiles.values()], 'canvass')
    const [snap] = snapAll(graph, [{ location: at(world, NEAR_GATE), isStart: true }])
    expect(snap).toMatchObject({ street: 'Rue A' })
    expect(snap!.gated).toBeUndefined()
  })

  test('a house of another street stays on it', () => {
    const world = estate(gate)
    const graph = buildGraph([...tilesOf(world).tiles.values()], 'canvass')
    const [snap] = snapAll(graph, [{ location: at(world, NEAR_GATE), street: 'Rue A' }])
    expect(snap).toMatchObject({ street: 'Rue A' })
  })
})

test('an open gate, a stile and a cattle grid are walked through', () => {
  for (const barrier of ['gate', 'stile', 'cattle_grid', 'kissing_gate', 'bollard']) {
    const { path, to } = walk(estate({ barrier }), [OUTSIDE, INSIDE])
    expect(to.gated).toBeUndefined()
    expect(path!.metres).toBeCloseTo(8 + 350 + 8, 0)
  }
})

test('a public path that only private ground leads to is private ground', () => {
  const world = estate({}, { access: 'private' }, (made, [, , end]) => {
    made.way([end!, made.node(700, 0)], { highway: 'footway', name: 'Allée' })
  })
  const { path, to } = walk(world, [OUTSIDE, [690, 4]])
  expect(to).toMatchObject({ street: 'Allée' })
  expect(to.gated).toBeUndefined()
  expect(path!.steps.at(-1)).toMatchObject({ door: { behind: 'private' } })
})

test('a quarter that a gate parts from another is no inside', () => {
  const world = new World('halves')
  const grid = (from: number) => {
    const nodes = Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 12 }, (_, column) => world.node(from + 50 * column, 50 * row)),
    )
    nodes.forEach((row) => world.way(row, { highway: 'residential' }))
    nodes[0]!.forEach((_, column) =>
      world.way(
        nodes.map((row) => row[column]!),
        { highway: 'residential' },
      ),
    )
    return nodes
  }
  const [west, east] = [grid(0), grid(700)]
  world.way([west[5]![11]!, world.node(620, 250, { barrier: 'gate', access: 'private' }), east[5]![0]!], {
    highway: 'footway',
  })
  const graph = buildGraph([...tilesOf(world).tiles.values()], 'canvass', CANVASS)
  expect(graph.privateEnds.size).toBe(0)
})

test.each<[string, Tags, boolean]>([
  ['private', { barrier: 'gate', access: 'private' }, true],
  ['for nobody', { barrier: 'gate', access: 'no' }, false],
])(
  'where both sides are alike, what is drawn first is before a gate that is %s',
  (_what, gate, reachable) => {
    const world = new World('one-way-in')
    world.way([world.node(0, 0), world.node(100, 0, gate), world.node(200, 0)], {
      highway: 'service',
      name: 'Rue A',
    })
    const { path, from, to } = walk(world, [
      [50, 5],
      [150, 5],
    ])
    expect([from.gated, to.gated]).toEqual([undefined, true])
    expect(path !== null).toBe(reachable)
  },
)

test('a garden gate parts no neighbour from the street', () => {
  const world = new World('garden-gate')
  world.way([world.node(0, 0), world.node(100, 0), world.node(200, 0)], { highway: 'service', name: 'Rue A' })
  const gate = world.node(100, 6, { barrier: 'gate', access: 'private' })
  world.way([world.nodes[1]!.id, gate, world.node(100, 30)], { highway: 'footway' })
  const graph = buildGraph([...tilesOf(world).tiles.values()], 'canvass')
  const snapped = (place: Place) => snapAll(graph, [{ location: at(world, place) }])[0]!
  expect(snapped([78, 22])).toMatchObject({ street: 'Rue A' })
  expect(snapped([122, 14])).toMatchObject({ street: 'Rue A' })
  expect(snapped([102, 29]).gated).toBe(true)
})
