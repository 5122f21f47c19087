import { describe, expect, it } from 'vitest'
import { walkToGpx } from '@doorwalk/core/formats/gpx'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'
import { findAll, parseXml, type XmlElement } from '../../support/xml.ts'

/** Order of children that gpx.xsd 1.1 asks for, as far as we write them. */
const ORDER: Record<string, string[]> = {
  gpx: ['metadata', 'wpt', 'rte', 'trk'],
  metadata: ['name', 'desc', 'author', 'copyright', 'link', 'time', 'keywords', 'bounds'],
  wpt: ['ele', 'time', 'name', 'cmt', 'desc', 'src', 'link', 'sym', 'type', 'extensions'],
  trk: ['name', 'cmt', 'desc', 'src', 'link', 'number', 'type', 'extensions', 'trkseg'],
}

function expectSchemaOrder(element: XmlElement): void {
  const order = ORDER[element.name]
  if (order) {
    const places = element.children.map(({ name }) => order.indexOf(name))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  }
  element.children.forEach(expectSchemaOrder)
}

describe('walkToGpx', () => {
  const plan = fixturePlan({ walks: 2, stops: 4, reserves: 2 })
  const walk = plan.walks[0]!
  const gpx = parseXml(walkToGpx(walk, { attribution: plan.region.attribution }))

  it('follows the order of the schema', () => {
    expectSchemaOrder(gpx)
    plan.walks.forEach((each) => expectSchemaOrder(parseXml(walkToGpx(each))))
  })

  it('has waypoints in walking order: start, stops, reserves', () => {
    const points = findAll(gpx, 'wpt')
    const names = points.map(({ children }) => children.find(({ name }) => name === 'name')?.text)
    expect(names).toEqual([
      'Départ',
      ...walk.stops.map((stop, index) => `${index + 1} · ${stop.targets[0]!.address}`),
      ...walk.reserves.map((target, index) => `R${index + 1} · ${target.address}`),
    ])
    expect(Number(points[1]?.attributes.lat)).toBe(walk.stops[0]!.targets[0]!.location[1])
    expect(Number(points[1]?.attributes.lon)).toBe(walk.stops[0]!.targets[0]!.location[0])
  })

  it('says what to expect at a door', () => {
    const target = { ...walk.stops[0]!.targets[0]!, key: true, why: 'Abstention forte', doors: 1, floors: 6 }
    const told = {
      ...walk,
      stops: [{ ...walk.stops[0]!, targets: [{ ...target, access: 'code' as const }] }],
    }
    const described = findAll(parseXml(walkToGpx(told)), 'desc').map(({ text }) => text)
    expect(described[0]).toMatch(
      /^1\u00a0porte · 6\u00a0niveaux · digicode · à ne pas manquer · Abstention forte · 14/,
    )
  })

  it('says the floors of a part, top down, and not how many parts there are', () => {
    const part = { number: 2, of: 8, fromFloor: 4, toFloor: 6 }
    const target = { ...walk.stops[0]!.targets[0]!, doors: 9, floors: 3, access: 'open' as const, part }
    const told = { ...walk, stops: [{ ...walk.stops[0]!, targets: [target] }] }
    const described = (language: 'fr' | 'en') =>
      findAll(parseXml(walkToGpx({ ...told, language })), 'desc')[0]?.text
    expect(described('fr')).toMatch(/^9\u00a0portes · étages 6 à 4 · 14/)
    expect(described('en')).toMatch(/^9\u00a0doors · floors 6–4 · 14/)
  })

  it('has one track that goes the whole way', () => {
    const points = findAll(gpx, 'trkpt')
    const last = walk.legs.at(-1)!.geometry.coordinates.at(-1)!
    expect(findAll(gpx, 'trk')).toHaveLength(1)
    expect(points.at(-1)?.attributes).toEqual({ lat: last[1].toFixed(6), lon: last[0].toFixed(6) })
  })

  it('names the sources', () => {
    expect(findAll(gpx, 'copyright')[0]?.attributes.author).toBe('© OpenStreetMap contributors (ODbL)')
  })

  it('is well formed whatever an address says', () => {
    const address = `]]><script>"L'Âtre" & fils</script>\u0000\u0008\ud800 €`
    const hostile = parseXml(walkToGpx(fixturePlan({ walks: 1, stops: 1, address }).walks[0]!))
    expect(findAll(hostile, 'script')).toEqual([])
    expect(findAll(hostile, 'name').map(({ text }) => text)).toContain(
      `1 · ]]><script>"L'Âtre" & fils</script> €`,
    )
  })

  it('never writes an exponent, which xsd:decimal forbids', () => {
    const tiny = structuredClone(walk)
    tiny.stops[0]!.targets[0]!.location = [1e-7, -2e-7]
    expect(findAll(parseXml(walkToGpx(tiny)), 'wpt')[1]?.attributes).toEqual({
      lat: '-0.000000',
      lon: '0.000000',
    })
  })

  it('has no track where there is nothing to walk', () => {
    const still = fixturePlan({ walks: 1, stops: 1, closed: false }).walks[0]!
    expect(findAll(parseXml(walkToGpx(still)), 'trk')).toEqual([])
  })
})
