import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import type { Step } from '@doorwalk/core/graph/route/path'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { describe, expect, test } from 'vitest'
import { World } from '../../../support/worlds/osm-fixture.ts'
import { at, graphOf } from '../../../support/worlds/streets.ts'

type Place = [x: number, y: number]

function steps(world: World, [from, to]: [Place, Place]): Step[] {
  const graph = graphOf(world)
  const [a, b] = snapAll(graph, [{ location: at(world, from) }, { location: at(world, to) }])
  return shortestPath(graph, { search: new Dijkstra(graph), from: a!, to: b! })!.steps
}

/** Rue Longue along y = 0 with Rue Courte to the north at x = 100, and a drive to the south at x = 150. */
function corner(drive: Record<string, string> = {}): World {
  const world = new World('corner')
  const [west, middle, mouth, east] = [0, 100, 150, 200].map((x) => world.node(x, 0))
  world.way([west!, middle!, mouth!, east!], { highway: 'residential', name: 'Rue Longue' })
  world.way([middle!, world.node(100, 100)], { highway: 'residential', name: 'Rue Courte' })
  const inside = world.node(150, -20)
  world.way([mouth!, inside], { highway: 'service' })
  world.way([inside, world.node(150, -120)], { highway: 'service', ...drive })
  return world
}

test('the way to the other side goes along one’s own until opposite', () => {
  const said = steps(corner(), [
    [20, 8],
    [60, -8],
  ])
  expect(said.map(({ type, name }) => [type, name])).toEqual([
    ['depart', 'Rue Longue'],
    ['cross', 'Rue Longue'],
    ['arrive', 'Rue Longue'],
  ])
  expect(said[0]!.metres).toBeCloseTo(48, 0)
  expect(said[1]!.location[0]).toBeCloseTo(at(corner(), [60, 0])[0], 6)
})

test('a way without a name says what it is', () => {
  const said = steps(corner(), [
    [120, 8],
    [158, -90],
  ])
  expect(said.map(({ type, name, way }) => [type, name, way])).toContainEqual(['turn', '', 'service'])
})

describe('a door', () => {
  const leaving: Place = [20, -8]
  const door = (world: World, to: Place) => steps(world, [leaving, to]).at(-1)!.door

  test('tells how far it lies from its street', () => {
    expect(door(corner(), [60, -40])?.metres).toBeCloseTo(40, 0)
    expect(door(corner(), [60, -40])?.behind).toBeUndefined()
  })

  test('lies on private ground', () => {
    expect(door(corner({ access: 'private' }), [158, -90])?.behind).toBe('private')
    expect(door(corner(), [158, -90])?.behind).toBeUndefined()
    // from one door of it to the next nobody needs to be told
    expect(
      steps(corner({ access: 'private' }), [
        [158, -60],
        [158, -90],
      ]).at(-1)!.door?.behind,
    ).toBeUndefined()
  })

  test('lies behind a wall', () => {
    const world = corner()
    world.way([world.node(40, -20), world.node(80, -20)], { barrier: 'wall' })
    expect(door(world, [60, -30])?.behind).toBe('wall')
  })
})

test('a crossing tells at which corner it is, where no other step does', () => {
  const world = new World('corners')
  const [west, first, middle, east] = [0, 60, 100, 200].map((x) => world.node(x, 0))
  world.way([west!, first!, middle!, east!], { highway: 'tertiary', name: 'Avenue Longue' })
  world.way([first!, world.node(60, 100)], { highway: 'residential', name: 'Rue Courte' })
  const said = steps(world, [
    [10, 8],
    [90, -8],
  ])
  expect(said.filter(({ type }) => type === 'cross')).toMatchObject([
    { name: 'Avenue Longue', detail: 'unmarked', corner: 'Rue Courte', onto: 'Avenue Longue' },
  ])
})

test('the other side of an alley, which has no sides in the graph, is reached by a crossing', () => {
  const world = new World('alley')
  world.way([world.node(0, 0), world.node(200, 0)], { highway: 'pedestrian', name: 'Allée Longue' })
  const types = (...places: [Place, Place]) => steps(world, places).map(({ type }) => type)
  expect(types([20, 6], [60, -6])).toEqual(['depart', 'cross', 'arrive'])
  expect(types([20, 6], [60, 6])).toEqual(['depart', 'arrive'])
  expect(types([60, -6], [20, -6])).toEqual(['depart', 'arrive'])
})

test('one goes back only where one came from', () => {
  const world = new World('hairpin')
  const [start, bend] = [world.node(0, 0), world.node(100, 0)]
  world.way([start, bend], { highway: 'service' })
  world.way([bend, world.node(0, 4)], { highway: 'service' })
  world.way([bend, world.node(200, 0)], { highway: 'service' })
  const said = steps(world, [
    [5, -8],
    [10, 12],
  ])
  expect(said.map(({ type, modifier }) => [type, modifier])).toEqual([
    ['depart', 'right'],
    ['turn', 'sharp left'],
    ['arrive', 'right'],
  ])
})
