import { ferrySpeed } from '@doorwalk/prepare/streets/ferry'
import { expect, test } from 'vitest'

test.each([
  ['25', 25 * 60],
  ['1:30', 90 * 60],
  ['00:05:30', 330],
  ['PT25M', 25 * 60],
  ['PT1H10M', 70 * 60],
])('a ferry with timetable %s', (text, seconds) => {
  // walking speed is 5 km/h: a ferry that takes as long as a walker has 100 %
  expect(ferrySpeed((5 / 3.6) * seconds, text)).toBe(100)
  expect(ferrySpeed((10 / 3.6) * seconds, text)).toBe(200)
})

test.each([undefined, '', 'soon', '0', '-5'])('an unreadable timetable %s is walking speed', (text) => {
  expect(ferrySpeed(1000, text)).toBe(100)
})
