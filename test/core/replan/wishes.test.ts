/** Whose wishes count when a plan is made again. */
import { describe, expect, it } from 'vitest'
import { wishesIn } from '@doorwalk/core/replan/wishes'
import { aRequest } from '../../support/worlds/builders.ts'

const asked = aRequest({
  minutes: 60,
  volunteers: [
    { id: 'a', doors: 30 },
    { id: 'b', minutes: 90 },
    { id: 'steady', avoidStairs: true },
    { id: 'early', minutes: 20 },
  ],
})
const walks = [
  { walkId: 'w1', walker: 'a' },
  { walkId: 'w2', walker: 'b' },
]
const wishes = wishesIn(asked, { walks, absent: [{ id: 'late', minutes: 30 }] })

describe('wishes', () => {
  it('are everybody’s own, on whichever walk; a stranger has those of the walk, or none', () => {
    expect(wishes.of('a', 'w1')).toEqual({ id: 'a', doors: 30 })
    expect(wishes.of('steady', 'w1')).toEqual({ id: 'steady', avoidStairs: true })
    expect(wishes.of('steady', null)).toEqual({ id: 'steady', avoidStairs: true })
    expect(wishes.of('late', null)).toEqual({ id: 'late', minutes: 30 })
    expect(wishes.of('stranger', 'w2')).toEqual({ id: 'b', minutes: 90 })
    expect(wishes.of('stranger', null)).toEqual({})
  })

  it('keep walks away that are longer, fuller or steeper', () => {
    expect(['w1', 'w2'].map((walk) => wishes.suits('a', walk))).toEqual([true, false])
    expect(['w1', 'w2'].map((walk) => wishes.suits('b', walk))).toEqual([true, true])
    expect(['w1', 'w2'].map((walk) => wishes.suits('steady', walk))).toEqual([false, false])
    expect(['w1', 'w2'].map((walk) => wishes.suits('early', walk))).toEqual([false, false])
    expect(['w1', 'w2'].map((walk) => wishes.suits('stranger', walk))).toEqual([true, true])
  })

  it('of those who are not there are remembered', () => {
    expect(wishes.others(['a', 'steady', 'stranger']).map(({ id }) => id)).toEqual(['b', 'early', 'late'])
  })

  it('are what a newcomer says now; a walk that was planned for longer does where it takes no longer', () => {
    const known = wishesIn(asked, {
      walks: [
        { walkId: 'w1', walker: 'a', seconds: 50 * 60, doors: 12 },
        { walkId: 'w2', walker: 'b', seconds: 80 * 60, doors: 40 },
      ],
      newcomers: [
        { id: 'new', minutes: 55 },
        { id: 'early', minutes: 90 },
        { id: 'far', start: [3, 49] },
      ],
    })
    expect(['w1', 'w2'].map((walk) => known.suits('new', walk))).toEqual([true, false])
    expect(['w1', 'w2'].map((walk) => known.suits('early', walk))).toEqual([true, true])
    expect(['w1', 'w2'].map((walk) => known.suits('far', walk))).toEqual([false, false])
    expect(known.of('early', null)).toEqual({ id: 'early', minutes: 90 })
    const counted = wishesIn(aRequest({ volunteers: 2, minutes: 60 }), {
      walks: [{ walkId: 'w1', walker: '1', seconds: 58 * 60, doors: 40 }],
      newcomers: [{ id: 'new', minutes: 30 }],
    })
    expect([counted.suits('new', 'w1'), counted.of('new', null)]).toEqual([false, { id: 'new', minutes: 30 }])
  })

  it('are alike where volunteers are a count', () => {
    const alike = wishesIn(aRequest({ volunteers: 3 }), { walks })
    expect([alike.of('a', 'w1'), alike.suits('a', 'w1'), alike.others([])]).toEqual([{}, true, []])
  })
})
