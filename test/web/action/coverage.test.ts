/** The pace of a campaign, and its table for spreadsheets. */
import { describe, expect, it } from 'vitest'
import { shareDone } from '../../../web/src/console/model/action/coverage.ts'
import { addDays, doneOn, outingsShort, paceOf } from '../../../web/src/console/model/pace.ts'

describe('the pace', () => {
  const days = new Map([
    ['2026-03-07', 60],
    ['2026-03-14', 40],
  ])
  const pace = paceOf(days, { knocked: 200, today: '2026-03-16' })!

  it('counts all doors by days out and by days', () => {
    expect(pace).toEqual({ outings: 2, doorsAnOuting: 100, doorsADay: 20 })
  })

  it('says when it is done, and how many outings are missing', () => {
    expect(doneOn(101, pace, '2026-03-16')).toBe('2026-03-22')
    expect(outingsShort(500, 10, pace)).toBe(3)
    expect(outingsShort(200, 10, pace)).toBe(0)
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  })

  it('is unknown where nobody has knocked', () => {
    expect(paceOf(new Map(), { knocked: 0, today: '2026-03-16' })).toBeNull()
  })
})

describe('the table', () => {
  it('leaves hold-outs aside', () => {
    expect(shareDone({ doors: 100, done: 20, heldOut: 60 })).toBe(0.5)
    expect(shareDone({ doors: 60, done: 0, heldOut: 60 })).toBeNull()
  })
})
