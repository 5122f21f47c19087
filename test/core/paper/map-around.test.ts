/** What is read of a region for the map of a walk. */
import { expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { boxAround, manifestOf, mapAround } from '@doorwalk/core/paper/map-around'
import type { LngLat } from '@doorwalk/core/units'
import type { Walk } from '@doorwalk/core/walk/answer'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'
import { BUNDLED } from '../../support/worlds/regions.ts'

const regions = diskRegions([BUNDLED])
const [name = ''] = await regions.list()
const { version, attribution } = await regions.manifest(name)
const region = { name, version, attribution }
const AT: LngLat = [2.3455, 48.8805]
/** 550 m further east. */
const RESERVE: LngLat = [2.353, 48.8805]

function walkAt(at: LngLat, reserve: LngLat): Walk {
  const [walk] = fixturePlan({ walks: 1, stops: 1, reserves: 1, closed: false }).walks
  const [stop] = walk!.stops
  return {
    ...walk!,
    legs: [],
    stops: [{ ...stop!, targets: [{ ...stop!.targets[0]!, location: at }] }],
    reserves: [{ ...walk!.reserves[0]!, location: reserve }],
  }
}

it('reaches 400 m beyond the doors, those of reserves too', async () => {
  const near = await mapAround(regions, { walks: [walkAt(AT, AT)], region })
  const far = await mapAround(regions, { walks: [walkAt(AT, RESERVE)], region })
  const [, , east = 0] = boxAround([AT], 400) ?? []
  const beyond = (lng: number) => (line: { coordinates: LngLat[] }) =>
    line.coordinates.every(([x]) => x > lng)
  expect(near.streets.length).toBeGreaterThan(0)
  expect(near.streets.some(beyond(AT[0] + 0.0045))).toBe(true)
  expect(near.streets.some(beyond(east))).toBe(false)
  expect(far.streets.some(beyond(RESERVE[0]))).toBe(true)
})

it('is nothing where there is no walk, or no region any more', async () => {
  const nothing = { streets: [], footprints: [] }
  expect(await mapAround(regions, { walks: [], region })).toEqual(nothing)
  const gone = { walks: [walkAt(AT, AT)], region: { ...region, name: 'gone' } }
  expect(await mapAround(regions, gone)).toEqual(nothing)
})

it('is that of today once the version of the plan is gone', async () => {
  expect((await manifestOf(regions, { name, version: 'r0' })).version).toBe(version)
  await expect(manifestOf(regions, { name: 'gone', version })).rejects.toThrow(VisibleError)
})
