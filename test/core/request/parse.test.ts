import { describe, expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { parseInput } from '@doorwalk/core/request/parse'
import { PlanRequest } from '@doorwalk/core/request/request'

function refusal(body: unknown): VisibleError {
  try {
    parseInput(PlanRequest, body, { what: 'plan request', code: 'request.invalid' })
  } catch (error) {
    if (error instanceof VisibleError) return error
    throw error
  }
  throw new Error('was accepted')
}

describe('a refused request', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['0 volunteers', { volunteers: 0 }, '/volunteers: got 0'],
    ['10,001 volunteers', { volunteers: 10_001 }, '/volunteers: got 10001'],
    ['NaN', { minutes: Number.NaN }, '/minutes: '],
    ['an unknown field', { voluntears: 3 }, '/voluntears: unknown field'],
    [
      'an unknown field of a volunteer',
      { volunteers: [{ name: 'Ada' }] },
      '/volunteers/0/name: unknown field',
    ],
    [
      'a polygon with a wrong ring',
      { area: { type: 'Polygon', coordinates: [[[1, 2]]] } },
      '/area/coordinates/0',
    ],
    ['an unknown kind of area', { area: { precinct: '0925' } }, '/area'],
    ['a position off the Earth', { start: [2.3, 95] }, '/start'],
    ['an unknown language', { language: 'xx' }, '/language: got "xx"; expected one of'],
    [
      'an unknown language of a volunteer',
      { volunteers: [{ language: 'xx' }] },
      '/volunteers/0/language: got "xx"; expected one of',
    ],
    ['a missing field', { region: undefined }, '/region: missing'],
  ])('names the field and what came: %s', (_, over, text) => {
    const error = refusal({ region: 'test', volunteers: 2, ...over })
    expect(error.message).toContain(text)
    expect(error.errors.length).toBeGreaterThan(0)
  })

  it('names every unknown field', () => {
    expect(
      refusal({ region: 'test', volunteers: 1, a: 1, b: 2 }).errors.map(({ pointer }) => pointer),
    ).toEqual(['/a', '/b'])
  })
})

it('an accepted request has its defaults filled in', () => {
  const request = parseInput(
    PlanRequest,
    { region: 'test', volunteers: 2 },
    { what: 'plan request', code: 'x' },
  )
  expect(request).toMatchObject({ minutes: 120, closed: true, language: 'fr', seed: 1, profile: 'canvass' })
})
