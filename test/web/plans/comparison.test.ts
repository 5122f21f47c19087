/** What the comparison of two plans says first, and which two of a list it is of. */
import { describe, expect, it } from 'vitest'
import type { Schemas } from '@doorwalk/client'
import {
  byKind,
  figureRows,
  leftOutRows,
  pairOf,
  ticksOf,
} from '../../../web/src/console/model/plans/comparison.ts'

type Figures = Schemas['PlanFigures']

const NOTHING: Figures = {
  ...{ walks: 0, targets: 0, doors: 0, prize: 0, minutes: 0, metres: 0, keys: 0 },
  leftOut: {},
}

function compared(a: Partial<Figures>, b: Partial<Figures>) {
  const plan = { planId: 'p', region: 'r', version: 'v' }
  const leftOut = Object.fromEntries(
    Object.keys({ ...a.leftOut, ...b.leftOut }).map((reason) => [
      reason,
      (b.leftOut?.[reason] ?? 0) - (a.leftOut?.[reason] ?? 0),
    ]),
  )
  return {
    first: { ...plan, figures: { ...NOTHING, ...a } },
    second: { ...plan, figures: { ...NOTHING, ...b } },
    difference: { ...NOTHING, leftOut },
  }
}

describe('figures', () => {
  it('calls more doors better, more walking worse, more walks neither', () => {
    const rows = figureRows(
      compared({ doors: 10, metres: 500, walks: 2 }, { doors: 12, metres: 600, walks: 3 }),
    )
    const told = Object.fromEntries(
      rows.map(({ name, difference, verdict }) => [name, [difference, verdict]]),
    )
    expect(told).toMatchObject({
      doors: [2, 'better'],
      metres: [100, 'worse'],
      walks: [1, 'other'],
      prize: [0, 'same'],
    })
  })

  it('never tells a difference that the two figures beside it do not have', () => {
    const [, , , , minutes] = figureRows(compared({ minutes: 59.6 }, { minutes: 60.4 }))
    expect(minutes).toEqual({ name: 'minutes', a: 60, b: 60, difference: 0, verdict: 'same' })
  })

  it('lists reasons of leaving out by how much they changed', () => {
    const rows = leftOutRows(compared({ leftOut: { visited: 3 } }, { leftOut: { visited: 4, leased: 9 } }))
    expect(rows).toEqual([
      { reason: 'leased', a: 0, b: 9, difference: 9 },
      { reason: 'visited', a: 3, b: 4, difference: 1 },
    ])
  })
})

it('puts changes into groups in their order', () => {
  const change = (target: string, kind: 'came' | 'left') =>
    ({ target, change: kind, address: '', from: null, to: null, reason: null }) as const
  const groups = byKind([change('a', 'came'), change('b', 'left'), change('c', 'came')])
  expect(groups.came.map(({ target }) => target)).toEqual(['a', 'c'])
  expect(groups.left).toHaveLength(1)
  expect(groups.moved).toEqual([])
})

it('reads which two plans from the address', () => {
  expect(pairOf({ a: 'x', b: 'y' })).toEqual({ a: 'x', b: 'y' })
  expect(pairOf({ a: 'x' })).toBe('missing')
  expect(pairOf({ a: 'x', b: 'x' })).toBe('twice')
})

it('takes the older of two ticked plans as A, and says why others cannot be compared', () => {
  const plans = ['new', 'mid', 'old'].map((id) => ({ id, region: 'paris' }))
  expect(ticksOf(plans, ['old', 'new'])).toMatchObject({ refusal: null, pair: { a: 'old', b: 'new' } })
  expect(ticksOf(plans, ['old', 'gone'])).toEqual({ ids: ['old'], refusal: 'few', pair: null })
  expect(ticksOf(plans, ['old', 'mid', 'new']).refusal).toBe('many')
  expect(ticksOf([...plans, { id: 'far', region: 'geneva' }], ['old', 'far']).refusal).toBe('regions')
})
