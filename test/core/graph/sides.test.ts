import { CANVASS, buildGraph } from '@doorwalk/core/graph/build'
import type { Snap } from '@doorwalk/core/graph/graph'
import { shortestPath } from '@doorwalk/core/graph/path'
import { Search } from '@doorwalk/core/graph/search'
import { snapAll } from '@doorwalk/core/graph/snap'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { describe, expect, test } from 'vitest'
import { World } from '../../support/osm-fixture.ts'
import { at, tilesOf } from '../../support/streets.ts'

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
  const path = shortestPath(graph, { search: new Search(graph), from: a, to: b })!
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
})
