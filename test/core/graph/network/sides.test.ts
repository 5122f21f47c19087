import { buildGraph } from '@doorwalk/core/graph/network/build'
import { CANVASS } from '@doorwalk/core/graph/network/switches'
import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { crossedBy } from '@doorwalk/core/graph/route/steps'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { describe, expect, test } from 'vitest'
import { World } from '../../../support/worlds/osm-fixture.ts'
import { at, tilesOf } from '../../../support/worlds/streets.ts'

/** Boulevard Large from x = −500 to 400, lights at x = 300 only; Rue Calme crosses it there. */
function boulevard(highway: string): World {
  const world = new World('boulevard')
  world.node(0, 0)
  const start = world.node(-500, 0)
  const joint = world.node(150, 0)
  const lights = world.node(300, 0, { highway: 'crossing', crossing: 'traffic_signals' })
  const end = world.node(400, 0)
  world.way([start, joint], { highway, name: 'Boulevard Large' })
  world.way([joint, lights, end], { highway, name: 'Boulevard Large' })
  world.way([world.node(300, -100), lights, world.node(300, 100)], {
    highway: 'residential',
    name: 'Rue Calme',
  })
  return world
}

function walk(world: World, [from, to]: [[number, number], [number, number]], switches = CANVASS) {
  const graph = buildGraph([...tilesOf(world).tiles.values()], 'canvass', switches)
  const queries = [from, to].map((place) => ({ location: at(world, place) }))
  const snaps = snapAll(graph, queries).filter((snap): snap is Snap => snap !== null)
  const [a, b] = [snaps[0]!, snaps[1]!]
  const path = shortestPath(graph, { search: new Dijkstra(graph), from: a, to: b })!
  expect(buildMatrix(graph, snaps).durations[1]).toBe(path.deciseconds)
  return path
}

const OPPOSITE: [[number, number], [number, number]] = [
  [100, 8],
  [100, -8],
]

describe('sides of a street', () => {
  test('a boulevard is crossed at its lights, and the walk says so', () => {
    const path = walk(boulevard('primary'), OPPOSITE)
    expect(path.metres).toBeGreaterThan(400)
    const crossings = path.steps.filter((step) => step.type === 'cross')
    expect(crossings).toMatchObject([{ name: 'Boulevard Large', detail: 'signals', crossed: 'primary' }])
  })

  test('a quiet street is crossed from door to door for a few seconds', () => {
    const path = walk(boulevard('residential'), OPPOSITE)
    expect(path.metres).toBeLessThan(20)
    expect(path.deciseconds).toBe(128 + 60)
    expect(path.steps.map((step) => step.type)).toEqual(['depart', 'cross', 'arrive'])
  })

  test('staying on one side costs nothing more', () => {
    const path = walk(boulevard('primary'), [
      [50, 8],
      [250, 8],
    ])
    expect(path.metres).toBeCloseTo(216, 0)
    expect(path.steps.some((step) => step.type === 'cross')).toBe(false)
  })

  test('waiting at the lights of a quiet side street takes seconds and no words', () => {
    const path = walk(boulevard('residential'), [
      [250, 8],
      [350, 8],
    ])
    expect(path.deciseconds).toBe((100 + 16) * 8 + 100)
    expect(path.steps.some((step) => step.type === 'cross')).toBe(false)
  })

  test('switched off, the other side is as near as the map says', () => {
    expect(walk(boulevard('primary'), OPPOSITE, { ...CANVASS, sides: false }).metres).toBeLessThan(20)
  })

  test('both halves of a boulevard, with the island between, are one crossing in words and numbers', () => {
    const world = new World('dual-carriageway')
    const ways = [0, 14].map((y) => {
      const crossing = world.node(200, y, { highway: 'crossing', crossing: 'traffic_signals' })
      const [west, east] = [world.node(0, y), world.node(400, y)]
      const refs = y === 0 ? [west, crossing, east] : [east, crossing, west]
      world.way(refs, { highway: 'primary', name: 'Boulevard Large', oneway: 'yes' })
      return crossing
    })
    const [south, north] = [world.node(200, -8), world.node(200, 22)]
    const island = [world.node(200, 5), world.node(200, 9)]
    const crossing = { highway: 'footway', footway: 'crossing', crossing: 'traffic_signals' }
    world.way([south, ways[0]!, island[0]!], crossing)
    world.way(island, { highway: 'footway', footway: 'traffic_island' })
    world.way([island[1]!, ways[1]!, north], crossing)
    for (const [y, end] of [
      [-8, south],
      [22, north],
    ] as const) {
      const sidewalk = { highway: 'footway', footway: 'sidewalk', name: `Trottoir ${y}` }
      world.way([world.node(0, y), end, world.node(400, y)], sidewalk)
    }
    const path = walk(world, [
      [100, -12],
      [100, 26],
    ])
    expect(path.steps.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'depart Trottoir -8',
      'cross Boulevard Large',
      'end of road Trottoir 22',
      'arrive Trottoir 22',
    ])
    expect(crossedBy(path.steps)).toEqual(['primary'])
    expect(path.steps.reduce((sum, { deciseconds }) => sum + deciseconds, 0)).toBe(path.deciseconds)
    // two halves at 60 per cent of 70 s each
    expect(path.deciseconds).toBe(Math.round((4 + 100 + 30 + 100 + 4) * 8) + 2 * 420)
  })
})
