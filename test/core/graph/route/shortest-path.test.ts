import type { Profile } from '@doorwalk/core/graph/osm/profile'
import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { durationBetween } from '@doorwalk/core/matrix/matrix'
import { UNREACHABLE } from '@doorwalk/core/units'
import { metresBetween } from '@doorwalk/core/units'
import { describe, expect, test } from 'vitest'
import type { World } from '../../../support/worlds/osm-fixture.ts'
import { riverWithOneBridge, twoIslands } from '../../../support/worlds/osm-worlds.ts'
import { graphOf } from '../../../support/worlds/streets.ts'

function houses(world: World, profile: Profile = 'canvass') {
  const graph = graphOf(world, profile)
  const corners = world.ways
    .filter(({ tags }) => tags['building'] !== undefined)
    .map(({ refs }) => ({ location: world.nodes[refs[0]! - 1]!.location }))
  const snaps = snapAll(graph, corners).filter((snap): snap is Snap => snap !== null)
  expect(snaps.length).toBe(corners.length)
  return { graph, snaps, matrix: buildMatrix(graph, snaps), search: new Dijkstra(graph) }
}

describe.each(['canvass', 'osrm-compat'] as const)('walks in %s', (profile) => {
  test('take the time of the matrix, and their steps add up', () => {
    const { graph, snaps, matrix, search } = houses(riverWithOneBridge(), profile)
    for (const [i, from] of snaps.entries()) {
      for (const [j, to] of snaps.entries()) {
        if (i === j) continue
        const path = shortestPath(graph, { search, from, to })!
        expect(path.deciseconds).toBe(durationBetween(matrix, i, j))
        expect(path.steps.reduce((sum, step) => sum + step.deciseconds, 0)).toBe(path.deciseconds)
        expect(path.steps.reduce((sum, step) => sum + step.metres, 0)).toBeCloseTo(path.metres, 6)
        expect(path.steps[0]!.type).toBe('depart')
        expect(path.steps.at(-1)!.type).toBe('arrive')
        const drawn = path.geometry
          .slice(1)
          .reduce((sum, point, k) => sum + metresBetween(path.geometry[k]!, point), 0)
        expect(drawn).toBeCloseTo(path.metres, 0)
      }
    }
  })

  test('do not exist between islands', () => {
    const { graph, snaps, matrix, search } = houses(twoIslands(), profile)
    expect(durationBetween(matrix, 0, 1)).toBeLessThan(UNREACHABLE)
    expect(durationBetween(matrix, 0, 5)).toBe(UNREACHABLE)
    expect(shortestPath(graph, { search, from: snaps[0]!, to: snaps[5]! })).toBeNull()
  })
})

test('the river is crossed on its bridge', () => {
  const { graph, snaps, search } = houses(riverWithOneBridge())
  const [from, to] = [snaps[0]!, snaps.at(-1)!]
  const path = shortestPath(graph, { search, from, to })!
  expect(path.metres).toBeGreaterThan(2 * metresBetween(from.location, to.location))
})
