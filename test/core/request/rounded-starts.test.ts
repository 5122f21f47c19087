import { expect, it } from 'vitest'
import { roundedPlace, withRoundedStarts } from '@doorwalk/core/request/rounded-starts'
import { PlanRequest } from '@doorwalk/core/request/request'

const EXACT: [number, number] = [2.347512, 48.879187]
const request = (over: object) => PlanRequest.parse({ region: 'r', volunteers: 1, ...over })

it('rounds to steps of a thousandth of a degree', () => {
  expect(roundedPlace(EXACT)).toEqual([2.348, 48.879])
  expect(roundedPlace([-0.0004, -33.86789])).toEqual([-0, -33.868])
})

it('rounds own starts and ends, and leaves the meeting point, "anywhere" and the rest alone', () => {
  const volunteers = [
    { id: 'a', start: EXACT, end: EXACT, minutes: 60 },
    { id: 'b', start: 'anywhere' as const },
    { id: 'c' },
  ]
  expect(withRoundedStarts(request({ volunteers, start: [2.35, 48.88123] }))).toEqual(
    request({
      volunteers: [
        { id: 'a', start: [2.348, 48.879], end: [2.348, 48.879], minutes: 60 },
        ...volunteers.slice(1),
      ],
      start: [2.35, 48.88123],
    }),
  )
  const together = request({ volunteers: [{ start: EXACT }], start: EXACT })
  expect(withRoundedStarts(together)).toEqual(together)
  expect(withRoundedStarts(request({ volunteers: 3, start: EXACT })).start).toEqual(EXACT)
})
