import { describe, expect, it } from 'vitest'
import type { BlockLedger } from '@doorwalk/core/ledger/block'
import { emptyBlock, mergeVisits, withHolds, withoutHolds } from '@doorwalk/core/ledger/block'
import { coverageOf, isFinished, paceOf, shownCounts } from '@doorwalk/core/ledger/coverage'
import { DEFAULT_POLICY } from '@doorwalk/core/ledger/due'
import { holdState } from '@doorwalk/core/ledger/hold'
import { verdictOn } from '@doorwalk/core/ledger/verdict'
import { Visit } from '@doorwalk/core/ledger/visit'

const SATURDAY = '2026-03-14T15:00:00+01:00'
const MONDAY_EVENING = { at: '2026-03-16T19:00:00+01:00', policy: DEFAULT_POLICY }
let count = 0
const visit = (over: Partial<Visit>) =>
  Visit.parse({ id: `visit-${String(++count).padStart(4, '0')}`, target: 'a', at: SATURDAY, ...over })
const merged = (doors: number, ...visits: Visit[]): BlockLedger =>
  mergeVisits(
    emptyBlock(),
    visits.map((each) => ({ visit: each, doors })),
  ).block
const coverage = (block: BlockLedger, doors: number, held = false) =>
  coverageOf({
    small: block.small,
    targets: [{ id: 'a', doors, isHeldOut: false, record: block.targets['a'] }],
    isHeld: () => held,
    moment: MONDAY_EVENING,
  })

describe('a block', () => {
  it('counts a visit once, whether sent twice in one batch or later again', () => {
    const one = visit({ knocked: 12, opened: 4 })
    const { block, outcomes } = mergeVisits(emptyBlock(), [
      { visit: one, doors: 20 },
      { visit: one, doors: 20 },
    ])
    expect(outcomes).toEqual(['new', 'known'])
    expect(mergeVisits(block, [{ visit: one, doors: 20 }])).toEqual({ block, outcomes: ['known'] })
  })

  it('takes other counts of a visit where it is corrected, and keeps its moment unless that is corrected too', () => {
    const slip = visit({ knocked: 500, opened: 3 })
    const meant = { ...slip, knocked: 12, at: '2026-03-14T16:00:00+01:00' }
    const before = merged(12, visit({ knocked: 12, opened: 1 }), slip)
    const corrected = (corrects: 'counts' | 'counts and moment') =>
      mergeVisits(before, [{ visit: meant, doors: 12, corrects }])
    const { block, outcomes } = corrected('counts')
    expect(outcomes).toEqual(['corrected'])
    expect(block.targets['a']?.attempts).toMatchObject([
      { knocked: 12, opened: 1 },
      { id: slip.id, knocked: 12, opened: 3, at: SATURDAY },
    ])
    expect(corrected('counts and moment').block.targets['a']?.attempts?.[1]?.at).toBe(meant.at)
    expect(mergeVisits(block, [{ visit: meant, doors: 12, corrects: 'counts' }]).outcomes).toEqual(['known'])
    // What it was is not kept: it cannot be taken out of the sums.
    const small = merged(4, visit({ knocked: 4 }), { ...slip, knocked: 4 })
    expect(mergeVisits(small, [{ visit: meant, doors: 4, corrects: 'counts' }])).toEqual({
      block: small,
      outcomes: ['known'],
    })
  })

  it('keeps the attempts of a target of 11 doors and only the state of one of 10', () => {
    const seen = visit({ knocked: 10, opened: 3, refused: 2 })
    expect(merged(11, seen).targets['a']?.attempts).toMatchObject([{ opened: 3, refused: 2 }])
    expect(merged(10, seen).targets['a']).toEqual({
      doors: 10,
      small: { state: 'not_before', rounds: ['2026-03-14 afternoon'], at: SATURDAY },
    })
  })

  it.each<[string, Visit[], number]>([
    ['all opened: nothing more', [visit({ knocked: 4, opened: 4 })], 0],
    ['one opted out: never again', [visit({ knocked: 4, opened: 1, optedOut: 1 })], 0],
    ['nobody at home: the share that does not open', [visit({ knocked: 4 })], 3],
    ['asked to come back: again', [visit({ knocked: 1, opened: 1, revisit: 1 })], 3],
    [
      'two evenings: enough',
      [visit({ knocked: 4 }), visit({ knocked: 4, at: '2026-03-12T11:00:00+01:00' })],
      0,
    ],
    [
      'two reports of one afternoon are one round',
      [visit({ knocked: 2 }), visit({ knocked: 2, at: '2026-03-14T15:20:00+01:00' })],
      3,
    ],
    [
      'an opt-out reported late is not forgotten',
      [visit({ knocked: 4 }), visit({ knocked: 1, optedOut: 1 })],
      0,
    ],
  ])('four doors, %s', (_, visits, due) => {
    expect(coverage(merged(4, ...visits), 4).due).toBe(due)
  })

  it('is finished when nothing is due or will be', () => {
    expect(isFinished(coverage(merged(20, visit({ knocked: 20, opened: 15, refused: 5 })), 20))).toBe(true)
    expect(isFinished(coverage(merged(20, visit({ knocked: 20, opened: 15 })), 20))).toBe(false)
  })

  it('adds up: doors = done + later + due', () => {
    const block = merged(20, visit({ at: '2026-03-16T18:00:00+01:00', knocked: 12, opened: 5, refused: 1 }))
    expect(coverage(block, 20)).toMatchObject({
      doors: 20,
      done: 6,
      later: 6,
      due: 8,
      uncovered: 8,
      leased: 0,
    })
    expect(coverage(block, 20, true)).toMatchObject({ leased: 14, uncovered: 0 })
  })

  it('shows sums of small targets in steps of 11 doors', () => {
    let block = emptyBlock()
    const shown: (number | null)[] = []
    for (const target of ['a', 'b', 'c', 'd', 'e', 'f']) {
      block = mergeVisits(block, [{ visit: visit({ target, knocked: 4, opened: 1 }), doors: 4 }]).block
      const { small, targets: records } = block
      const targets = [...'abcdef'].map((id) => ({ id, doors: 4, isHeldOut: false, record: records[id] }))
      const sum = coverageOf({ small, targets, isHeld: () => false, moment: MONDAY_EVENING })
      shown.push(shownCounts(sum)?.opened ?? null)
    }
    expect(shown).toEqual([null, null, 3, 3, 3, 6])
  })

  it('counts no doors behind a shut street door, nor those nobody knocked on, as covered', () => {
    const visits = [
      visit({ id: 'visit-0001', target: 'small-1', noAccess: true, knocked: 0 }),
      visit({ id: 'visit-0002', target: 'small-2', knocked: 2, opened: 2 }),
      visit({ id: 'visit-0003', target: 'small-3', knocked: 10, opened: 1 }),
    ]
    const covered = visits.map((_, index) => {
      const known = visits.slice(0, index + 1).map((each) => ({ visit: each, doors: 10 }))
      return mergeVisits(emptyBlock(), known).block.small.shown.covered
    })
    expect(covered).toEqual([0, 0, 12])
  })

  it('names the street doors that stayed shut', () => {
    const block = merged(
      20,
      visit({ noAccess: true }),
      visit({ noAccess: true, at: '2026-03-12T11:00:00+01:00' }),
    )
    expect(coverage(block, 20)).toMatchObject({ shut: 1, due: 0, later: 0 })
  })
})

