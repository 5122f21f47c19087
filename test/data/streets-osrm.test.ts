import { compareWithOsrm, readGolden } from '../../bench/streets/golden.ts'
import { readOsm } from '@doorwalk/prepare/osm/read-osm'
import { buildStreetTiles } from '@doorwalk/prepare/streets/tiles'
import { describe, expect, test } from 'vitest'
import { shared, SHARED_MISSING } from '../support/worlds/shared.ts'

describe.each(['paris-9e-10e', 'bondy-nord', 'geneve-centre'])('walking times of OSRM in %s', (name) => {
  const extract = shared(`data/${name}/${name}.osm.pbf`)
  const golden = shared(`golden/osrm-${name}.json`)

  test('agree', async ({ skip }) => {
    if (!extract || !golden) return skip(SHARED_MISSING)
    const { tiles } = buildStreetTiles(await readOsm(extract))
    const accuracy = compareWithOsrm([...tiles.values()], await readGolden(golden))
    expect(accuracy.sameSnap / accuracy.points).toBeGreaterThanOrEqual(0.98)
    expect(accuracy.sameReachability / accuracy.pairs).toBeGreaterThanOrEqual(0.995)
    expect(accuracy.compared).toBeGreaterThan(30_000)
    expect(accuracy.duration.median).toBeLessThanOrEqual(0.001)
    expect(accuracy.duration.p95).toBeLessThanOrEqual(0.005)
    expect(accuracy.duration.p99).toBeLessThanOrEqual(0.01)
  })
})
