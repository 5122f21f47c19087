import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wholeSeconds, withinPast } from '@doorwalk/core/walk/whole-seconds'

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

it('fit what is done between when he set out and now, and leave what lies ahead as it is', () => {
  const planned = { legs: [100, 50, 70], stops: [400, 250] }
  expect(withinPast(planned, { leads: true, done: 2, room: 800 })).toEqual(planned)
  expect(withinPast(planned, { leads: true, done: 2, room: Infinity })).toEqual(planned)
  expect(withinPast(planned, { leads: true, done: 1, room: 50 })).toEqual({
    legs: [10, 50, 70],
    stops: [40, 250],
  })
  expect(withinPast(planned, { leads: true, done: 2, room: 0 })).toEqual({ legs: [0, 0, 70], stops: [0, 0] })
  expect(withinPast(planned, { leads: false, done: 1, room: 7 })).toEqual({
    legs: [100, 50, 70],
    stops: [7, 250],
  })
  fc.assert(
    fc.property(times, fc.nat(20_000), (stops, room) => {
      const legs = stops.map((_, index) => stops.at(-index)!)
      const done = Math.ceil(stops.length / 2)
      const fitted = withinPast({ legs, stops }, { leads: true, done, room })
      const past = [...fitted.legs.slice(0, done), ...fitted.stops.slice(0, done)]
      expect(Math.min(...past)).toBeGreaterThanOrEqual(0)
      expect(sum(past)).toBe(Math.min(room, sum([...legs.slice(0, done), ...stops.slice(0, done)])))
    }),
  )
})