describe('a hold', () => {
  const held = { commit: { state: 'committed', until: 0 }, walk: { state: 'started', until: 100 } } as const
  it.each([
    ['held while its walk goes on', held, 99, 'held'],
    ['lapsed after its time', held, 100, 'lapsed'],
    ['free when the walk is finished', { ...held, walk: { state: 'finished', until: 100 } }, 50, 'free'],
    [
      'held while the commit is pending',
      { commit: { state: 'pending', until: 60 }, walk: undefined },
      59,
      'held',
    ],
    [
      'lapsed when the commit died',
      { commit: { state: 'pending', until: 60 }, walk: undefined },
      60,
      'lapsed',
    ],
    [
      'lapsed when its time lies further ahead than any commit has: the clock was set back',
      { commit: { state: 'pending', until: 3_600_000 }, walk: undefined },
      3_539_999,
      'lapsed',
    ],
    ['free when the commit is void', { ...held, commit: { state: 'void', until: 60 } }, 1, 'free'],
    ['free when nobody knows the commit', { commit: undefined, walk: undefined }, 1, 'free'],
  ] as const)('is %s', (_, parts, now, state) => {
    expect(holdState(parts, now)).toBe(state)
  })

  it('passes from one walk to another, and is let go of', () => {
    const block = withHolds(emptyBlock(), { targets: ['a', 'b'], hold: { walk: 'w1', plan: 'p' } })
    expect(withoutHolds(block, (_, target) => target === 'a').holds).toEqual({ b: { walk: 'w1', plan: 'p' } })
  })
})

describe('a verdict', () => {
  const target = { doors: 20, record: undefined, isHeldOut: false, isLeased: false }
  const record = merged(20, visit({ knocked: 20, opened: 20 })).targets['a']
  it.each([
    ['free', {}, { doors: 20 }],
    ['leased', { isLeased: true }, { reason: 'leased' }],
    ['visited, though leased', { isLeased: true, record }, { reason: 'visited' }],
    ['held out, whatever else', { isLeased: true, record, isHeldOut: true }, { reason: 'hold_out' }],
  ])('%s', (_, over, verdict) => {
    expect(verdictOn({ ...target, ...over }, MONDAY_EVENING)).toEqual(verdict)
  })

  it('leaves out whatever was visited since', () => {
    const some = merged(20, visit({ knocked: 1 })).targets['a']
    const since = (visitedSince: string) =>
      verdictOn({ ...target, record: some }, { ...MONDAY_EVENING, visitedSince })
    expect(since('2026-03-14T00:00:00Z')).toEqual({ reason: 'visited' })
    expect(since('2026-03-15T00:00:00Z')).toEqual({ doors: 20 })
  })
})

it('says how many doors a day the goal needs', () => {
  const day = 24 * 3_600_000
  expect(paceOf({ goal: 200_000, done: 40_000, now: 0, by: 65 * day })).toEqual({
    left: 160_000,
    days: 65,
    doorsADay: 2462,
  })
  expect(paceOf({ goal: 10, done: 10, now: 0, by: day })).toBeNull()
})
