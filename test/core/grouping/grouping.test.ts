import { describe, expect, it } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import type { Target } from '@doorwalk/core/building/building'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { blocksOf, proposeMeetingPoint } from '@doorwalk/core/grouping/block'
import { makeCrew, needsMeetingPoint } from '@doorwalk/core/grouping/crew'
import { meetForKeys } from '@doorwalk/core/grouping/key-meeting'
import { shortlist } from '@doorwalk/core/grouping/shortlist'
import type { PlacedTarget } from '@doorwalk/core/grouping/stop'
import { rowsOf, stopLimits } from '@doorwalk/core/grouping/row'
import { makeStop } from '@doorwalk/core/grouping/stop'
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
  return { candidate: aCandidate({ target }), snap, pavement: snap.side, seconds, entry: 0 }
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

  it('leave out key buildings: whether one is reached depends on no other', () => {
    const key = house(20)
    const named = { ...key, candidate: { ...key.candidate, key: true } }
    expect(rowsOf([house(0), named, house(40)], WALKING)).toEqual([[0, 2], [1]])
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
      return { candidate: aCandidate({ target }), snap, pavement: snap.side, seconds: 600, entry: 60 }
    }
    const placed = [behind('osm:w1!e1', 'a'), behind('osm:w1!e2', 'a'), behind('osm:w1!e3', 'b')]
    expect(makeStop([0, 1, 2], placed, 0)).toMatchObject({ service: 6000 + 5400 + 6000, entry: 600 })
    expect(makeStop([0], [house(0)], 0)).toMatchObject({ service: 890, entry: 0 })
  })
})

describe('entrances of one building', () => {
  /** Of building w1 unless said otherwise; `seconds` long. */
  function entrance(metres: number, over: Partial<Target> = {}, seconds = 180): PlacedTarget {
    const { candidate, snap } = house(metres)
    const id = `osm:w1!e${metres}`
    const target = {
      ...{ ...candidate.target, kind: 'flats' as const, id, streetDoor: id, building: 'osm:w1' },
      ...{ doors: 3, floors: 4, ...over },
    }
    return { candidate: aCandidate({ target }), snap, pavement: snap.side, seconds, entry: 60 }
  }

  it('make one stop, from one end to the other', () => {
    expect(rowsOf([entrance(20), entrance(0), entrance(40)], WALKING)).toEqual([[2, 0, 1]])
  })

  it('make stops of up to 10 minutes, as even as they can be', () => {
    const four = [0, 20, 40, 60].map((metres) => entrance(metres))
    expect(rowsOf(four, WALKING)).toEqual([
      [1, 0],
      [3, 2],
    ])
    expect(rowsOf([entrance(0, {}, 650), entrance(20)], WALKING)).toEqual([[0], [1]])
  })

  it('stay apart where they are parts, keys, of other buildings or blocks, or climb otherwise', () => {
    const part = { number: 1, of: 2, fromFloor: 3, toFloor: 5 }
    const one = entrance(0)
    for (const over of [
      { building: 'osm:w2' },
      { block: '8a1fb4662b0ffff' },
      { kind: 'house' as const },
      { floors: 1 },
      { part },
    ])
      expect(rowsOf([one, entrance(20, over)], WALKING), JSON.stringify(over)).toEqual([[0], [1]])
    const key = entrance(20)
    expect(
      rowsOf([one, { ...key, candidate: { ...key.candidate, key: true } }, entrance(40)], WALKING),
    ).toEqual([[1], [2, 0]])
    expect(rowsOf([one, entrance(60)], WALKING)).toEqual([[0], [1]])
  })

  it('stay as an earlier plan has formed them', () => {
    const three = [0, 20, 40].map((metres) => entrance(metres))
    expect(rowsOf(three, WALKING, { formed: new Set([1]) })).toEqual([[2, 0]])
  })

  it('end a row of houses between two buildings, where it can', () => {
    const terrace = (metres: number, building: string) => {
      const { candidate, ...rest } = house(metres)
      return { ...rest, candidate: aCandidate({ target: { ...candidate.target, building } }) }
    }
    const row = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90].map((metres, index) =>
      terrace(metres, index < 6 ? 'a' : 'b'),
    )
    expect(rowsOf(row, WALKING).map((members) => members.length)).toEqual([6, 4])
  })

  it('fit into a third of a walk, and into its doors', () => {
    const three = [0, 20, 40].map((metres) => entrance(metres, {}, 150))
    const limits = { longest: 400, doors: 100 }
    expect(rowsOf(three, WALKING, { limits })).toEqual([[0], [2, 1]])
    expect(rowsOf(three, WALKING, { limits: { longest: 900, doors: 5 } })).toEqual([[0], [1], [2]])
    const crew = (...minutes: number[]) =>
      makeCrew(
        aRequest({ volunteers: minutes.map((each) => ({ minutes: each, start: PARIS, doors: each })) }),
        null,
        DEFAULT_ASSUMPTIONS,
      )
    expect(stopLimits(crew(60, 90))).toEqual({ longest: 1080, doors: 60 })
    expect(stopLimits(crew(10, 60, 90))).toEqual({ longest: 1080, doors: 60 })
    expect(stopLimits(makeCrew(aRequest({ volunteers: 1 }), PARIS, DEFAULT_ASSUMPTIONS)).doors).toBe(
      Number.MAX_VALUE,
    )
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

describe('the meeting point for key buildings', () => {
  const crew = makeCrew(aRequest({ volunteers: 2, minutes: 60 }), PARIS, DEFAULT_ASSUMPTIONS)
  const meet = (keys: number[], plain = PARIS) => {
    const candidates = [0, ...keys].map((metres, index) =>
      aCandidate({ target: aTarget({ id: `osm:w${index}`, location: north(metres) }), key: index > 0 }),
    )
    const seconds = candidates.map(() => 600)
    return meetForKeys({ plain, candidates, seconds, crew, walkingMetresPerSecond: WALKING })
  }

  it('stays where it was as long as all can be reached from there', () => {
    expect(meet([])).toEqual(PARIS)
    expect(meet([300, -300])).toEqual(PARIS)
  })

  it('moves to where most can be reached: 3 km there and back take 104 of 54 minutes', () => {
    expect(meet([3_000])).toEqual(north(3_000))
    expect(meet([-2_900, 2_800, 3_000, 3_100])).toEqual(north(2_800))
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

  it('never leaves out a key building, and of too many keeps those of the best blocks', () => {
    const named = (at: number[]) => row.map((one, index) => ({ ...one, key: at.includes(index) }))
    expect(list(2, PARIS, named([4]))).toEqual([0, 4])
    expect(list(2, PARIS, named([1, 2, 4]))).toEqual([1, 2])
  })

  it('prefers prize when walks may start anywhere', () => {
    expect(list(1, 'anywhere', row.with(3, { ...row[3]!, prize: 30 }))).toEqual([3])
  })
})
