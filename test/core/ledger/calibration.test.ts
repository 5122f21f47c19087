import { describe, expect, it } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import type { BlockLedger } from '@doorwalk/core/ledger/block'
import { emptyBlock, mergeVisits } from '@doorwalk/core/ledger/block'
import { calibrate, shrunk } from '@doorwalk/core/ledger/calibration'
import { ledgerToday } from '@doorwalk/core/ledger/today'
import { Visit } from '@doorwalk/core/ledger/visit'

const EVENING = '2026-03-14T18:30:00+01:00'
const MORNING = '2026-03-14T10:30:00+01:00'
let count = 0
const block = (times: number, doors: number, over: object): BlockLedger =>
  mergeVisits(
    emptyBlock(),
    Array.from({ length: times }, () => {
      const id = `visit-${String(++count).padStart(5, '0')}`
      return { doors, visit: Visit.parse({ id, target: id, at: EVENING, ...over }) }
    }),
  ).block
const learnt = (at: string, ...blocks: BlockLedger[]) =>
  calibrate(DEFAULT_ASSUMPTIONS, ledgerToday(blocks, new Map()), at)

describe('what visits teach', () => {
  it('is nothing below 11 doors', () => {
    expect(learnt(EVENING, block(1, 20, { knocked: 10, opened: 10 }))).toBe(DEFAULT_ASSUMPTIONS)
    expect(learnt(EVENING, block(2, 5, { knocked: 5, opened: 5 }))).toBe(DEFAULT_ASSUMPTIONS)
  })

  it('moves the share of doors that open little when few were seen, nearly all the way when many', () => {
    const few = learnt(EVENING, block(1, 20, { knocked: 20, opened: 12 })).openedShare
    expect(few).toBeGreaterThan(0.3)
    expect(few).toBeLessThan(0.5)
    expect(learnt(EVENING, block(100, 20, { knocked: 20, opened: 12 })).openedShare).toBeCloseTo(0.6, 1)
  })

  it('weighs one attempt by the doors there are, whatever it says', () => {
    const usual = block(20, 12, { knocked: 12, opened: 4 })
    const slip = block(1, 12, { knocked: 500, opened: 3 })
    const [without, with_] = [learnt(EVENING, usual), learnt(EVENING, usual, slip)]
    expect(without.openedShare - with_.openedShare).toBeLessThan(0.04)
    expect(with_.calibration?.doors).toBeLessThan(300)
  })

  it('tells evenings from mornings, and lends mornings what evenings have taught', () => {
    const seen = [
      block(50, 20, { knocked: 20, opened: 10 }),
      block(50, 20, { at: MORNING, knocked: 20, opened: 2 }),
    ]
    const [evening, morning] = [learnt(EVENING, ...seen), learnt(MORNING, ...seen)]
    expect(evening.openedShare).toBeCloseTo(0.49, 1)
    expect(morning.openedShare).toBeCloseTo(0.11, 1)
    expect(morning.calibration).toEqual({
      ...{ daypart: 'morning', doors: 1991, doorsThen: 990, entries: 100 },
      ...{ stops: 0, stopsThen: 0, pace: 1 },
    })
    const never = learnt('2026-03-14T14:30:00+01:00', block(50, 20, { knocked: 20, opened: 10 }))
    expect(never.openedShare).toBeCloseTo(0.49, 1)
    expect(never.calibration?.doorsThen).toBe(0)
  })

  it('moves the chance to get in for every lock, never beyond one, and leaves open doors open', () => {
    const shut = learnt(EVENING, block(40, 20, { noAccess: true }), block(10, 20, { knocked: 20, opened: 6 }))
    const { entryProbability: usual } = DEFAULT_ASSUMPTIONS
    expect(shut.entryProbability.unknown).toBeLessThan(0.4)
    expect(shut.entryProbability.code).toBeLessThan(shut.entryProbability.intercom)
    expect(shut.entryProbability.open).toBe(1)
    const lucky = learnt(EVENING, block(500, 20, { knocked: 20, opened: 6 })).entryProbability
    for (const [lock, share] of Object.entries(lucky)) {
      expect(share).toBeLessThanOrEqual(1)
      expect(share).toBeGreaterThanOrEqual(usual[lock as keyof typeof usual])
    }
  })

  it('takes the sums of small targets, as far as they may be shown', () => {
    const { calibration, openedShare } = learnt(EVENING, block(60, 4, { knocked: 4, opened: 4 }))
    expect(openedShare).toBeGreaterThan(0.6)
    expect(calibration).toMatchObject({ doors: 231, doorsThen: 0, entries: 0 })
  })

  it('is the mean of a beta posterior', () => {
    expect(shrunk({ seen: 0, of: 0, expected: 0.3, weight: 50 })).toBe(0.3)
    expect(shrunk({ seen: 35, of: 50, expected: 0.3, weight: 50 })).toBe(0.5)
  })
})
