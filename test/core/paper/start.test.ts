/** Where walks begin, in words: on paper, and never the home of a person. */
import { describe, expect, it } from 'vitest'
import { sayStart, startAddresses } from '@doorwalk/core/paper/start'
import { planToPrintHtml } from '@doorwalk/core/paper/print'
import { roundedPlace } from '@doorwalk/core/request/rounded-starts'
import type { LngLat } from '@doorwalk/core/units'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { fixtureMap, fixturePlan } from '../../support/worlds/plan-fixture.ts'
import { BUNDLED } from '../../support/worlds/regions.ts'

const regions = diskRegions([BUNDLED])
const [name = ''] = await regions.list()
const { version, attribution } = await regions.manifest(name)
const region = { name, version, attribution }
const plan = fixturePlan({ walks: 1, stops: 3 })
const walkFrom = (start: LngLat | null) => ({ ...plan.walks[0]!, start })

describe('a meeting point', () => {
  it('has the nearest address of the region', async () => {
    const start: LngLat = [2.34612, 48.87934]
    const addresses = await startAddresses(regions, { walks: [walkFrom(start)], region })
    expect(addresses[String(start)]).toMatch(/^\d+.* Rue /)
    expect(sayStart(walkFrom(start), { streets: [], addresses })).toBe(addresses[String(start)])
  })

  it('is a crossing where no address is near, and else a street', () => {
    const corner: LngLat = [2.34712, 48.87834]
    const at: LngLat = [corner[0] + 0.00001234, corner[1]]
    const streets = ['Rue Condorcet', 'Rue Rodier'].map((street, index) => ({
      ...{ name: street, class: 'residential' },
      coordinates: [corner, [corner[0] + 0.001, corner[1] + 0.001 * index]] as LngLat[],
    }))
    const told = { streets, addresses: {} }
    expect(sayStart(walkFrom(at), told)).toBe('angle Rue Condorcet / Rue Rodier')
    expect(sayStart({ ...walkFrom(at), language: 'en' }, told)).toBe('corner of Rue Condorcet and Rue Rodier')
    const one = { streets: streets.slice(0, 1), addresses: {} }
    expect(sayStart(walkFrom(at), one)).toBe('Rue Condorcet, à proximité')
    expect(sayStart(walkFrom([3, 49.00001]), one)).toBe('')
  })
})

describe('a start that may be somebody’s own', () => {
  const start = roundedPlace([2.34612, 48.87934])

  it('has no address, wherever it lies', async () => {
    expect(await startAddresses(regions, { walks: [walkFrom(start)], region })).toEqual({})
  })

  it('is told by its street alone, though it lies at a crossing', () => {
    const [lng, lat] = start
    const streets = ['Rue A', 'Rue B'].map((each, index) => ({
      ...{ name: each, class: 'residential' },
      coordinates: [start, [lng + 0.001, lat + 0.001 * index]] as LngLat[],
    }))
    expect(sayStart(walkFrom(start), { streets, addresses: {} })).toBe('Rue A, à proximité')
  })
})

describe('the sheet', () => {
  it('says the start of each walk, and nothing for one without', () => {
    const starts = { [String(plan.walks[0]!.start)]: '12 Rue Condorcet' }
    expect(planToPrintHtml(plan, fixtureMap(), { starts })).toContain('<p>Départ\u00a0: 12 Rue Condorcet</p>')
    const open = { ...plan, walks: [walkFrom(null)] }
    expect(planToPrintHtml(open, fixtureMap(), { starts })).not.toContain('Départ')
  })

  it('says where it is: the area, polling stations, or the street with most of it; on each sheet', () => {
    const many = fixturePlan({ walks: 1, stops: 40 })
    const page = (place?: { label?: string; precincts?: string[]; count?: number }) =>
      planToPrintHtml(many, fixtureMap(), { ...(place && { place }) })
    expect(page({ label: '9e <Nord>' }).match(/9e &lt;Nord&gt;/g)!.length).toBeGreaterThan(1)
    expect(page({ precincts: ['0925'] })).toContain('Bureau de vote 0925')
    expect(page({ precincts: ['1', '2', '3', '4'], count: 9 })).toContain(
      'Bureaux de vote 1, 2, 3 et 6 de plus',
    )
    expect(page()).toMatch(/class="place">[^<]+</)
  })
})
