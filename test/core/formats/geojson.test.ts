import { describe, expect, it } from 'vitest'
import { planToGeoJson, walkToGeoJson } from '@doorwalk/core/formats/geojson'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

describe('planToGeoJson', () => {
  const plan = fixturePlan({ walks: 3, stops: 5, reserves: 2 })
  const collection = planToGeoJson(plan)
  const ofKind = (kind: string): GeoJSON.Feature[] =>
    collection.features.filter((feature) => feature.properties?.kind === kind)

  it('has a line per walk in its own colour, with its legs', () => {
    const lines = ofKind('walk')
    expect(lines.map((line) => line.geometry.type)).toEqual(['LineString', 'LineString', 'LineString'])
    expect(new Set(lines.map((line) => line.properties?.stroke as string)).size).toBe(3)
    for (const [index, line] of lines.entries()) {
      const walk = plan.walks[index]!
      expect(line.properties).toMatchObject({ walkId: walk.walkId, doors: walk.doors, metres: walk.metres })
      expect(line.properties?.legs).toEqual(walk.legs.map(({ seconds, metres }) => ({ seconds, metres })))
    }
  })

  it('begins each line where the first leg begins and ends it where the last one ends', () => {
    for (const [index, line] of ofKind('walk').entries()) {
      const { legs } = plan.walks[index]!
      const { coordinates } = line.geometry as GeoJSON.LineString
      expect(coordinates[0]).toEqual(legs[0]!.geometry.coordinates[0])
      expect(coordinates.at(-1)).toEqual(legs.at(-1)!.geometry.coordinates.at(-1))
    }
  })

  it('has a point per target, reserve and start', () => {
    expect(ofKind('target')).toHaveLength(15)
    expect(ofKind('reserve')).toHaveLength(6)
    expect(ofKind('start')).toHaveLength(3)
    expect(ofKind('meeting_point')).toHaveLength(1)
    const target = plan.walks[0]!.stops[3]!.targets[0]!
    expect(ofKind('target')[3]?.properties).toMatchObject({
      walk: 1,
      stop: 4,
      label: '4',
      id: target.id,
      address: target.address,
      doors: target.doors,
      key: true,
      why: target.why,
    })
  })

  it('names the sources and its box', () => {
    expect(collection.attribution).toEqual(plan.region.attribution)
    const [west, south, east, north] = collection.bbox!
    for (const { geometry } of ofKind('target')) {
      const [lng, lat] = (geometry as GeoJSON.Point).coordinates as [number, number]
      expect(lng >= west && lng <= east && lat >= south && lat <= north).toBe(true)
    }
  })

  it('tells the doors of a row of houses apart by letters', () => {
    const rows = walkToGeoJson(fixturePlan({ walks: 1, stops: 2, targets: 28 }).walks[0]!)
    const labels = rows.features.flatMap(({ properties }) =>
      properties?.kind === 'target' ? [String(properties.label)] : [],
    )
    expect(labels.slice(24, 30)).toEqual(['1y', '1z', '1aa', '1ab', '2a', '2b'])
  })

  it('has no line where there is nothing to walk', () => {
    const walk = fixturePlan({ walks: 1, stops: 1, closed: false }).walks[0]!
    expect(walk.legs).toEqual([])
    const kinds = walkToGeoJson(walk).features.map(({ properties }) => properties?.kind as string)
    expect(kinds).toEqual(['target', 'reserve', 'reserve', 'reserve', 'reserve'])
  })

  it('is empty, without a box, for an empty walk', () => {
    const collection = walkToGeoJson(
      fixturePlan({ walks: 1, stops: 0, reserves: 0, closed: false }).walks[0]!,
    )
    expect(collection.features).toEqual([])
    expect(collection).not.toHaveProperty('bbox')
  })
})
