/** Moments of a request: what is no moment, or far off, is refused with what would be one. */
import { expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { parseInput } from '@doorwalk/core/request/parse'
import { PlanRequest } from '@doorwalk/core/request/request'

function refusal(request: object): string | undefined {
  try {
    const asked = { region: 'tiny', volunteers: 1, ...request }
    parseInput(PlanRequest, asked, { what: 'plan request', code: 'request.invalid' })
    return undefined
  } catch (error) {
    return error instanceof VisibleError ? error.message : 'another error'
  }
}

it.each([
  '2026-03-14T14:00:00',
  '2026-03-14 14:00',
  '2026-03-14',
  '14:00',
  'tomorrow',
  '2026-02-30T14:00:00Z',
  1_773_496_800,
])('%j is told what a moment looks like', (startAt) => {
  expect(refusal({ startAt })).toContain('/startAt: got')
  expect(refusal({ startAt })).toContain('with their offset from UTC, such as "2026-03-14T14:00:00+01:00"')
  expect(refusal({ skip: { visitedSince: startAt } })).toContain('offset from UTC')
})

it.each(['9999-12-31T23:00:00Z', '0001-01-01T00:00:00Z', '2100-01-01T00:00:00Z', '1999-12-31T23:59:59Z'])(
  '%s is told from when to when',
  (startAt) => {
    expect(refusal({ startAt })).toContain('expected a date from 2000 to 2099')
    expect(refusal({ skip: { visitedSince: startAt } })).toContain('expected a date from 2000 to 2099')
  },
)

it.each(['2026-03-14T14:00:00+01:00', '2026-03-14T14:00:00Z', '2026-03-14T14:00:00.250-11:30'])(
  '%s is taken',
  (startAt) => expect(refusal({ startAt })).toBeUndefined(),
)
