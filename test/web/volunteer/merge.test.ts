import { describe, expect, it } from 'vitest'
import { mergeChanges, mergePack, takeReserve, withClock } from '../../../web/src/volunteer/model/merge.ts'
import { type Changes, type WalkRecord, isOver, newRecord } from '../../../web/src/volunteer/model/record.ts'
import { standingOf } from '../../../web/src/volunteer/model/standing.ts'
import { leaveTarget, leaveTicked, markDoors, serverTime } from '../../../web/src/volunteer/model/ticks.ts'
import { costOfOrder, moveTarget, timeLeft } from '../../../web/src/volunteer/model/way.ts'
import { TARGETS, phonePack } from '../../support/worlds/phone-walk.ts'

const NOW = Date.parse('2026-03-14T13:20:00Z')
const pack = phonePack()
const fresh = (): WalkRecord => newRecord(pack, 'dwl_x', NOW)
const { top, low, villa, large, reserve } = TARGETS

const changes = (more: Partial<Changes>): Changes => ({
  ...{
    planId: pack.planId,
    cursor: 'next',
    changed: [],
    removed: [],
    state: 'started',
    until: pack.until,
    walker: 'a',
  },
  ...more,
})

describe('what others did', () => {
  it('takes their targets off, and says so; the walk goes on behind them', () => {
    const after = mergeChanges(
      fresh(),
      changes({ removed: [{ label: '1', target: top, reason: 'visited' }] }),
      NOW,
    )
    expect(after.current).toBe(low)
    expect(after.news).toEqual([{ kind: 'removed', label: '1', reason: 'visited' }])
    expect(isOver(after, top)).toBe(true)
  })

  it('never undoes what was done here, and does not call that news', () => {
    const ticked = markDoors(fresh(), top, { doors: ['3/1'], outcome: 'opened' })
    const { record } = leaveTarget(ticked, top, { visit: 'vis_1', now: NOW })
    const told = mergeChanges(record, changes({ changed: [{ label: '1', target: top, doors: 4 }] }), NOW)
    expect(isOver(told, top)).toBe(true)
    expect(told.news).toEqual([])
    expect(told.marks).toEqual(record.marks)
    const again = mergePack(told, phonePack(), NOW)
    expect(again.marks).toEqual(record.marks)
    expect(isOver(again, top)).toBe(true)
  })

  it('leaves whoever ticks there at the target that others have done, until he has reported', () => {
    const ticked = markDoors(fresh(), top, { doors: ['3/1', '3/2'], outcome: 'opened' })
    const removed: Changes['removed'] = [{ label: '1', target: top, reason: 'visited' }]
    const told = mergeChanges(ticked, changes({ removed }), NOW)
    expect(told.current).toBe(top)
    expect(isOver(told, top)).toBe(false)
    const all = leaveTicked(told, { targets: [top, low], visitFor: (id) => `vis_${id}`, now: NOW })
    expect(all.visits).toMatchObject([{ target: top, knocked: 2, opened: 2 }])
    expect(isOver(all.record, top)).toBe(true)
    expect(all.record.current).toBe(low)
    expect(leaveTicked(all.record, { targets: [top], visitFor: () => 'x', now: NOW }).visits).toEqual([])
  })

  it('moves the moments of the walk with the clock of the phone, and never reports before it last heard the time', () => {
    const day = 86_400_000
    const begun = { ...withClock(fresh(), 0, NOW), startedAt: NOW }
    const left = timeLeft(pack, begun, NOW).left
    // The phone's clock goes three days ahead, then the server tells its own.
    const ahead = withClock(begun, -3 * day, NOW + 3 * day)
    expect(timeLeft(pack, ahead, NOW + 3 * day).left).toBe(left)
    expect(serverTime(ahead, NOW + 3 * day)).toBe(NOW)
    // It was set back, and there is no network to ask.
    expect(serverTime(begun, NOW - 3 * day)).toBe(NOW)
  })

  it('knows that a walk is over or with somebody else, until the server shows it again', () => {
    const mine = { ...fresh(), mine: 'a' }
    expect(standingOf(mergeChanges(mine, changes({ state: 'released' }), NOW))).toBe('given_back')
    expect(standingOf(mergeChanges(mine, changes({ walker: 'b' }), NOW))).toBe('others')
    // As versions before kept it.
    expect(standingOf(mergeChanges(fresh(), changes({ walker: 'b' }), NOW))).toBe('fine')
    const gone: WalkRecord = { ...mine, closed: 'gone' }
    expect(standingOf(gone)).toBe('gone')
    expect(standingOf(mergeChanges(gone, changes({}), NOW))).toBe('fine')
    expect(standingOf(mergePack(gone, pack, NOW))).toBe('fine')
    expect(standingOf({ ...gone, finishedAt: NOW })).toBe('finished')
  })

  it('follows another order of the server, with the reserves that were taken here', () => {
    const [first, second, ...rest] = pack.walk.stops
    const turned = phonePack({ walk: { ...pack.walk, stops: [second!, first!, ...rest] } })
    const after = mergePack(takeReserve(fresh(), reserve), turned, NOW)
    expect(after.order).toEqual([reserve, low, top, villa, large])
    expect(after.current).toBe(reserve)
  })
})

describe('the order by hand', () => {
  it('moves among what is left to do, and says what that costs', () => {
    const record = fresh()
    const after = moveTarget(record, villa, 1)
    expect(after.order).toEqual([top, low, large, villa])
    // 146 m further by the straight line: two houses of 73 m, there and back.
    expect(costOfOrder(pack, record, after)).toBeCloseTo(0, -2)
    const far = moveTarget(moveTarget(record, large, -1), large, -1)
    expect(far.order).toEqual([top, large, low, villa])
    expect(costOfOrder(pack, record, far)).toBeGreaterThan(100)
    expect(moveTarget(record, top, -1)).toBe(record)
  })
})

describe('the time that is left', () => {
  it('counts doors and ways that are left, from when one set out', () => {
    const started = { ...fresh(), startedAt: NOW }
    const { needed, left } = timeLeft(pack, started, NOW)
    expect(left).toBe(3_600)
    // 12 + 12 + 3 + 12 minutes at the doors, the ways 0, 100 and 110 s, and the way back of 146 m.
    expect(needed).toBeGreaterThan(39 * 60 + 210)
    expect(needed).toBeLessThan(39 * 60 + 210 + 200)
    const done = leaveTarget(markDoors(started, top, { doors: ['3/1'], outcome: 'opened' }), top, {
      visit: 'v',
      now: NOW,
    })
    expect(timeLeft(pack, done.record, NOW).needed).toBeCloseTo(needed - 12 * 60, 0)
    expect(timeLeft(pack, started, NOW + 3_700_000).left).toBe(-100)
  })
})
