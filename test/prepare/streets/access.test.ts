import { buildGraph } from '@doorwalk/core/graph/network/build'
import { whenOf } from '@doorwalk/core/graph/hours/when'
import { CANVASS } from '@doorwalk/core/graph/network/switches'
import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { decodeStreetTile, encodeStreetTile } from '@doorwalk/core/graph/tile/tile'
import { VisibleError } from '@doorwalk/core/error'
import { describe, expect, test } from 'vitest'
import { World } from '../../support/worlds/osm-fixture.ts'
import { at, graphOf, tilesOf } from '../../support/worlds/streets.ts'

type Tags = Record<string, string>
type Place = [x: number, y: number]

function metresBetween(world: World, [from, to]: [Place, Place], time?: string): number | undefined {
  const when =
    time === undefined ? {} : { when: whenOf({ startAt: time, minutes: 60, place: at(world, [0, 0]) }) }
  const graph = buildGraph([...tilesOf(world).tiles.values()], 'canvass', { ...CANVASS, ...when })
  const [a, b] = snapAll(
    graph,
    [from, to].map((place) => ({ location: at(world, place) })),
  )
  return shortestPath(graph, { search: new Dijkstra(graph), from: a!, to: b! })?.metres
}

/** A street round three sides of a square of 200 m, and a short cut along the fourth. */
function shortCut(way: Tags, node: Tags = {}): World {
  const world = new World('short-cut')
  const [a, b, c, d] = [world.node(0, 0), world.node(0, 200), world.node(200, 200), world.node(200, 0)]
  world.way([a, b, c, d], { highway: 'service', name: 'Rue Longue' })
  world.way([a, world.node(100, 0, node), d], { highway: 'footway', name: 'Passage', ...way })
  return world
}

const ENDS: [Place, Place] = [
  [-2, 2],
  [202, 2],
]

describe('a short cut that is open by its hours', () => {
  test.each<[string, World]>([
    ['a gate', shortCut({}, { barrier: 'gate', access: 'no', 'access:conditional': 'yes @ (08:00-20:00)' })],
    ['a gate with opening hours', shortCut({}, { barrier: 'gate', opening_hours: '08:00-20:00' })],
    ['a way', shortCut({ access: 'no', 'access:conditional': 'yes @ (08:00-20:00)' })],
    ['a way with opening hours', shortCut({ opening_hours: '08:00-20:00' })],
    ['a way closed at night', shortCut({ 'foot:conditional': 'no @ (20:00-08:00)' })],
    ['a way that is private at night', shortCut({ 'access:conditional': 'private @ (20:00-08:00)' })],
  ])('%s', (_what, world) => {
    expect(metresBetween(world, ENDS, '2026-03-14T14:00:00Z')).toBeLessThan(210)
    expect(metresBetween(world, ENDS, '2026-03-14T21:00:00Z')).toBeGreaterThan(590)
    // shut before the walk ends
    expect(metresBetween(world, ENDS, '2026-03-14T19:30:00Z')).toBeGreaterThan(590)
  })

  test('without a time is as no condition makes it', () => {
    expect(
      metresBetween(shortCut({ access: 'no', 'access:conditional': 'yes @ (08:00-20:00)' }), ENDS),
    ).toBeGreaterThan(590)
    expect(metresBetween(shortCut({ 'access:conditional': 'no @ (20:00-08:00)' }), ENDS)).toBeLessThan(210)
  })

  test('what cars may do matters at no time', () => {
    const world = shortCut({ highway: 'living_street', 'motor_vehicle:conditional': 'no @ (00:00-24:00)' })
    expect(metresBetween(world, ENDS, '2026-03-14T14:00:00Z')).toBeLessThan(210)
  })

  test('is told by the report, and so is what nobody understands', () => {
    const { report, schedules } = tilesOf(
      shortCut(
        { opening_hours: '08:00-20:00', 'access:conditional': 'no @ (full moon)' },
        { barrier: 'gate', opening_hours: 'Mo' },
      ),
    )
    expect(report.hours).toEqual({ ways: 2, nodes: 1, unread: ['w2 access:conditional=no @ (full moon)'] })
    expect([...schedules.values()].flat()).toEqual(['private; open @ (08:00-20:00)', 'private; open @ (Mo)'])
  })
})

