import { describe, expect, it } from 'vitest'
import { Visit } from '@doorwalk/core/ledger/visit'
import {
  type WalkRecord,
  isOver,
  marksOf,
  newRecord,
  targetsOf,
} from '../../../web/src/volunteer/model/record.ts'
import {
  behindSameDoor,
  countDoors,
  leaveDoor,
  leaveTarget,
  localMoment,
  markDoors,
  markRest,
  takeBack,
  undo,
} from '../../../web/src/volunteer/model/ticks.ts'
import { TARGETS, phonePack } from '../../support/worlds/phone-walk.ts'

const NOW = Date.parse('2026-03-14T13:20:00Z')
const pack = phonePack()
const top = targetsOf(pack).get(TARGETS.top)!
const fresh = (): WalkRecord => newRecord(pack, 'dwl_x', NOW)
const leave = (record: WalkRecord, target: string, more: { noAccess?: boolean; never?: boolean } = {}) =>
  leaveTarget(record, target, { visit: `vis_${target}`, now: NOW, ...more })

describe('what a volunteer taps', () => {
  it('is told as sums, which the ledger takes, and never door by door', () => {
    let record = markDoors(fresh(), TARGETS.top, { doors: ['3/1', '3/2'], outcome: 'opened' })
    record = markDoors(record, TARGETS.top, { doors: ['3/3'], outcome: 'later' })
    record = markDoors(record, TARGETS.top, { doors: ['2/1'], outcome: 'refused' })
    record = markRest(record, top, { floor: null, outcome: 'nobody' })
    const { visit, record: after } = leave(record, TARGETS.top)
    expect(visit).toMatchObject({
      target: TARGETS.top,
      knocked: 5,
      opened: 3,
      revisit: 1,
      refused: 1,
      optedOut: 0,
    })
    expect(JSON.stringify(visit)).not.toMatch(/\d\/\d/)
    expect(Visit.safeParse(visit).success).toBe(true)
    expect(after.current).toBe(TARGETS.low)
  })

  it.each([
    ['a shut street door', { noAccess: true }, { noAccess: true }],
    ['a house that wants nobody', { never: true }, { knocked: 1, optedOut: 1, scope: 'target' }],
  ])('tells of %s', (_, how, expected) => {
    const { visit, record } = leave(fresh(), TARGETS.top, how)
    expect(visit).toMatchObject(expected)
    expect(Visit.safeParse(visit).success).toBe(true)
    expect(isOver(record, TARGETS.top)).toBe(true)
  })

  it.each([
    ['a street door that stayed shut', { noAccess: true }, { noAccess: true }],
    ['a house that wants nobody', { never: true }, { optedOut: 1, scope: 'target' }],
  ])('tells of %s once for all floors behind it', (_, how, expected) => {
    const visitFor = (id: string) => `vis_${id}`
    const left = leaveDoor(fresh(), TARGETS.top, { ...how, pack, visitFor, now: NOW })
    expect(left.visits.map(({ target }) => target)).toEqual([TARGETS.top, TARGETS.low])
    for (const visit of left.visits) {
      expect(visit).toMatchObject(expected)
      expect(Visit.safeParse(visit).success).toBe(true)
    }
    expect(left.record.current).toBe(TARGETS.villa)
    const plain = leaveDoor(fresh(), TARGETS.top, { pack, visitFor, now: NOW })
    expect(plain.record.current).toBe(TARGETS.low)
    expect(leaveDoor(fresh(), TARGETS.villa, { ...how, pack, visitFor, now: NOW }).visits).toHaveLength(1)
  })

  it('leaves floors alone behind the same door where somebody was let in', () => {
    const inside = markDoors(fresh(), TARGETS.low, { doors: ['1/1'], outcome: 'opened' })
    expect(behindSameDoor(pack, inside, TARGETS.top)).toEqual([])
    expect(behindSameDoor(pack, leave(inside, TARGETS.low).record, TARGETS.top)).toEqual([])
    expect(behindSameDoor(pack, fresh(), TARGETS.low)).toEqual([TARGETS.top])
  })

  it('is nothing where nothing was tapped', () => {
    const { visit, record } = leave(fresh(), TARGETS.top)
    expect(visit).toBeNull()
    expect(record.current).toBe(TARGETS.low)
  })

  it('is told once: who comes back tells only what is new, and what was told stays', () => {
    const first = leave(
      markDoors(fresh(), TARGETS.top, { doors: ['3/1', '3/2'], outcome: 'opened' }),
      TARGETS.top,
    )
    let record = markDoors(first.record, TARGETS.top, { doors: ['3/1', '2/1'], outcome: 'refused' })
    expect(marksOf(record, TARGETS.top).doors['3/1']?.outcome).toBe('opened')
    record = markRest(record, top, { floor: 3, outcome: 'nobody' })
    const second = leaveTarget(record, TARGETS.top, { visit: 'vis_again', now: NOW })
    expect(second.visit).toMatchObject({ knocked: 2, opened: 0, refused: 1 })
  })

  it('can be undone step by step until one goes on, and taken back until it is sent', () => {
    const before = fresh()
    const one = markDoors(before, TARGETS.top, { doors: ['3/1'], outcome: 'opened' })
    const two = markRest(one, top, { floor: null, outcome: 'nobody' })
    expect(undo(two).marks).toEqual(one.marks)
    expect(undo(undo(two)).marks).toEqual({})
    expect(undo(before)).toBe(before)
    const left = leave(two, TARGETS.top).record
    expect(undo(left)).toBe(left)
    const back = takeBack(left, TARGETS.top, `vis_${TARGETS.top}`)
    expect(back.marks[TARGETS.top]).toEqual(two.marks[TARGETS.top])
    expect(back.current).toBe(TARGETS.top)
  })

  it('follows the doors that are there', () => {
    const ticked = markRest(fresh(), top, { floor: 3, outcome: 'nobody' })
    const fewer = countDoors(ticked, top, { floor: 3, count: 1 })
    expect(Object.keys(marksOf(fewer, TARGETS.top).doors)).toEqual(['3/1'])
    expect(leave(markRest(fewer, top, { floor: null, outcome: 'nobody' }), TARGETS.top).visit?.knocked).toBe(
      3,
    )
  })

  it('has the time of the server, whatever the phone thinks', () => {
    const late = { ...fresh(), clockAhead: 7 * 60_000 }
    const { visit } = leave(late, TARGETS.top, { noAccess: true })
    expect(Date.parse(visit!.at)).toBe(NOW + 7 * 60_000)
    expect(localMoment(NOW)).toMatch(/^2026-03-14T\d\d:20:00[+-]\d\d:\d\d$/)
    expect(Date.parse(localMoment(NOW))).toBe(NOW)
  })
})
