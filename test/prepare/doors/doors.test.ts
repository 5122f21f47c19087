import { createHash } from 'node:crypto'
import { secondsAt } from '@doorwalk/core/assembly/service-time'
import type { Target } from '@doorwalk/core/building/building'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeShares } from '@doorwalk/prepare/lists/whole-shares'
import { partsOf } from '@doorwalk/prepare/doors/parts'
import { boxRing, clipToConvex, signedArea, type XY } from '@doorwalk/prepare/geometry/plane'
import { ringsOf } from '@doorwalk/prepare/osm/rings'
import { isGroundFloorUse } from '@doorwalk/prepare/structures/tenants'
import { kindByTags, noDoorsByTags } from '@doorwalk/prepare/structures/use'
import { aCandidate, aTarget } from '../../support/worlds/builders.ts'

describe('whole shares', () => {
  const values = fc.array(fc.double({ min: 0, max: 80, noNaN: true }), { maxLength: 60 })

  it('keep the total and stay within one of each value', () => {
    fc.assert(
      fc.property(values, (list) => {
        const shares = wholeShares(list.map((value, i) => ({ key: `${i}`, value, least: 0 })))
        const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
        expect(total).toBe(Math.round(list.reduce((sum, value) => sum + value, 0)))
        for (const [key, share] of shares) expect(Math.abs(share - list[Number(key)]!)).toBeLessThan(1)
      }),
    )
  })

  it('do not depend on the order, and respect what each must have', () => {
    const items = [0.2, 0.2, 7.6].map((value, i) => ({ key: `k${i}`, value, least: 1 }))
    const shares = wholeShares(items)
    expect(wholeShares([...items].reverse())).toEqual(shares)
    expect([...shares].sort()).toEqual([
      ['k0', 1],
      ['k1', 1],
      ['k2', 8],
    ])
  })
})

