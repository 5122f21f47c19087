import { buildGraph } from '@doorwalk/core/graph/network/build'
import { osmAddresses } from '@doorwalk/prepare/addresses/osm-addresses'
import { boxHolds } from '@doorwalk/core/region/box'
import { readBan } from '@doorwalk/prepare/addresses/ban'
import { readOsm } from '@doorwalk/prepare/osm/read-osm'
import { buildStreetTiles } from '@doorwalk/prepare/streets/tiles'
import { describe, expect, test } from 'vitest'
import { reportSnaps } from '../../bench/streets/snap.ts'
import { shared, SHARED_MISSING } from '../support/worlds/shared.ts'

describe.each([
  ['paris-9e-10e', 700],
  ['bondy-nord', 700],
  ['geneve-centre', 3_000],
])('addresses of %s', (name, atLeast) => {
  const file = shared(`data/${name}/${name}.osm.pbf`)
  const ban = shared(`data/${name}/adresses-ban.csv`)

  test('are put on their own street where it is near', async ({ skip }) => {
    if (!file) return skip(SHARED_MISSING)
    const extract = await readOsm(file)
    const near = extract.bbox ?? [-180, -90, 180, 90]
    const isNear = (point: [number, number]) => boxHolds(near, point)
    const list = ban ? (await readBan(ban, { near, isNear })).list : osmAddresses(extract, []).list
    const queries = list.flatMap(({ location, street }) => (location && street ? [{ location, street }] : []))
    const report = reportSnaps(buildGraph([...buildStreetTiles(extract).tiles.values()], 'canvass'), queries)
    expect(report.withStreet).toBeGreaterThan(atLeast)
    expect(report.ownStreet / report.withStreet).toBeGreaterThanOrEqual(0.97)
    expect(report.none).toBe(0)
  })
})
