/** Which floors a target lies on, and whether they take stairs. */
import { describe, expect, it } from 'vitest'
import type { Target } from '@doorwalk/core/building/building'
import { selectTargets } from '@doorwalk/core/building/select'
import type { TargetOverride } from '@doorwalk/core/request/request'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { resolveArea } from '@doorwalk/core/area/area'
import { aBuilding, aManifest, aRequest, aTarget } from '../../support/worlds/builders.ts'

/** What a plan makes of one target of a building. */
function candidate(target: Target, { levels, targets = [] }: { levels: number; targets?: TargetOverride[] }) {
  const manifest = aManifest()
  const { candidates } = selectTargets({
    buildings: [aBuilding([target], { levels })],
    area: resolveArea(undefined, { manifest, precincts: [] }),
    precincts: [],
    request: aRequest({ targets }),
    assumptions: DEFAULT_ASSUMPTIONS,
  })
  return candidates[0]!
}

const part = (fromFloor: number, toFloor: number): Target =>
  aTarget({ id: 'osm:w1#2', floors: toFloor - fromFloor + 1, part: { number: 2, of: 3, fromFloor, toFloor } })

describe('stairs', () => {
  it('lead to a part by the floors where it lies, however many these are', () => {
    expect(candidate(part(3, 3), { levels: 7 }).climbs).toBe(true)
    expect(candidate(part(0, 2), { levels: 7 }).climbs).toBe(true)
    expect(candidate(part(0, 0), { levels: 7 }).climbs).toBe(false)
  })

  it('lead to flats above shops, and to none on the ground floor or in a house', () => {
    expect(candidate(aTarget({ floors: 1 }), { levels: 2 }).climbs).toBe(true)
    expect(candidate(aTarget({ floors: 1 }), { levels: 1 }).climbs).toBe(false)
    expect(candidate(aTarget({ floors: 3, kind: 'house' }), { levels: 3 }).climbs).toBe(false)
  })
})

describe('storeys that a request gives', () => {
  const floorsOf = (target: Target, of: Omit<TargetOverride, 'floors'>, floors: number) => {
    const made = candidate(target, { levels: 7, targets: [{ ...of, floors }] })
    const { part: now, floors: count } = made.target
    return { floors: count, climbs: made.climbs, ...(now && { from: now.fromFloor, to: now.toFloor }) }
  }

  it('are those of the target', () => {
    expect(floorsOf(aTarget({ floors: 6 }), { id: 'osm:w1' }, 3)).toEqual({ floors: 3, climbs: true })
    expect(floorsOf(aTarget({ floors: 6 }), { id: 'osm:w1' }, 1)).toEqual({ floors: 1, climbs: false })
  })

  it('are shared out among the parts of a building, and counted from its lowest floor for a part', () => {
    expect(floorsOf(part(4, 6), { id: 'osm:w1' }, 4)).toEqual({ floors: 2, climbs: true, from: 2, to: 3 })
    expect(floorsOf(part(0, 3), { id: 'osm:w1' }, 4)).toEqual({ floors: 2, climbs: true, from: 0, to: 1 })
    expect(floorsOf(part(3, 3), { id: 'osm:w1' }, 1)).toEqual({ floors: 1, climbs: false, from: 0, to: 0 })
    expect(floorsOf(part(6, 6), { id: 'osm:w1' }, 1)).toEqual({ floors: 1, climbs: false, from: 0, to: 0 })
    expect(floorsOf(part(4, 6), { id: 'osm:w1#2' }, 2)).toEqual({ floors: 2, climbs: true, from: 4, to: 5 })
  })
})

it('an address that a request gives is the one that is told', () => {
  const address = { number: '12 bis', street: 'Rue Neuve' }
  const told = candidate(aTarget({ address: { number: '1', street: 'Rue Vieille', postcode: '75009' } }), {
    ...{ levels: 5, targets: [{ id: 'osm:w1', address }] },
  })
  expect(told.target.address).toEqual({ ...address, postcode: '75009' })
})