describe('parts of an entrance', () => {
  const entrances = fc.record({
    doors: fc.integer({ min: 1, max: 400 }),
    levels: fc.integer({ min: 1, max: 30 }),
    lowest: fc.constant(0),
    kind: fc.constant('flats' as const),
  })

  it('hold every door once, go down from the top and stay within 20 minutes', () => {
    fc.assert(
      fc.property(entrances, (entrance) => {
        const parts = partsOf(entrance)
        expect(parts.reduce((sum, { doors }) => sum + doors, 0)).toBe(entrance.doors)
        expect(parts[0]?.toFloor).toBe(entrance.levels - 1)
        expect(parts.at(-1)?.fromFloor).toBe(0)
        for (const [i, part] of parts.entries()) {
          expect(60 + 15 * (part.toFloor - part.fromFloor + 1) + 89 * part.doors).toBeLessThanOrEqual(1200)
          const above = parts[i - 1]
          if (above) expect([above.fromFloor, above.fromFloor - 1]).toContain(part.toFloor)
        }
      }),
    )
  })

  it('leave a short entrance whole, above its shops', () => {
    expect(partsOf({ doors: 8, levels: 5, lowest: 1, kind: 'flats' })).toEqual([
      { fromFloor: 1, toFloor: 4, doors: 8 },
    ])
  })

  it('share one long floor, each with its own doors', () => {
    const parts = partsOf({ doors: 31, levels: 1, lowest: 0, kind: 'flats' })
    expect(parts.map(({ doors, firstDoor, lastDoor }) => [doors, firstDoor, lastDoor])).toEqual([
      [11, 1, 11],
      [10, 12, 21],
      [10, 22, 31],
    ])
  })

  it('take together as long as the entrance in one', () => {
    const seconds = (over: Partial<Target>, paysEntry: boolean) =>
      secondsAt(aCandidate({ target: aTarget(over) }), { hands: 1, paysEntry }, DEFAULT_ASSUMPTIONS)
    fc.assert(
      fc.property(entrances, ({ doors, levels, ...rest }) => {
        const parts = partsOf({ doors, levels, ...rest })
        const inParts = parts.map((part, index) => {
          const floors = part.toFloor - part.fromFloor + 1
          const named = { number: index + 1, of: parts.length, ...part }
          return seconds(
            { doors: part.doors, floors, ...(parts.length > 1 ? { part: named } : {}) },
            index === 0,
          )
        })
        const whole = seconds({ doors, floors: levels }, true)
        expect(inParts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(whole, 6)
      }),
    )
  })

  it('are those they have always been: ids of parts mean the same doors for ever', () => {
    const hash = createHash('sha256')
    for (const kind of ['flats', 'house'] as const)
      for (let doors = 1; doors <= 250; doors++)
        for (let levels = 1; levels <= 25; levels++)
          for (const lowest of [0, 1]) {
            if (lowest >= levels) continue
            const parts = partsOf({ doors, levels, lowest, kind })
            const said = parts.map(({ fromFloor, toFloor, doors: own }) => ({
              ...{ fromFloor, toFloor, doors: own },
            }))
            hash.update(JSON.stringify(said))
          }
    // Of the code that first cut entrances, at 20 minutes of the door times it had.
    expect(hash.digest('hex')).toBe('937c7ddcab1c8301af80b243e112f291ab4f342010893bb8ef44a54ff0b1d0d4')
  })
})

describe('who lives in a building', () => {
  it.each([
    [{ building: 'garages' }, 'outbuilding'],
    [{ building: 'yes', wall: 'no' }, 'outbuilding'],
    [{ building: 'church' }, 'public'],
    [{ building: 'yes', amenity: 'school' }, 'public'],
    [{ building: 'retail' }, 'commercial'],
    [{ building: 'yes', tourism: 'hotel' }, 'commercial'],
    [{ building: 'construction' }, 'ruin'],
    [{ building: 'yes' }, undefined],
    [{ building: 'apartments', shop: 'supermarket' }, undefined],
    [{ building: 'apartments', amenity: 'kindergarten' }, undefined],
  ])('%o → %s', (tags, reason) => {
    expect(noDoorsByTags(tags)).toBe(reason)
  })

  it('knows houses from flats where tags tell', () => {
    expect(kindByTags({ building: 'terrace' })).toBe('house')
    expect(kindByTags({ building: 'yes', 'building:flats': '12' })).toBe('flats')
    expect(kindByTags({ building: 'yes' })).toBeUndefined()
  })

  it('counts shops on the ground floor only', () => {
    expect(isGroundFloorUse({ shop: 'bakery' })).toBe(true)
    expect(isGroundFloorUse({ shop: 'bakery', level: '2' })).toBe(false)
    expect(isGroundFloorUse({ shop: 'vacant' })).toBe(false)
    expect(isGroundFloorUse({ amenity: 'bench' })).toBe(false)
  })
})

/** Outer rings of a relation whose members have these nodes. */
function outerOf(pieces: number[][]): number[][] {
  const ways = new Map(pieces.map((refs, i) => [i + 1, refs]))
  const members = pieces.map((_, i) => ({ type: 'way' as const, ref: i + 1, role: 'outer' }))
  return ringsOf({ id: 1, members, tags: {} }, { ways, locate: () => undefined }).outer
}

describe('rings', () => {
  it('close from pieces in any order and direction', () => {
    expect(
      outerOf([
        [1, 2, 3],
        [5, 4, 3],
        [1, 5],
      ]),
    ).toEqual([[1, 2, 3, 4, 5, 1]])
    expect(
      outerOf([
        [1, 2, 3],
        [3, 4],
      ]),
    ).toEqual([])
  })

  it('are cut by a box to the right area', () => {
    const u: XY[] = [
      [0, 0],
      [30, 0],
      [30, 30],
      [20, 30],
      [20, 10],
      [10, 10],
      [10, 30],
      [0, 30],
    ]
    expect(signedArea(u)).toBe(700)
    expect(Math.abs(signedArea(clipToConvex(u, boxRing([0, 20, 30, 40]))))).toBeCloseTo(200)
    expect(clipToConvex(u, boxRing([50, 50, 60, 60]))).toEqual([])
  })
})