describe('a tile with hours', () => {
  const [tile] = [...tilesOf(shortCut({}, { barrier: 'gate', opening_hours: '08:00-20:00' })).tiles.values()]

  test('has format 5 and comes back as it was written; one without keeps format 4', () => {
    expect(tile![4]).toBe(5)
    expect(encodeStreetTile(decodeStreetTile(tile!))).toEqual(tile)
    const [plain] = [...tilesOf(shortCut({}, { barrier: 'gate', access: 'private' })).tiles.values()]
    expect(plain![4]).toBe(4)
  })

  test('cut short or changed anywhere it is an error or a tile, never a crash', () => {
    for (let i = 0; i < tile!.length; i++) {
      expect(() => decodeStreetTile(tile!.subarray(0, i))).toThrow(VisibleError)
      const changed = tile!.slice()
      changed[i] = changed[i]! ^ 0x55
      try {
        decodeStreetTile(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(VisibleError)
      }
    }
  })
})

describe('a street whose sidewalk is compulsory', () => {
  /** Rue Large from west to east, 200 m, with the tags; a sidewalk drawn beside it where `drawn`, and a side street. */
  function compulsory(tags: Tags, drawn: boolean): World {
    const world = new World('sidepath')
    const [west, east] = [world.node(0, 0), world.node(200, 0)]
    world.way([world.node(-50, 0), west], { highway: 'residential', name: 'Rue Large' })
    world.way([west, east], { highway: 'tertiary', name: 'Rue Large', foot: 'use_sidepath', ...tags })
    world.way([east, world.node(250, 0)], { highway: 'residential', name: 'Rue Large' })
    if (drawn)
      world.way([west, world.node(10, 10), world.node(190, 10), east], {
        highway: 'footway',
        footway: 'sidewalk',
      })
    return world
  }

  const isStreetOpen = (world: World) => {
    const graph = graphOf(world)
    return [...graph.edgeClass].some(
      (_, edge) => graph.edgeMetres[edge]! > 199 && graph.edgeMetres[edge]! < 201,
    )
  }

  test.each<[Tags, boolean, boolean]>([
    [{ 'sidewalk:both': 'yes' }, false, true],
    [{ sidewalk: 'both' }, true, true],
    [{}, false, true],
    [{}, true, false],
    [{ sidewalk: 'separate' }, true, false],
    [{ sidewalk: 'separate' }, false, true],
  ])('%o, drawn: %s, open: %s', (tags, drawn, expected) => {
    expect(isStreetOpen(compulsory(tags, drawn))).toBe(expected)
    expect(
      metresBetween(compulsory(tags, drawn), [
        [-40, 2],
        [240, 2],
      ]),
    ).toBeLessThan(300)
  })

  test('is open to osrm-compat', () => {
    const graph = graphOf(compulsory({}, true), 'osrm-compat')
    expect(graph.edgeCount).toBe(4)
  })
})

describe('a lift', () => {
  function lift(kind: Tags, area = false): World {
    const world = new World('lift')
    const [start, below, above] = [world.node(0, 0), world.node(100, 0), world.node(103, 0)]
    world.way([start, below], { highway: 'footway', name: 'Rue Basse' })
    world.way([above, world.node(200, 0)], { highway: 'service', name: 'Rue Haute' })
    const shaft = [below, world.node(101, -2), above, world.node(101, 2)]
    world.way(area ? [...shaft, below] : [below, above], { highway: 'elevator', ...kind })
    return world
  }

  test.each([false, true])('joins what it joins, for half a minute; drawn as an area: %s', (area) => {
    const world = lift({}, area)
    const graph = graphOf(world)
    const [a, b] = snapAll(graph, [{ location: at(world, [50, 5]) }, { location: at(world, [150, 5]) }])
    const path = shortestPath(graph, { search: new Dijkstra(graph), from: a!, to: b! })!
    expect(path.metres).toBeLessThan(115)
    expect(path.deciseconds).toBeGreaterThanOrEqual(Math.round(100 + 10) * 8 + 300)
    expect(path.deciseconds).toBeLessThan(115 * 8 + 320)
    expect(path.steps.map(({ type }) => type)).toEqual(['depart', 'lift', 'new name', 'arrive'])
  })

  test('that is private makes private what only it leads to', () => {
    const world = lift({ access: 'private' })
    const graph = graphOf(world)
    const [a, b] = snapAll(graph, [{ location: at(world, [50, 5]) }, { location: at(world, [150, 5]) }])
    const path = shortestPath(graph, { search: new Dijkstra(graph), from: a!, to: b! })!
    expect(path.steps.at(-1)).toMatchObject({ door: { behind: 'private' } })
  })

  test('is no place where anybody lives', () => {
    const world = lift({})
    const [snap] = snapAll(graphOf(world), [{ location: at(world, [101.5, 20]) }])
    expect(snap!.street).not.toBe('')
  })
})

test('a motorway lies between a place and the street behind it', () => {
  const world = new World('motorway')
  world.line(
    [
      [0, 0],
      [400, 0],
    ],
    { highway: 'residential', name: 'Rue Loin' },
  )
  world.line(
    [
      [0, 40],
      [400, 40],
    ],
    { highway: 'motorway' },
  )
  const graph = graphOf(world)
  const [behind, before] = snapAll(graph, [
    { location: at(world, [200, 60]) },
    { location: at(world, [200, 20]) },
  ])
  expect(behind).toMatchObject({ across: true })
  expect(before!.across).toBeUndefined()
})

test.each(['way', 'relation'])('a square that is closed at night, drawn as a %s', (kind) => {
  const world = new World('square')
  const corners = [world.node(0, 0), world.node(200, 0), world.node(200, 200), world.node(0, 200)] as const
  const tags = { highway: 'pedestrian', 'access:conditional': 'no @ (20:00-08:00)' }
  if (kind === 'way') world.way([...corners, corners[0]], { ...tags, area: 'yes' })
  else {
    const ring = world.way([...corners, corners[0]], {})
    world.relation([{ type: 'way', ref: ring, role: 'outer' }], { type: 'multipolygon', ...tags })
  }
  const [west, east] = [world.node(-50, 0), world.node(250, 200)]
  world.way([west, corners[0]], { highway: 'service', name: 'Rue A' })
  world.way([corners[2], east], { highway: 'service', name: 'Rue B' })
  world.way([west, world.node(-50, 300), world.node(250, 300), east], {
    highway: 'service',
    name: 'Rue Longue',
  })
  const places: [Place, Place] = [
    [-40, 2],
    [240, 202],
  ]
  expect(metresBetween(world, places, '2026-03-14T14:00:00Z')).toBeLessThan(400)
  expect(metresBetween(world, places, '2026-03-14T21:00:00Z')).toBeGreaterThan(650)
})
