/** Numbers as people type and paste them into forms. */
import { describe, expect, it } from 'vitest'
import { faultsOf, settingsOf } from '../../../web/src/console/model/campaign.ts'
import { assumedForm } from '../../../web/src/console/model/assumptions.ts'
import { isWithin, readNumber } from '../../../web/src/numbers/number.ts'

describe('a number', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['-3', -3],
    ['\u22123', -3],
    [' 12 ', 12],
    ['1 200', 1200],
    ['1\u202f200', 1200],
    ['1\u00a0200', 1200],
    ['1’200', 1200],
    ['1.200', 1200],
    ['1,200', 1200],
    ['12.000.000', 12_000_000],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1e9', Number.NaN],
    ['douze', Number.NaN],
    ['1h30', Number.NaN],
    ['6 équipes', Number.NaN],
    ['--1', Number.NaN],
    ['Infinity', Number.NaN],
    ['0x10', Number.NaN],
  ])('%j is %j', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })

  it('of decimals has no thousands', () => {
    expect(readNumber('1,250', false)).toBe(1.25)
  })

  it('is within its bounds, and whole', () => {
    const bounds = { from: 10, to: 600 }
    expect([10, 600].every((value) => isWithin(value, bounds))).toBe(true)
    expect([null, Number.NaN, 9, 601, 90.5, 1e9].some((value) => isWithin(value, bounds))).toBe(false)
  })

  it('of the settings may have spaces and a comma', () => {
    const form = {
      ...{ firstKnock: '10:00', lastKnock: '20:30', ballots: [], silenceHours: '1,5' },
      ...{ hasGoal: true, doors: '4 000', by: '2099-03-20' },
      ...assumedForm({ learn: true }),
    }
    expect(faultsOf(form)).toEqual([])
    expect(
      settingsOf(form, { assumptions: { learn: true } } as Parameters<typeof settingsOf>[1]),
    ).toMatchObject({
      silenceHours: 1.5,
      goal: { doors: 4000 },
    })
    expect(faultsOf({ ...form, doors: '1e9' })).toMatchObject([{ pointer: '/goal/doors' }])
    expect(faultsOf({ ...form, silenceHours: 'un' })).toMatchObject([{ pointer: '/silenceHours' }])
  })
})
