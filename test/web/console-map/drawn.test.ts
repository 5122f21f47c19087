import { describe, expect, it } from 'vitest'
import { planToGeoJson } from '@doorwalk/core/formats/geojson'
import type { PlanFeature } from '../../../web/src/api/answers.ts'
import { drawnReserves, drawnWalks, reservesOf, walksOf } from '../../../web/src/console/map/model/plan.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

describe('the drawing of a plan', () => {
  it('is the same from the plan told whole and from its GeoJSON', () => {
    const plan = fixturePlan()
    const features = planToGeoJson(plan).features as PlanFeature[]
    expect(walksOf(features).flatMap(({ targets }) => targets).length).toBeGreaterThan(1)
    expect(drawnWalks(plan.walks)).toEqual(walksOf(features))
    expect(drawnReserves(plan.walks)).toEqual(reservesOf(features))
  })
})
