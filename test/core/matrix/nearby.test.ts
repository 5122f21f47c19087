import { loadBuildings } from '@doorwalk/core/building/load'
import { loadStreets } from '@doorwalk/core/graph/network/load'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { buildHierarchy } from '@doorwalk/core/matrix/hierarchy'
import { nearbyTimes } from '@doorwalk/core/matrix/nearby'
import { expect, test } from 'vitest'
import { IS_LONG } from '../../support/length.ts'
import { nearestOf } from '../../support/nearest.ts'
import { bundledRegion } from '../../support/worlds/regions.ts'

test('neighbours and times on demand equal the full table of every target of the bundled region', async () => {
  const { regions, region } = bundledRegion()
  const manifest = await regions.manifest(region)
  const buildings = await loadBuildings(regions, manifest, manifest.bbox)
  const graph = await loadStreets(regions, {
    manifest,
    area: { bbox: manifest.bbox },
    profile: 'canvass',
  })
  const queries = buildings.flatMap(({ targets }) => targets.map(({ location }) => ({ location })))
  const snaps = snapAll(graph, queries).filter((snap) => snap !== null)
  expect(snaps.length).toBeGreaterThan(500)
  const hierarchy = buildHierarchy(graph)
  const table = buildMatrix(graph, snaps, hierarchy)
  const nearby = nearbyTimes(graph, snaps, hierarchy)
  const times = new Int32Array(snaps.length)
  for (let from = 0; from < snaps.length; from += IS_LONG ? 1 : 8) {
    for (let to = 0; to < snaps.length; to++) times[to] = nearby.between(from, to)
    expect(times).toEqual(table.durations.slice(from * snaps.length, (from + 1) * snaps.length))
    expect(nearby.nearest(from, 40)).toEqual(nearestOf(table, from, 40))
  }
  expect(nearby.nearest(0, 0)).toEqual({ points: [], times: [] })
})
