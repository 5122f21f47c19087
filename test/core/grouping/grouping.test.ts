import { describe, expect, it } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { blocksOf, proposeMeetingPoint } from '@doorwalk/core/grouping/block'
import { makeCrew, needsMeetingPoint } from '@doorwalk/core/grouping/crew'
import { shortlist } from '@doorwalk/core/grouping/shortlist'
import type { PlacedTarget } from '@doorwalk/core/grouping/stop'
import { makeStop, rowsOf } from '@doorwalk/core/grouping/stop'
import type { LngLat } from '@doorwalk/core/units'
import { PARIS, aCandidate, aRequest, aTarget } from '../../support/worlds/builders.ts'

const WALKING = DEFAULT_ASSUMPTIONS.walkingMetresPerSecond
/** 1 m of latitude is about 9e-6 degrees. */
const north = (metres: number): LngLat => [PARIS[0], PARIS[1] + metres * 9e-6]

function house(metres: number, over: Partial<Snap> = {}, seconds = 89): PlacedTarget {
  const location = north(metres)
  const snap: Snap = {
    ...{ edge: 7, position: metres / 1000, location, from: location, metresAway: 3, street: 'Rue A' },
    ...{ side: 'left', rule: 'named_street', confidence: 1, ...over },
  }
  const target = aTarget({
    id: `osm:w${metres}`,
    location,
    block: '8a1fb4662b07fff',
    kind: 'house',
    doors: 1,
  })
  return { candidate: aCandidate({ target }), snap, seconds, entry: 0 }
}

describe('rows', () => {
  it('join houses of one side in street order', () => {
    expect(rowsOf([house(40), house(0), house(20)], WALKING)).toEqual([[1, 2, 0]])
  })

  it('do not cross the street, leave the edge or bridge a gap of more than 50 m', () => {
    expect(rowsOf([house(0), house(10, { side: 'right' })], WALKING)).toEqual([[0], [1]])
    expect(rowsOf([house(0), house(10, { edge: 8 })], WALKING)).toEqual([[0], [1]])
    expect(rowsOf([house(0), house(60)], WALKING)).toEqual([[0], [1]])
  })

  it('take no house whose side is unknown, and no flats', () => {
    const flats = house(20)
    const block = {
      ...flats,
      candidate: aCandidate({ target: { ...flats.candidate.target, kind: 'flats' } }),
    }
    expect(rowsOf([house(0, { side: null }), house(10), block], WALKING)).toEqual([[0], [1], [2]])
  })

  it('end at 15 minutes: 9 houses of 89 s and 8 gaps of 10 m (8 s) make 865 s, the tenth would make 962', () => {
    const row = rowsOf(
      Array.from({ length: 12 }, (_, index) => house(index * 10)),
      WALKING,
    )
    expect(row.map((members) => members.length)).toEqual([9, 3])
  })

  it('become one stop with two ends, service in deciseconds and summed doors', () => {
    const placed = [house(0), house(20)]
    const stop = makeStop([0, 1], placed, 160)
    expect(stop).toMatchObject({ service: 890 + 890 + 160, doors: 2, prize: 2 })
    expect([stop.first, stop.last]).toEqual([placed[0]!.snap, placed[1]!.snap])
  })

  it('pass each street door once: two of three targets behind one, 600 + 540 + 600 s, 60 s of each to get in', () => {
    const behind = (id: string, streetDoor: string): PlacedTarget => {
      const { snap } = house(0)
      const target = aTarget({ id, streetDoor, building: 'osm:w1' })
      return { candidate: aCandidate({ target }), snap, seconds: 600, entry: 60 }
    }
    const placed = [behind('osm:w1!e1', 'a'), behind('osm:w1!e2', 'a'), behind('osm:w1!e3', 'b')]
    expect(makeStop([0, 1, 2], placed, 0)).toMatchObject({ service: 6000 + 5400 + 6000, entry: 600 })
    expect(makeStop([0], [house(0)], 0)).toMatchObject({ service: 890, entry: 0 })
  })
})

describe('a crew', () => {
  it('takes from the request what a volunteer does not say', () => {
    const request = aRequest({
      volunteers: [
        {},
        { id: 'b', minutes: 60, start: 'anywhere', doors: 5 },
        { people: 2, split: true, end: PARIS },
      ],
      minutes: 90,
      doors: 45,
      start: PARIS,
    })
    const [a, b, c] = makeCrew(request, null, DEFAULT_ASSUMPTIONS)
    expect(a).toMatchObject({
      id: '1',
      start: PARIS,
      end: PARIS,
      budget: 5400,
      usable: 4860,
      doors: 45,
      hands: 1,
    })
    expect(b).toMatchObject({ id: 'b', start: null, end: null, budget: 3600, doors: 5 })
    expect(c).toMatchObject({ id: '3', start: PARIS, end: PARIS, hands: 2 })
  })

  it('walks open when the request says so', () => {
    const [walker] = makeCrew(
      aRequest({ volunteers: 1, start: PARIS, closed: false }),
      null,
      DEFAULT_ASSUMPTIONS,
    )
    expect(walker).toMatchObject({ start: PARIS, end: null })
  })

  it('needs a meeting point only when somebody has no start', () => {
    expect(needsMeetingPoint(aRequest())).toBe(true)
    expect(needsMeetingPoint(aRequest({ start: 'anywhere' }))).toBe(false)
    expect(needsMeetingPoint(aRequest({ volunteers: [{ start: PARIS }] }))).toBe(false)
    expect(needsMeetingPoint(aRequest({ volunteers: [{ start: PARIS }, {}] }))).toBe(true)
  })
})

describe('the meeting point', () => {
  const at = (metres: number, prize: number) =>
    aCandidate({ target: aTarget({ location: north(metres) }), prize })

  it('lies in the richest surroundings, not in the middle', () => {
    const candidates = [at(0, 50), at(30, 50), at(60, 50), at(5000, 20)]
    expect(proposeMeetingPoint(candidates, blocksOf(candidates))).toEqual(north(30))
  })

  it('is none without candidates', () => {
    expect(proposeMeetingPoint([], [])).toBeNull()
  })
})

describe('the shortlist', () => {
  const row = [0, 300, 600, 900, 1200].map((metres, index) =>
    aCandidate({ target: aTarget({ id: `osm:w${index}`, location: north(metres) }), prize: 10 }),
  )
  const list = (limit: number, start: LngLat | 'anywhere', candidates = row) =>
    shortlist({
      candidates,
      seconds: candidates.map(() => 600),
      blocks: blocksOf(candidates),
      crew: makeCrew(aRequest({ volunteers: 3, minutes: 60, start }), null, DEFAULT_ASSUMPTIONS),
      walkingMetresPerSecond: WALKING,
      limit,
    })

  it('keeps everything that fits', () => {
    expect(list(5, PARIS)).toEqual([0, 1, 2, 3, 4])
  })

  it('prefers what is near the start when all is worth the same', () => {
    expect(list(2, PARIS)).toEqual([0, 1])
    expect(list(2, north(1200))).toEqual([3, 4])
  })

  it('prefers prize when walks may start anywhere', () => {
    expect(list(1, 'anywhere', row.with(3, { ...row[3]!, prize: 30 }))).toEqual([3])
  })
})
