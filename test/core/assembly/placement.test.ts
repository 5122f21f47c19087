import { describe, expect, it } from 'vitest'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { makeStops, roomFor } from '@doorwalk/core/assembly/placement'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { stayingAt } from '@doorwalk/core/graph/route/path'
import { makeCrew } from '@doorwalk/core/grouping/crew'
import type { PlacedTarget } from '@doorwalk/core/grouping/stop'
import type { Router } from '@doorwalk/core/matrix/router'
import { PARIS, aCandidate, aRequest, aTarget } from '../../support/worlds/builders.ts'

const places = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const start = { edge: index } as Snap
    return { start, end: start }
  })

describe('room for targets in one matrix', () => {
  it('is what starts and ends leave of 2,000', () => {
    expect(roomFor([{ start: null, end: null }])).toBe(2000)
    expect(roomFor(places(50))).toBe(1950)
    expect(roomFor(places(1500))).toBe(500)
  })

  it('is refused when too many starts leave too little', () => {
    expect(() => roomFor(places(1501))).toThrow(
      expect.objectContaining({ code: 'volunteers.too_many_starts' }),
    )
  })
})

describe('stops', () => {
  /** Entrances of one building, some metres apart; `minutes` of walking from each to the next, null: none. */
  async function stopsOf(seconds: (number | null)[], formed: number[][] = []) {
    const targets = [0, ...seconds].map((_, index): PlacedTarget => {
      const target = aTarget({ id: `osm:w1!e${index}`, doors: 1, floors: 2 })
      const snap = { edge: 1, position: index / 10, location: PARIS, from: [index, 0], side: null } as unknown
      return {
        candidate: aCandidate({ target }),
        snap: snap as Snap,
        pavement: null,
        seconds: 100,
        entry: 60,
      }
    })
    const ways = new Map(seconds.map((each, index) => [`${index} ${index + 1}`, each]))
    const numberOf = ({ from }: Snap) => from[0]
    const router: Router = {
      snap: () => Promise.reject(new Error('is placed')),
      table: () => Promise.reject(new Error('asks for ways')),
      reach: () => Promise.reject(new Error('asks for ways')),
      routes: async (pairs) =>
        pairs.map(([a, b]) => {
          const [first, last] = [numberOf(a), numberOf(b)].sort((x, y) => x - y)
          const way = ways.get(`${first} ${last}`) ?? null
          return way === null ? null : { ...stayingAt(PARIS), deciseconds: 10 * way }
        }),
    }
    const crew = makeCrew(aRequest({ volunteers: 1, minutes: 90 }), PARIS, DEFAULT_ASSUMPTIONS)
    const stops = await makeStops({ targets, router, walkingMetresPerSecond: 1.25, formed, crew })
    return stops.map(({ members, inner, service }) => ({ members: members.toSorted(), inner, service }))
  }

  it('walk between their targets', async () => {
    expect(await stopsOf([20, 30])).toEqual([{ members: [0, 1, 2], inner: 500, service: 3500 }])
  })

  it('end where the way to the next entrance is longer than a minute, or there is none', async () => {
    const apart = [
      { members: [0, 1], inner: 200, service: 2200 },
      { members: [2], inner: 0, service: 1000 },
    ]
    for (const way of [61, null])
      expect((await stopsOf([20, way])).sort((a, b) => a.members[0]! - b.members[0]!)).toEqual(apart)
  })

  it('stay as an earlier plan has formed them', async () => {
    expect(await stopsOf([20, 200], [[1, 2]])).toEqual([
      { members: [1, 2], inner: 2000, service: 4000 },
      { members: [0], inner: 0, service: 1000 },
    ])
  })
})
