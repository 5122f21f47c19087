/**
 * A town as in Maryland: row houses and slabs, between halls, forts, schools, motels and shops that are tagged
 * poorly.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportLines } from '@doorwalk/prepare/report'
import { World } from '../../support/worlds/osm-fixture.ts'
import { prepareWorld, type PreparedRegion } from '../../support/worlds/prepared.ts'

type Tags = Record<string, string>

/** What nobody lives in, by what it is; large enough to be among the largest estimates if it were taken for homes. */
const EMPTY: [what: string, size: [number, number], tags: Tags][] = [
  [
    'a warehouse with storeys and an address',
    [300, 200],
    { 'building:levels': '2', 'addr:housenumber': '2500', 'addr:street': 'Main Street' },
  ],
  ['a hall', [80, 50], {}],
  ['a long hall', [160, 25], { 'building:levels': '1' }],
  ['an addressed hall', [70, 60], { 'addr:housenumber': '2600', 'addr:street': 'Main Street' }],
  ['a fort', [60, 60], { historic: 'fort', tourism: 'attraction', 'building:levels': '3' }],
  ['a school of brick', [60, 40], { building: 'residential', amenity: 'school', 'building:levels': '3' }],
  [
    'a school',
    [70, 30],
    { amenity: 'school', 'building:levels': '4', 'addr:housenumber': '2', 'addr:street': 'Main Street' },
  ],
  ['a motel', [90, 12], { tourism: 'motel', 'building:levels': '2' }],
  ['a hotel', [50, 20], { building: 'hotel', 'building:levels': '9' }],
  ['a shop', [30, 25], { shop: 'convenience' }],
  ['a supermarket', [70, 45], { shop: 'supermarket', 'building:levels': '2' }],
  ['a bank', [30, 20], { amenity: 'bank', 'addr:housenumber': '4', 'addr:street': 'Main Street' }],
  ['a restaurant', [30, 20], { amenity: 'restaurant', 'building:levels': '1' }],
  ['a terminal', [120, 30], { aeroway: 'terminal', 'building:levels': '3' }],
  ['a clinic', [50, 30], { healthcare: 'clinic', 'building:levels': '5' }],
  ['a works', [90, 40], { industrial: 'factory', 'building:levels': '4' }],
  ['barracks', [60, 15], { building: 'barracks', 'building:levels': '3' }],
  ['a ruin', [40, 20], { building: 'apartments', ruins: 'yes', 'building:levels': '5' }],
]

function town(): { world: World; empty: Map<string, string> } {
  const world = new World('town')
  world.box([-50, -2500, 3000, 2800])
  world.line([[0, 0], [1000, 0], [2800, 0]], { highway: 'residential', name: 'Main Street' }) // prettier-ignore
  for (let i = 0; i < 60; i++) {
    const address = { 'addr:housenumber': `${100 + 2 * i}`, 'addr:street': 'Main Street' }
    world.building([6 * i, 10, 6, 11], { building: 'house', ...address })
  }
  for (let i = 0; i < 8; i++) {
    const address = { 'addr:housenumber': `${401 + 2 * i}`, 'addr:street': 'Main Street' }
    world.building([60 * i, -40, 50, 12], { building: 'apartments', 'building:levels': '3', ...address })
  }
  const empty = new Map<string, string>()
  let [x, y] = [0, -300]
  for (const [what, [width, depth], tags] of EMPTY) {
    empty.set(`osm:w${world.building([x, y, width, depth], tags)}`, what)
    x += width + 60
    if (x > 2000) [x, y] = [0, y - 300]
  }
  world.ring([0, -1600, 500, 200], { landuse: 'industrial' })
  const shed = { 'building:levels': '3', 'addr:housenumber': '9', 'addr:street': 'Main Street' }
  empty.set(`osm:w${world.building([20, -1580, 90, 12], shed)}`, 'an addressed shed on industrial land')
  world.ring([600, -1600, 500, 200], { landuse: 'retail' })
  const mall = { 'addr:housenumber': '11', 'addr:street': 'Main Street' }
  empty.set(`osm:w${world.building([620, -1580, 200, 14], mall)}`, 'a row of shops on retail land')
  world.ring([1200, -1600, 500, 200], { amenity: 'school' })
  empty.set(
    `osm:w${world.building([1220, -1580, 60, 14], { 'building:levels': '3' })}`,
    'a wing on school grounds',
  )
  return { world, empty }
}

interface Told {
  id: string
  doors: number
  expected?: number
  tags: Tags
}

describe('an open town without registers', () => {
  let region: PreparedRegion
  const { world, empty } = town()
  beforeAll(async () => {
    region = await prepareWorld(world, { explain: true })
  })

  it('has no hall, fort, school, motel or shop among its largest estimates', () => {
    const { largest } = region.report
    expect(largest).toHaveLength(20)
    expect(largest.map(({ building }) => empty.get(building.id) ?? 'homes')).toEqual(
      largest.map(() => 'homes'),
    )
    expect(largest.slice(0, 8).map(({ why }) => why.tags.building)).toEqual(
      Array<string>(8).fill('apartments'),
    )
  })

  it.each([...empty])('%s: nobody lives in %s', (id) => {
    const building = region.buildings.find((each) => each.id === id)
    expect(building?.doors).toBe(0)
    expect(building?.noDoors).toMatch(/^(commercial|public|outbuilding|ruin)$/)
  })

  it('has a door for each house and about 20 for each slab', () => {
    const doors = (building: string) =>
      region.report.buildings.filter(({ kind }) => kind === building).reduce((sum, own) => sum + own.doors, 0)
    expect(doors('house')).toBe(60)
    expect(doors('flats')).toBeGreaterThan(8 * 11)
    expect(doors('flats')).toBeLessThan(8 * 24)
  })

  it('says in its report what the largest rest on', () => {
    expect(reportLines(region.report).join('\n')).toMatch(
      /largest estimates that no source counts:\n +osm:w\d+, 4\d\d Main Street: 20 doors \(\d+ to \d+\), 600 m² on 3 storeys by tag; building=apartments/,
    )
  })

  it('draws on request what every building rests on', async () => {
    const text = await readFile(join(region.root, 'town', 'doors.geojson'), 'utf8')
    const map = JSON.parse(text) as GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, Told>
    expect(map.features).toHaveLength(region.buildings.length)
    const slab = map.features.find(
      ({ properties }) => properties.tags.building === 'apartments' && properties.doors > 0,
    )
    expect(slab?.properties).toMatchObject({
      storeys: 3,
      storeysBy: 'tag',
      flats: 1,
      livedIn: 1,
      areaM2: 600,
      sources: ['floor_area'],
    })
    expect(slab!.properties.expected).toBeCloseTo(slab!.properties.doors, 0)
    const hall = map.features.find(({ properties }) => empty.get(properties.id) === 'a hall')
    expect(hall?.properties).toMatchObject({ doors: 0, noDoors: 'commercial' })
    expect(hall?.geometry.coordinates[0]![0]).toHaveLength(5)
  })
})
