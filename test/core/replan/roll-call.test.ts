import { expect, it } from 'vitest'
import { type WalkNow, checkSize } from '@doorwalk/core/replan/roll-call'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

const { walks } = fixturePlan({ walks: 4, stops: 1 })
const [stop] = walks[0]!.stops
const long = (stops: number): WalkNow[] =>
  walks.map((walk) => ({
    walk: { ...walk, stops: Array.from({ length: stops }, () => stop!) },
    ...{ begunAt: null, isOver: false, done: new Set<string>() },
  }))
const present = walks.map(({ walker, walkId }) => ({ walker, walkId, late: 0 }))

it('says at once that so many walks cannot be planned anew together, and that they may stay as they are', () => {
  const perStop = stop!.targets.length
  const most = Math.floor((2_000 - 2 * present.length) / present.length / perStop)
  expect(() => checkSize(long(most), { present, keep: 'least' })).not.toThrow()
  expect(() => checkSize(long(most + 1), { present, keep: 'least' })).toThrow(
    expect.objectContaining({ code: 'replan.too_many' }),
  )
  expect(() => checkSize(long(most + 1), { present, keep: 'least' })).toThrow(/keep "walks"/)
  expect(() => checkSize(long(most + 1), { present, keep: 'walks' })).not.toThrow()
  expect(() => checkSize(long(most + 1), { present: present.slice(1), keep: 'least' })).not.toThrow()
})
