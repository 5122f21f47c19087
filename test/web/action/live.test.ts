/** Where walks of an action stand, and how far each is. */
import { describe, expect, it } from 'vitest'
import {
  beginProgress,
  countStates,
  followProgress,
  howFar,
  liveStateOf,
  stateWith,
  sumOf,
} from '../../../web/src/console/model/action/live.ts'

const NOW = Date.parse('2026-03-14T15:00:00Z')
/** A walk that should be over at the time, and is held an hour longer. */
const until = (time: string): string =>
  new Date(Date.parse(`2026-03-14T${time}:00Z`) + 3_600_000).toISOString()

describe('where a walk stands', () => {
  it.each([
    ['draft', null, null],
    ['leased', until('16:00'), 'waiting'],
    ['started', until('16:00'), 'started'],
    ['started', until('15:00'), 'started'],
    ['started', until('14:59'), 'late'],
    ['leased', until('14:00'), 'late'],
    ['finished', until('14:00'), 'finished'],
    ['released', null, 'ended'],
    ['expired', null, 'ended'],
  ] as const)('%s, held until %s: %s', (state, held, expected) => {
    expect(liveStateOf({ state, until: held }, NOW)).toBe(expected)
  })

  it('is counted by state, drafts aside', () => {
    expect(countStates(['late', null, 'late', 'finished'])).toEqual({
      ...{ waiting: 0, started: 0, late: 2, finished: 1, ended: 0 },
    })
  })
})

describe('how far a walk is', () => {
  const planned = new Map([
    ['a', 12],
    ['b', 20],
    ['c', 5],
  ])
  const begun = beginProgress(planned, {
    cursor: '1',
    changed: [{ label: '2', target: 'b', doors: 14 }],
    removed: [{ label: '1', target: 'a', reason: 'visited' }],
  })

  it('counts what is visited and what is knocked on in part', () => {
    expect(howFar(begun)).toEqual({ targets: 1, ofTargets: 3, doors: 18, ofDoors: 37 })
  })

  it('follows what changed since, and forgets what went to others', () => {
    const after = followProgress(begun, {
      cursor: '2',
      changed: [{ label: '1', target: 'a', doors: 12 }],
      removed: [
        { label: '2', target: 'b', reason: 'visited' },
        { label: '3', target: 'c', reason: 'leased' },
      ],
    })
    expect(after.cursor).toBe('2')
    expect(howFar(after)).toEqual({ targets: 1, ofTargets: 2, doors: 20, ofDoors: 32 })
    expect(howFar(begun).doors).toBe(18)
  })

  it('says that it was walked where nobody said so: its sheet was typed in', () => {
    const done = followProgress(begun, {
      ...{ cursor: '2', changed: [] },
      removed: ['b', 'c'].map((target) => ({ label: target, target, reason: 'visited' as const })),
    })
    const none = beginProgress(planned, { cursor: '1', changed: [], removed: [] })
    expect(stateWith('waiting', undefined)).toBe('waiting')
    expect(stateWith('waiting', none)).toBe('waiting')
    expect(stateWith('waiting', begun)).toBe('started')
    expect(stateWith('late', begun)).toBe('late')
    for (const state of ['waiting', 'late'] as const) expect(stateWith(state, done)).toBe('finished')
    for (const state of ['started', 'ended'] as const) expect(stateWith(state, done)).toBe(state)
  })

  it('is summed over walks; of none nothing is known', () => {
    expect(sumOf([])).toBeNull()
    expect(sumOf([howFar(begun), howFar(begun)])).toEqual({
      targets: 2,
      ofTargets: 6,
      doors: 36,
      ofDoors: 74,
    })
  })
})
