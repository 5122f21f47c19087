import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wholeSeconds } from '@doorwalk/core/walk/whole-seconds'

const times = fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 1, maxLength: 60 })
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

it('add up to the whole, to half a second, however many there are', () => {
  fc.assert(
    fc.property(times, times, fc.boolean(), fc.boolean(), (stops, more, leads, comesBack) => {
      const count = stops.length - 1 + Number(leads) + Number(comesBack)
      const legs = Array.from({ length: count }, (_, index) => more[index % more.length]!)
      const whole = wholeSeconds({ legs, stops }, { leads, done: 0 })
      expect([whole.legs.length, whole.stops.length]).toEqual([count, stops.length])
      const told = sum([...whole.legs, ...whole.stops])
      expect(Math.abs(told - sum([...legs, ...stops]) / 10)).toBeLessThanOrEqual(0.5)
      for (const [index, leg] of legs.entries())
        expect(Math.abs(whole.legs[index]! - leg / 10)).toBeLessThan(1)
      if (legs[0] === 0) expect(whole.legs[0]).toBe(0)
    }),
  )
})

it('begin anew behind what is done, so that what lies ahead keeps to what is left', () => {
  const stops = [14, 14, 14]
  expect(wholeSeconds({ legs: [4, 4], stops }, { leads: false, done: 0 })).toEqual({
    legs: [1, 1],
    stops: [1, 1, 1],
  })
  expect(wholeSeconds({ legs: [4, 4], stops }, { leads: false, done: 1 })).toEqual({
    legs: [0, 0],
    stops: [1, 2, 2],
  })
})
