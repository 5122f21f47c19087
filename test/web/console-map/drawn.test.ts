import { describe, expect, it } from 'vitest'
import { planToGeoJson } from '@doorwalk/core/formats/geojson'
import { type Within, sayWithin } from '@doorwalk/core/words/say'
import type { PlanFeature } from '../../../web/src/api/answers.ts'
import { drawnReserves, drawnWalks, reservesOf, walksOf } from '../../../web/src/console/map/model/plan.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

describe('the drawing of a plan', () => {
  it('is the same from the plan told whole and from its GeoJSON', () => {
    const plan = fixturePlan()
    const features = planToGeoJson(plan).features as PlanFeature[]
    // The GeoJSON has entrance and part in other places: what is said of them is the same.
    const said = <Of extends { within?: Within | undefined }>({ within = {}, ...rest }: Of) => ({
      ...{ ...rest, within: sayWithin(within, 'en') },
    })
    const ofWalks = (walks: ReturnType<typeof walksOf>) =>
      walks.map(({ targets, ...walk }) => ({ ...walk, targets: targets.map(said) }))
    expect(walksOf(features).flatMap(({ targets }) => targets).length).toBeGreaterThan(1)
    expect(ofWalks(drawnWalks(plan.walks))).toEqual(ofWalks(walksOf(features)))
    expect(drawnReserves(plan.walks).map(said)).toEqual(reservesOf(features).map(said))
  })
})
