import { Dijkstra } from '@doorwalk/core/graph/route/dijkstra'
import { shortestPath } from '@doorwalk/core/graph/route/shortest-path'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { buildHierarchy } from '@doorwalk/core/matrix/hierarchy'
import { durationBetween } from '@doorwalk/core/matrix/matrix'
import { nearbyTimes } from '@doorwalk/core/matrix/nearby'
import { UNREACHABLE } from '@doorwalk/core/units'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearestOf } from '../../support/nearest.ts'
import { World } from '../../support/worlds/osm-fixture.ts'
import { at, graphOf } from '../../support/worlds/streets.ts'

const SIZE = 6

/** A town of crooked blocks: some streets missing, one-way on foot, closed by a barrier, or behind signals. */
function town(kinds: number[]): World {
  const world = new World('town')
  world.node(0, 0)
  const nodes = Array.from({ length: SIZE * SIZE }, (_, i) => {
    const kind = kinds[i % kinds.length]!
    const tags: Record<string, string> =
      kind % 11 === 0 ? { highway: 'traffic_signals' } : kind % 13 === 0 ? { barrier: 'wall' } : {}
    return world.node((i % SIZE) * 80 + (kind % 7) * 5, Math.floor(i / SIZE) * 90 + (kind % 5) * 6, tags)
  })
  const join = (from: number, to: number, kind: number) => {
    if (kind % 5 === 0) return
    const classes = ['residential', 'primary', 'footway', 'steps', 'tertiary', 'service']
    world.way([nodes[from]!, nodes[to]!], {
      highway: classes[kind % classes.length]!,
      name: `Rue ${kind % 4}`,
      ...(kind % 7 === 0 ? { 'oneway:foot': 'yes' } : {}),
      ...(kind % 6 === 1 ? { access: 'private' } : {}),
    })
  }
  for (let i = 0; i < SIZE * SIZE; i++) {
    if (i % SIZE < SIZE - 1) join(i, i + 1, kinds[(3 * i + 1) % kinds.length]!)
    if (i + SIZE < SIZE * SIZE) join(i, i + SIZE, kinds[(5 * i + 2) % kinds.length]!)
  }
  return world
}

describe.each(['canvass', 'osrm-compat'] as const)('matrix through the hierarchy, %s', (profile) => {
  test('equals plain searches and walks on every pair', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 20, maxLength: 60 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 420 }), fc.integer({ min: 0, max: 460 })), {
          minLength: 2,
          maxLength: 15,
        }),
        (kinds, places) => {
          const world = town(kinds)
          const graph = graphOf(world, profile)
          const queries = places.map((place) => ({ location: at(world, place) }))
          const snaps = snapAll(graph, queries).filter((snap): snap is Snap => snap !== null)
          const plain = buildMatrix(graph, snaps)
          expect(buildMatrix(graph, snaps, buildHierarchy(graph))).toEqual(plain)
          const nearby = nearbyTimes(graph, snaps, buildHierarchy(graph))
          const search = new Dijkstra(graph)
          snaps.forEach((from, i) => {
            expect(nearby.nearest(i, 5)).toEqual(nearestOf(plain, i, 5))
            snaps.forEach((to, j) => {
              expect(nearby.between(i, j)).toBe(plain.durations[i * snaps.length + j])
              const path = shortestPath(graph, { search, from, to })
              const entry = plain.durations[i * snaps.length + j]!
              expect(path?.deciseconds ?? UNREACHABLE).toBe(entry)
              if (path)
                expect(path.steps.reduce((sum, step) => sum + step.deciseconds, 0)).toBe(path.deciseconds)
            })
          })
        },
      ),
      { numRuns: 40, seed: 1 },
    )
  })

  test('is no comparison of empty tables', () => {
    const world = town([1, 2, 3, 4, 6, 8, 9])
    const graph = graphOf(world, profile)
    const snaps = snapAll(
      graph,
      [
        [10, 10],
        [400, 440],
      ].map(([x, y]) => ({ location: at(world, [x!, y!]) })),
    ).filter((snap): snap is Snap => snap !== null)
    expect(durationBetween(buildMatrix(graph, snaps), 0, 1)).toBeLessThan(UNREACHABLE)
  })
})
