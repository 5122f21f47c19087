/** The real extracts go through `prepare`: what must be read, joined and counted on them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { cellCentre } from '@doorwalk/core/h3'
import { reportLines } from '@doorwalk/prepare/report'
import { prepareFiles, type PreparedRegion } from '../support/worlds/prepared.ts'
import { shared, SHARED_MISSING } from '../support/worlds/shared.ts'

const paris = {
  osm: shared('data/paris-9e-10e/paris-9e-10e.osm.pbf'),
  households: shared('data/paris-9e-10e/filosofi-200m-2021.geojson'),
  precincts: shared('data/paris-9e-10e/bureaux-de-vote-2026.geojson'),
}
const bondy = {
  osm: shared('data/bondy-nord/bondy-nord.osm.pbf'),
  addresses: shared('data/bondy-nord/adresses-ban.csv'),
  households: shared('data/bondy-nord/filosofi-200m.geojson'),
  dwellings: shared('data/bondy-nord/logements-sociaux-rpls-2022.geojson'),
}
const geneva = { osm: shared('data/geneve-centre/geneve-centre.osm.pbf') }

function present<Files extends Record<string, string | null>>(files: Files): { [Key in keyof Files]: string } {
  const isComplete = (value: Files): value is Files & { [Key in keyof Files]: string } =>
    Object.values(value).every((path) => path !== null)
  if (!isComplete(files)) throw new Error(SHARED_MISSING)
  return files
}

function expectSound({ buildings, manifest, report }: PreparedRegion): void {
  const targets = buildings.flatMap((building) => building.targets)
  expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length)
  expect(new Set(buildings.map(({ id }) => id)).size).toBe(buildings.length)
  expect(manifest.doors.total).toBe(targets.reduce((sum, { doors }) => sum + doors, 0))
  for (const building of buildings) {
    expect(building.noDoors === undefined).toBe(building.targets.length > 0)
    for (const target of building.targets) {
      expect(target.id.length).toBeLessThanOrEqual(120)
      expect(target.doors).toBeGreaterThan(0)
      expect(target.doorsLow).toBeLessThanOrEqual(target.doors)
      expect(target.doorsHigh).toBeGreaterThanOrEqual(target.doors)
      expect(target.floors).toBeGreaterThan(0)
      expect(Math.abs(cellCentre(target.block)[1] - target.location[1])).toBeLessThan(0.002)
    }
  }
  expect(reportLines(report).length).toBeGreaterThan(5)
}

describe.skipIf(!paris.osm)(`Paris 9e/10e (${SHARED_MISSING} when skipped)`, () => {
  let region: PreparedRegion
  beforeAll(async () => {
    region = await prepareFiles('paris', present(paris))
  })

  it('is sound', () => expectSound(region))

  it('reads the buildings of the box, multipolygons included', () => {
    expect(region.report.structures.multipolygons).toBe(147)
    expect(region.buildings.length).toBeGreaterThanOrEqual(600)
  })

  it('finds the street of at least 95 % of the addresses', () => {
    const { withNumber, withStreet } = region.report.addresses
    expect(withStreet / withNumber).toBeGreaterThanOrEqual(0.95)
  })

  it('has the doors of the grid within 5 %, and says what they were without it', () => {
    const { households, withheld } = region.report.doors!
    expect(households).toBeGreaterThan(6700)
    expect(households).toBeLessThan(6900)
    expect(Math.abs(region.manifest.doors.total / households - 1)).toBeLessThanOrEqual(0.05)
    // Without the grid the total is an estimate by floor area: a third off would mean that the model is broken.
    expect(Math.abs(withheld / households - 1)).toBeLessThan(0.33)
    expect(reportLines(region.report).join('\n')).toMatch(/with the grid withheld: \d+; difference [+-]\d/)
  })

  it('keeps the precincts with their numbers and gives every building one', () => {
    expect(region.report.precincts).toMatchObject({ codeField: 'code_bv', kept: 14, buildingsWithout: 0 })
  })

  it('is small', () => {
    const bytes = region.manifest.tiles.reduce((sum, tile) => sum + (tile.buildings?.bytes ?? 0), 0)
    expect(bytes).toBeLessThan(1_000_000)
  })
})

describe.skipIf(!bondy.osm)(`Bondy nord (${SHARED_MISSING} when skipped)`, () => {
  let region: PreparedRegion
  beforeAll(async () => {
    region = await prepareFiles('bondy', present(bondy))
  })

  it('is sound', () => expectSound(region))

  it('joins at least 97 % of the 934 addresses in the box, and lists the rest', () => {
    const { inBox, joined, unjoined } = region.report.ban!
    expect(inBox).toBe(934)
    expect(joined / inBox).toBeGreaterThanOrEqual(0.97)
    expect(unjoined).toHaveLength(inBox - joined)
    const text = reportLines(region.report).join('\n')
    for (const { address } of unjoined) expect(text).toContain(address.key)
  })

  it('reads the register once per entrance and says how far off the other methods are there', () => {
    const { counts, by } = region.report.dwellings!
    expect(counts).toMatchObject({ accepted: 49, repeated: 1, refused: [] })
    expect(by.address + by.position).toBeGreaterThanOrEqual(45)
    expect(region.manifest.doors.bySource['dwellings']).toBe(793)
    const methods = region.report.register!
    expect(methods.map(({ method, entrances }) => [method, entrances])).toEqual([
      ['grid', 49],
      ['grid, in cells wholly inside', expect.any(Number)],
      ['floor area', 49],
    ])
    expect(methods[2]!.medianError).toBeLessThan(0.5)
  })

  it('mends streets that were encoded twice', () => {
    const streets = region.buildings.flatMap(({ targets }) => targets).map(({ address }) => address?.street ?? '')
    expect(streets).toContain('Avenue Galliéni')
    expect(streets.filter((street) => /Ã|â€/.test(street))).toEqual([])
  })
})

describe.skipIf(!geneva.osm)(`Geneva centre (${SHARED_MISSING} when skipped)`, () => {
  it('is prepared from OpenStreetMap alone', async () => {
    const region = await prepareFiles('geneva', present(geneva))
    expectSound(region)
    expect(region.report.structures.multipolygons).toBe(28)
    expect(region.buildings.length).toBeGreaterThanOrEqual(4600)
    expect(Object.keys(region.manifest.doors.bySource).sort()).toEqual(['flats', 'floor_area'])
  })
})
