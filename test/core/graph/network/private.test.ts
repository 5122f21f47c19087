import { buildGraph } from '@doorwalk/core/graph/network/build'
import { CANVASS } from '@doorwalk/core/graph/network/switches'
import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { describe, expect, test } from 'vitest'
import { World } from '../../../support/worlds/osm-fixture.ts'
import { at, tilesOf } from '../../../support/worlds/streets.ts'

/** A square of streets 200 m wide; a private lane runs through its middle from west to east, with a yard off it. */
function gatedLane(): World {
  const world = new World('gated-lane')
  const west = [world.node(0, 0), world.node(0, 100), world.node(0, 200)] as const
  const east = [world.node(200, 0), world.node(200, 100), world.node(200, 200)] as const
  const middle = world.node(100, 100)
  world.way([west[0], west[1], west[2], east[2], east[1], east[0], west[0]], {
    highway: 'service',
    name: 'Rue Ronde',
  })
  world.way([west[1], middle, east[1]], { highway: 'footway', access: 'private', name: 'Villa Close' })
  world.way([middle, world.node(100, 150)], { highway: 'footway', access: 'private', name: 'Cour' })
  return world
}

function walk([from, to]: [[number, number], [number, number]], switches = CANVASS) {
  const world = gatedLane()
  const graph = buildGraph([...tilesOf(world).tiles.values()], 'canvass', switches)
  const snaps = snapAll(
    graph,
    [from, to].map((place) => ({ location: at(world, place) })),
  ).filter((snap): snap is Snap => snap !== null)
  return shortestPath(graph, { search: new Dijkstra(graph), from: snaps[0]!, to: snaps[1]! })!
}

const OUTSIDE: [[number, number], [number, number]] = [
  [-5, 90],
  [205, 90],
]

describe('private streets', () => {
  test('are no short cut', () => {
    const path = walk(OUTSIDE)
    expect(path.metres).toBeGreaterThan(380)
    expect(path.steps.some((step) => step.name === 'Villa Close')).toBe(false)
  })

  test('are one when the switch is off', () => {
    expect(walk(OUTSIDE, { ...CANVASS, privateEnds: false }).metres).toBeLessThan(250)
  })

  test('lead to doors inside, for half a minute at the gate', () => {
    const path = walk([
      [-5, 90],
      [95, 140],
    ])
    expect(path.metres).toBeCloseTo(5 + 10 + 100 + 40 + 5, 0)
    expect(path.deciseconds).toBe(Math.round(path.metres) * 8 + 300)
  })

  test('lead out again without one', () => {
    const path = walk([
      [95, 140],
      [205, 90],
    ])
    expect(path.deciseconds).toBe(Math.round(path.metres) * 8)
  })

  test('are walked freely from door to door inside', () => {
    const path = walk([
      [50, 95],
      [95, 140],
    ])
    expect(path.deciseconds).toBe(Math.round(path.metres) * 8)
    expect(path.metres).toBeCloseTo(5 + 50 + 40 + 5, 0)
  })
})
