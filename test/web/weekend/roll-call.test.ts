import { describe, expect, it } from 'vitest'
import {
  faultsOfSheet,
  isSheetDraft,
  linesOf,
  unlikelyIn,
} from '../../../web/src/console/model/weekend/paper.ts'
import {
  ALL_HERE,
  countPresence,
  isRollCall,
  replanOf,
  stillLate,
  withStillLate,
  withoutWalks,
  wrongLate,
} from '../../../web/src/console/model/weekend/roll-call.ts'

describe('a roll-call', () => {
  const walkers = ['a', 'b', 'c']

  it('takes everybody for present until somebody says otherwise', () => {
    expect(replanOf(ALL_HERE, { walkers, idle: ['i'], newcomers: [] })).toEqual({
      present: walkers,
      keep: 'walks',
    })
  })

  it('leaves out who is gone, tells who is late, adds who is new', () => {
    const draft = {
      ...ALL_HERE,
      presence: { a: 'gone' as const, b: 'late' as const, c: 'late' as const },
      late: { c: 40 },
      keep: 'least' as const,
    }
    const newcomers = [{ id: 'n', minutes: 60 }]
    expect(replanOf(draft, { walkers, idle: ['i'], newcomers })).toEqual({
      ...{ present: ['b', 'c'], newcomers },
      late: [
        { walker: 'b', minutes: 15 },
        { walker: 'c', minutes: 40 },
      ],
      keep: 'least',
    })
    expect(countPresence(draft, walkers)).toEqual({ here: 0, late: 2, gone: 1 })
    expect(isRollCall(JSON.parse(JSON.stringify(draft)))).toBe(true)
  })

  it('keeps those late who are not due yet, until somebody says otherwise', () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 2, 14, 10, minutes)).toISOString()
    const walk = (walker: string, startAt: string, budget = 3_600) => ({
      walkId: `wlk_${walker}`,
      walker,
      startAt,
      budget,
    })
    const plan = {
      startAt: at(0),
      walks: [
        walk('a', at(0)),
        walk('b', at(25), 2_100),
        walk('c', at(20)),
        walk('d', at(30), 1_800),
        walk('e', at(5), 600),
      ],
    }
    const asked = { minutes: 90, volunteers: [{ id: 'c', minutes: 60 }] }
    const told = { now: Date.parse(at(10)), begun: new Set(['wlk_d']), asked }
    const late = stillLate(plan, told)
    // c was added later, and has all that was said; d has set out; e is due.
    expect([...late]).toEqual([['b', 15]])
    const draft = withStillLate(ALL_HERE, late)
    expect(replanOf(draft, { walkers: ['a', 'b'], idle: [], newcomers: [] })).toEqual({
      ...{ present: ['a', 'b'], keep: 'walks', late: [{ walker: 'b', minutes: 15 }] },
    })
    expect(withStillLate({ ...ALL_HERE, presence: { b: 'here' } }, late).presence).toEqual({ b: 'here' })
  })

  it('knows who has no walk: who was asked, or had one and was not there; nobody who walked to the end', () => {
    const change = (walker: string | null, before: string | null, change: string) => ({
      walker,
      before,
      change,
    })
    const replan = {
      changes: [change('a', 'a', 'unchanged'), change('n', 'b', 'handed_over'), change('f', 'f', 'finished')],
    }
    const walks = [{ walker: 'a' }, { walker: 'n' }]
    expect(
      withoutWalks({ walks, replan }, [
        ['a', 'i', 'f'],
        ['j', 'i'],
      ]),
    ).toEqual(['i', 'j', 'b'])
    expect(withoutWalks({ walks, replan: null }, [['n', 'i']])).toEqual(['i'])
  })

  it('cannot be without people or by no number of minutes', () => {
    const gone = { ...ALL_HERE, presence: { a: 'gone' as const } }
    expect(replanOf(gone, { walkers: ['a'], idle: ['i'], newcomers: [] })).toBeNull()
    const idle = { ...gone, presence: { ...gone.presence, i: 'here' as const } }
    expect(replanOf(idle, { walkers: ['a'], idle: ['i', 'j'], newcomers: [] })?.present).toEqual(['i'])
    for (const minutes of [null, 0, 601, 1.5]) {
      const draft = { ...ALL_HERE, presence: { a: 'late' as const }, late: { a: minutes } }
      expect(wrongLate(draft, walkers)).toEqual(['a'])
      expect(wrongLate({ ...draft, presence: {} }, walkers)).toEqual([])
    }
    for (const kept of [null, [], {}, { ...ALL_HERE, keep: 'x' }]) expect(isRollCall(kept)).toBe(false)
  })
})

describe('a sheet that came back', () => {
  it('has the lines in which something stands', () => {
    const draft = {
      '1': { knocked: '9', opened: ' 3 ', refused: '' },
      '2': {},
      R1: { noAccess: true },
      '3a': { knocked: '0' },
    }
    expect(faultsOfSheet(draft)).toEqual([])
    expect(linesOf(draft)).toEqual(
      expect.arrayContaining([
        { stop: '1', knocked: 9, opened: 3 },
        { stop: 'R1', noAccess: true },
        { stop: '3a', knocked: 0 },
      ]),
    )
    expect(linesOf(draft)).toHaveLength(3)
  })

  it('asks about far more doors than are known', () => {
    const doors = new Map([
      ['1', 12],
      ['2', 1],
    ])
    expect(
      unlikelyIn({ '1': { knocked: '24' }, '2': { knocked: '9' }, '9': { knocked: '500' } }, doors),
    ).toEqual([])
    expect(unlikelyIn({ '1': { knocked: '500' }, '2': { knocked: '11' } }, doors)).toEqual([
      { stop: '1', count: 'knocked', fault: 'unlikely' },
      { stop: '2', count: 'knocked', fault: 'unlikely' },
    ])
  })

  it('says which cell cannot be', () => {
    const draft = {
      '1': { knocked: '3', opened: '4', optedOut: '5' },
      '2': { knocked: '-1', opened: '2.5' },
      '3': { knocked: '2001' },
    }
    expect(faultsOfSheet(draft)).toEqual([
      { stop: '1', count: 'opened', fault: 'too_much' },
      { stop: '2', count: 'knocked', fault: 'count' },
      { stop: '2', count: 'opened', fault: 'count' },
      { stop: '3', count: 'knocked', fault: 'count' },
    ])
    expect([isSheetDraft(draft), isSheetDraft([]), isSheetDraft({ a: 1 })]).toEqual([true, false, false])
  })
})
