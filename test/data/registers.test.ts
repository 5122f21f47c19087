/** Registers on real maps: a format of a publisher, and counts of every home in national coordinates. */
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { fileWith, prepareFiles } from '../support/worlds/prepared.ts'
import { shared, SHARED_MISSING } from '../support/worlds/shared.ts'

const overture = shared('data/samples/overture_buildings.parquet')
const bondy = shared('data/bondy-nord/bondy-nord.osm.pbf')
const geneva = shared('data/geneve-centre/geneve-centre.osm.pbf')

describe.skipIf(!overture || !bondy)(`buildings of Overture (${SHARED_MISSING} when skipped)`, () => {
  it('are read as GeoParquet: no count is refused with the columns there are, another place by where it is', async () => {
    const files = { osm: bondy!, dwellings: overture! }
    await expect(prepareFiles('bondy', files)).rejects.toMatchObject({
      code: 'table.columns',
      message: expect.stringMatching(/no column says how many dwellings.*"num_floors"/s) as string,
    })
    const dwellingsAs = 'dwellings=version'
    await expect(prepareFiles('bondy', { ...files, dwellingsAs })).rejects.toMatchObject({
      code: 'dwellings.elsewhere',
      message: expect.stringMatching(/lies in the region .*the first is at -?\d+\.\d+, \d+\.\d+/) as string,
    })
  })
})

describe.skipIf(!geneva)(`Geneva centre (${SHARED_MISSING} when skipped)`, () => {
  it('gets each count of a table in LV95', async () => {
    const plain = await prepareFiles('geneva', { osm: geneva! })
    const homes = plain.buildings.filter(({ doors, noDoors }) => doors > 0 && !noDoors)
    const lv95 = proj4('EPSG:4326', SWISS)
    const rows = homes.map(({ location }, i) => {
      const [east = 0, north = 0] = lv95.forward([...location])
      return [`${1_000_000 + i}`, '1004', east.toFixed(2), north.toFixed(2), '', `${(i % 40) + 1}`].join('\t')
    })
    const head = 'EGID\tGSTAT\tGKODE\tGKODN\tGASTW\tGANZWHG'
    const total = homes.reduce((sum, _, i) => sum + (i % 40) + 1, 0)
    const dwellings = await fileWith('gwr.csv', [head, ...rows.reverse()].join('\n'))
    const { report, manifest, buildings } = await prepareFiles('geneva', { osm: geneva!, dwellings })
    expect(report.dwellings?.system).toBe('LV95')
    expect(report.dwellings?.by.position).toBeGreaterThan(0.99 * homes.length)
    expect(manifest.doors.bySource['dwellings']).toBe(total)
    const doorsOf = new Map(buildings.map(({ id, doors }) => [id, doors]))
    const right = homes.filter(({ id }, i) => doorsOf.get(id) === (i % 40) + 1)
    expect(right.length).toBeGreaterThan(0.97 * homes.length)
  })
})

const SWISS =
  '+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m'
