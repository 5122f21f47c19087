import { describe, expect, it } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { emptyBlock, mergeVisits, withPaces } from '@doorwalk/core/ledger/block'
import { calibrate } from '@doorwalk/core/ledger/calibration'
import { type PacedStop, addPaces, medianOf, pacesOf } from '@doorwalk/core/ledger/pace'
import { ledgerToday } from '@doorwalk/core/ledger/today'
import { Visit } from '@doorwalk/core/ledger/visit'

const BEGUN = Date.parse('2026-03-14T18:00:00Z')
const LEG = 60
/** 60 s entry, 4 floors of 15 s, 12 doors of 35 s and 4 talks of 180 s. */
const EXPECTED = 60 + 60 + 12 * 35 + 4 * 180

interface Reported {
  id: string
  /** Seconds after the walk was begun. */
  after: number
  doors?: number
  opened?: number
  paysEntry?: boolean
}
const stop = ({ id, paysEntry = true }: Reported): PacedStop => ({
  ...{ block: 'b', targets: [{ id, floors: 4 }], leg: LEG, paysEntry },
})
const clock = (after: number): string => new Date(BEGUN + after * 1000).toISOString().replace('Z', '+00:00')

function blockOf(reported: Reported[]) {
  return mergeVisits(
    emptyBlock(),
    reported.map(({ id, after, doors = 12, opened = 4 }) => ({
      doors,
      visit: Visit.parse({ id: `visit-000${id}`, target: id, at: clock(after), knocked: doors, opened }),
    })),
  ).block
}
function paces(reported: Reported[], planned: number[] = []) {
  const { targets } = blockOf(reported)
  return pacesOf(reported.map(stop), {
    records: new Map(Object.entries(targets)),
    ...{ from: BEGUN, to: BEGUN + 4 * 3_600_000, assumptions: DEFAULT_ASSUMPTIONS },
    planned: new Set(planned.map((after) => BEGUN + after * 1000)),
  })
}
const at = (ratio: number): number => LEG + ratio * EXPECTED

describe('a walk', () => {
  it('teaches what passed between two stops, less the walking between them', () => {
    const [pace, ...more] = paces([
      { id: 'a', after: 600 },
      { id: 'b', after: 600 + at(1.5) },
    ])
    expect(more).toEqual([])
    expect(pace).toMatchObject({ block: 'b', daypart: 'evening' })
    expect(pace!.ratio).toBeCloseTo(1.5, 5)
  })

  it('does not get through a street door twice', () => {
    const [pace] = paces([
      { id: 'a', after: 600 },
      { id: 'b', after: 600 + LEG + 1.5 * (EXPECTED - 60), paysEntry: false },
    ])
    expect(pace!.ratio).toBeCloseTo(1.5, 5)
  })

  it('teaches nothing of pauses, of stops done out of order, of paper and of small targets', () => {
    const first = { id: 'a', after: 600 }
    expect(paces([first, { id: 'b', after: 600 + at(9) }])).toEqual([])
    expect(paces([first, { id: 'b', after: 600 + 2 * 3_600 }])).toEqual([])
    expect(paces([first, { id: 'b', after: 300 }])).toEqual([])
    expect(paces([first, { id: 'b', after: 600 + at(2) }, { id: 'c', after: 700 }])).toEqual([])
    const typed = 600 + at(1)
    expect(paces([first, { id: 'b', after: typed }], [600, typed])).toEqual([])
    expect(paces([first, { id: 'b', after: 600 + at(1), doors: 10 }])).toEqual([])
    expect(paces([first, { id: 'b', after: 5 * 3_600 }])).toEqual([])
    // From a small one to a large one the way is known.
    expect(
      paces([
        { ...first, doors: 10 },
        { id: 'b', after: 600 + at(1) },
      ]),
    ).toHaveLength(1)
  })
})

describe('what walks teach', () => {
  /** Many stops that took so much longer than expected. */
  const seen = (ratios: number[], daypart: 'morning' | 'evening' = 'evening') =>
    withPaces(
      blockOf([{ id: 'x', after: 0 }]),
      ratios.map((ratio) => ({ block: 'b', daypart, ratio })),
    )
  const learnt = (ratios: number[], when = clock(0), daypart: 'morning' | 'evening' = 'evening') =>
    calibrate(DEFAULT_ASSUMPTIONS, ledgerToday([seen(ratios, daypart)], new Map()), when)

  it('is a median: neither one long talk nor two doors left out move it', () => {
    const many = Array<number>(40).fill(1.4)
    const { pace, stops } = learnt([...many, 4.9, 0.21]).calibration!
    expect(pace).toBeGreaterThan(1.3)
    expect(pace).toBeLessThan(1.45)
    expect(stops).toBe(42)
    expect(medianOf(withPaces(emptyBlock(), []).paces?.evening ?? [])).toEqual({ stops: 0, median: 1 })
  })

  it('moves the default little when few stops were seen, and lends mornings what evenings have taught', () => {
    expect(learnt([2]).calibration!.pace).toBeLessThan(1.3)
    const morning = learnt(Array<number>(40).fill(1.4), '2026-03-14T10:00:00+01:00').calibration!
    expect(morning.pace).toBeGreaterThan(1.25)
    expect(morning).toMatchObject({ daypart: 'morning', stops: 40, stopsThen: 0 })
  })

  it('stretches everything people do at a door, and nothing else', () => {
    const { calibration, ...slow } = learnt(Array<number>(200).fill(1.99))
    expect(slow.talkSeconds).toBe(Math.round(180 * calibration!.pace))
    expect(slow.knockSeconds).toBe(Math.round(35 * calibration!.pace))
    expect(slow.walkingMetresPerSecond).toBe(DEFAULT_ASSUMPTIONS.walkingMetresPerSecond)
    expect(learnt([]).talkSeconds).toBe(180)
  })

  it('adds up over blocks', () => {
    expect(addPaces({ evening: [1, 2] }, { evening: [3, 4], morning: [5, 6] })).toEqual({
      evening: [4, 6],
      morning: [5, 6],
    })
  })
})
