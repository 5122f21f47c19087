/** Doors with every count withheld, against the grids and the register: what docs/data.md says must stay true. */
import { describe, expect, it } from 'vitest'
import { checkAgainstRegister } from '@doorwalk/prepare/doors/evaluate'
import { fittedFlat } from '../../bench/doors/fit.ts'
import { readSubject, totalOf, type Subject } from '../../bench/doors/subject.ts'
import { shared, SHARED_MISSING } from '../support/worlds/shared.ts'

const data = (path: string) => shared(`data/${path}`)
const osm = { paris: data('paris-9e-10e/paris-9e-10e.osm.pbf'), bondy: data('bondy-nord/bondy-nord.osm.pbf') }

describe.skipIf(!osm.paris || !osm.bondy)(`doors nobody counts (${SHARED_MISSING} when skipped)`, () => {
  const error = ({ read, grid }: Subject, flatM2?: number) =>
    Math.abs(totalOf(read, flatM2 === undefined ? {} : { measures: { flatM2 } }) / grid!.households.total - 1)

  it('are within 20 % of the grids, also with the flat fitted on the other one', async () => {
    const households = data('paris-9e-10e/filosofi-200m-2021.geojson')
    const paris = await readSubject('Paris', { osm: osm.paris!, households })
    const bondy = await readSubject('Bondy', {
      osm: osm.bondy!,
      addresses: data('bondy-nord/adresses-ban.csv'),
      households: data('bondy-nord/filosofi-200m.geojson'),
    })
    for (const subject of [paris, bondy]) expect(error(subject)).toBeLessThan(0.2)
    expect(error(bondy, fittedFlat(paris))).toBeLessThan(0.2)
    expect(error(paris, fittedFlat(bondy))).toBeLessThan(0.2)
  })

  it('come near to the register at each entrance that the map knows', async () => {
    const { read, register } = await readSubject('Bondy', {
      osm: osm.bondy!,
      addresses: data('bondy-nord/adresses-ban.csv'),
      dwellings: data('bondy-nord/logements-sociaux-rpls-2022.geojson'),
    })
    const known = new Set(read.doors.map(({ id }) => id))
    const dwellings = new Map([...register!].filter(([id]) => known.has(id)))
    const [check] = checkAgainstRegister(read.doors, { dwellings, households: undefined })
    expect(check!.entrances).toBe(46)
    // 28 % too low was what the constants of this very place gave.
    expect(check!.estimated / check!.counted).toBeGreaterThan(0.72)
    expect(check!.medianError).toBeLessThanOrEqual(0.35)
    expect(check!.inInterval / check!.entrances).toBeGreaterThanOrEqual(0.8)
    expect(check!.width).toBeLessThanOrEqual(6)
  })
})
