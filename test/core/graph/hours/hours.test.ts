import { readConditional } from '@doorwalk/core/graph/hours/conditions'
import { openHours } from '@doorwalk/core/graph/hours/hours'
import { readHours } from '@doorwalk/core/graph/hours/read-hours'
import { levelDuring } from '@doorwalk/core/graph/hours/schedule'
import { sunTime } from '@doorwalk/core/graph/hours/sun'
import { whenOf, type When } from '@doorwalk/core/graph/hours/when'
import type { LngLat } from '@doorwalk/core/units'
import { describe, expect, test } from 'vitest'

const PARIS: LngLat = [2.35, 48.86]

/** A minute in Paris. */
function at(time: string, minutes = 1): When {
  return whenOf({ startAt: `${time}:00Z`, minutes, place: PARIS })
}

const isOpen = (hours: string, time: string) => {
  const when = at(time)
  return openHours(readHours(hours)!, when)(when)
}

describe('hours', () => {
  // 2026-03-14 is a Saturday
  test.each([
    ['24/7', '2026-03-14T03:00', true],
    ['08:00-20:00', '2026-03-14T14:00', true],
    ['08:00-20:00', '2026-03-14T08:00', true],
    ['08:00-20:00', '2026-03-14T20:00', false],
    ['8:00-20:00', '2026-03-14T21:00', false],
    ['20:00-08:00', '2026-03-14T07:59', true],
    ['Fr 20:00-02:00', '2026-03-14T01:59', true],
    ['Fr 20:00-02:00', '2026-03-14T02:00', false],
    ['Fr 20:00-26:00', '2026-03-14T01:30', true],
    ['00:00-24:00', '2026-03-14T23:59', true],
    ['08:00-12:00,14:00-18:00', '2026-03-14T13:00', false],
    ['08:00-12:00, 14:00-18:00', '2026-03-14T15:00', true],
    ['Mo-Fr 08:00-20:00', '2026-03-14T14:00', false],
    ['Mo-Fr 08:00-20:00', '2026-03-13T14:00', true],
    ['Sa-Mo 08:00-20:00', '2026-03-15T14:00', true],
    ['Mo,We,Sa 08:00-20:00', '2026-03-14T14:00', true],
    ['Mo-Fr 08:00-20:00; Sa,Su 10:00-18:00', '2026-03-14T09:00', false],
    ['Mo-Su 08:00-20:00; Sa 10:00-18:00', '2026-03-14T19:00', false],
    ['Mo-Fr 08:00-20:00, Sa 10:00-18:00', '2026-03-14T11:00', true],
    ['08:00-20:00; Sa off', '2026-03-14T11:00', false],
    ['08:00-20:00; 12:00-13:00 off', '2026-03-14T12:30', false],
    ['08:00-20:00; PH off', '2026-03-14T11:00', true],
    ['PH,Su 10:00-18:00', '2026-03-15T11:00', true],
    ['SH 10:00-18:00', '2026-03-14T11:00', false],
    ['Mo-Fr 08:00-18:00 || Sa 11:00-12:00', '2026-03-14T11:30', true],
    ['Apr-Sep 07:00-22:00; Oct-Mar 08:00-18:00', '2026-03-14T19:00', false],
    ['Apr-Sep 07:00-22:00; Oct-Mar 08:00-18:00', '2026-07-14T19:00', true],
    ['Nov-Feb 08:00-18:00', '2026-01-14T09:00', true],
    ['Apr 15-Oct 15: 08:00-20:00', '2026-04-14T09:00', false],
    ['Dec 24-26 off', '2026-12-25T09:00', false],
    ['08:00-20:00; Dec 24-26 off', '2026-12-25T09:00', false],
    ['08:00-20:00; Dec 24-26 off', '2026-12-27T09:00', true],
    ['2026 Mar 01-2026 Mar 31 08:00-20:00', '2026-03-14T09:00', true],
    ['2025 Mar 01-2025 Mar 31 08:00-20:00', '2026-03-14T09:00', false],
    ['2024-2026 08:00-20:00', '2026-03-14T09:00', true],
    ['week 10-12 08:00-20:00', '2026-03-14T09:00', true],
    ['week 20-30 08:00-20:00', '2026-03-14T09:00', false],
    ['Sa[2] 08:00-20:00', '2026-03-14T09:00', true],
    ['Sa[-1] 08:00-20:00', '2026-03-14T09:00', false],
    ['sunrise-sunset', '2026-03-14T12:00', true],
    ['sunrise-sunset', '2026-03-14T19:30', false],
    ['dawn-dusk', '2026-03-14T18:10', true],
    ['(sunrise+01:00)-(sunset-01:00)', '2026-03-14T17:30', false],
    ['sunset-sunrise', '2026-03-14T23:30', true],
    ['08:00+', '2026-03-14T21:00', true],
    ['off', '2026-03-14T11:00', false],
    ['closed', '2026-03-14T11:00', false],
    ['open', '2026-03-14T11:00', true],
    ['08:00-20:00 "by appointment"', '2026-03-14T11:00', false],
    ['08:00–20:00', '2026-03-14T11:00', true],
    ['mo-fr 08:00-20:00', '2026-03-13T11:00', true],
  ])('%s at %s: %s', (hours, time, expected) => {
    expect(isOpen(hours, time)).toBe(expected)
  })

  test.each([
    '',
    'by day',
    '08:00',
    '8-20',
    '08:00-20:00 maybe',
    'easter 08:00-20:00',
    '25:99-26:00',
    'Mo-Xx 08:00-20:00',
  ])('unread: %s', (hours) => {
    expect(readHours(hours)).toBeNull()
  })
})

describe('the sun', () => {
  // https://gml.noaa.gov/grad/solcalc/: minutes after midnight UTC
  test.each([
    ['Paris, equinox', { year: 2026, month: 3, day: 20 }, PARIS, 5 * 60 + 57, 18 * 60 + 5],
    ['Paris, midsummer', { year: 2026, month: 6, day: 21 }, PARIS, 3 * 60 + 47, 19 * 60 + 58],
    [
      'Sydney, midsummer',
      { year: 2026, month: 12, day: 21 },
      [151.2, -33.87] as LngLat,
      -5 * 60 - 19,
      9 * 60 + 5,
    ],
  ])('%s', (_what, day, place, sunrise, sunset) => {
    expect(Math.abs(sunTime('sunrise', day, place) - sunrise)).toBeLessThanOrEqual(3)
    expect(Math.abs(sunTime('sunset', day, place) - sunset)).toBeLessThanOrEqual(3)
  })

  test('where it does not set, and where it does not rise', () => {
    const tromso: LngLat = [18.95, 69.65]
    const midsummer = { year: 2026, month: 6, day: 21 }
    const midwinter = { year: 2026, month: 12, day: 21 }
    expect(sunTime('sunset', midsummer, tromso) - sunTime('sunrise', midsummer, tromso)).toBe(1440)
    expect(sunTime('sunset', midwinter, tromso) - sunTime('sunrise', midwinter, tromso)).toBe(0)
  })
})

describe('the time of a plan', () => {
  test('is that of the region, however it is written', () => {
    const inParis = { timeZone: 'Europe/Paris', minutes: 60, place: PARIS }
    const day = { year: 2026, month: 3, day: 14 }
    expect(whenOf({ ...inParis, startAt: '2026-03-14T14:00:00+01:00' })).toMatchObject({ day, minute: 840 })
    expect(whenOf({ ...inParis, startAt: '2026-03-14T13:00:00Z' })).toMatchObject({
      day,
      minute: 840,
      offset: 60,
    })
    expect(whenOf({ ...inParis, startAt: '2026-07-14T13:00:00Z' })).toMatchObject({
      minute: 900,
      offset: 120,
    })
    expect(whenOf({ ...inParis, startAt: '2026-03-13T23:30:00Z' })).toMatchObject({ day, minute: 30 })
  })

  test('is as it is written where the region has no zone, or one that is not known here', () => {
    for (const timeZone of [undefined, 'Mars/Olympus'])
      expect(
        whenOf({ startAt: '2026-03-14T14:00:00+05:30', timeZone, minutes: 60, place: PARIS }),
      ).toMatchObject({
        minute: 840,
        offset: 330,
      })
  })
})

describe('conditional values', () => {
  test.each([
    ['yes @ (08:00-20:00)', [{ value: 'yes', conditions: ['08:00-20:00'] }]],
    ['no @ 20:00-08:00', [{ value: 'no', conditions: ['20:00-08:00'] }]],
    [
      'no @ (Mo-Fr 08:00-09:00; Sa 10:00-12:00); private @ (Su)',
      [
        { value: 'no', conditions: ['Mo-Fr 08:00-09:00; Sa 10:00-12:00'] },
        { value: 'private', conditions: ['Su'] },
      ],
    ],
    [
      'no @ Mo-Fr 08:00-09:00; Sa 10:00-12:00',
      [{ value: 'no', conditions: ['Mo-Fr 08:00-09:00;Sa 10:00-12:00'] }],
    ],
    ['no @ (sunset-sunrise AND winter)', [{ value: 'no', conditions: ['sunset-sunrise', 'winter'] }]],
    ['yes @ ((sunrise+00:30)-sunset)', [{ value: 'yes', conditions: ['(sunrise+00:30)-sunset'] }]],
    ['yes @', []],
    ['', []],
  ])('%s', (text, clauses) => {
    expect(readConditional(text)).toEqual(clauses)
  })
})

describe('a schedule', () => {
  const gate = 'closed; open @ (08:00-20:00)'
  test('without a time holds no condition', () => {
    expect(levelDuring(gate, undefined)).toBe('closed')
  })

  test('at the hours at which most is open', () => {
    expect(levelDuring(gate, 'most open')).toBe('open')
    expect(levelDuring('open; closed @ (20:00-08:00)', 'most open')).toBe('open')
    expect(levelDuring('closed; private @ (08:00-20:00)', 'most open')).toBe('private')
  })

  test.each([
    ['2026-03-14T14:00', 120, 'open'],
    ['2026-03-14T18:00', 120, 'open'],
    ['2026-03-14T18:01', 120, 'closed'],
    ['2026-03-14T07:30', 60, 'closed'],
    ['2026-03-14T21:00', 60, 'closed'],
  ])('from %s for %s minutes: %s', (time, minutes, level) => {
    expect(levelDuring(gate, at(time, minutes))).toBe(level)
  })

  test('the last condition that holds wins; all parts of one must hold', () => {
    const text = 'open; private @ (18:00-24:00); closed @ (22:00-24:00 AND Sa)'
    expect(levelDuring(text, at('2026-03-14T19:00'))).toBe('private')
    expect(levelDuring(text, at('2026-03-14T23:00'))).toBe('closed')
    expect(levelDuring(text, at('2026-03-13T23:00'))).toBe('private')
  })

  test('over midnight', () => {
    expect(levelDuring('open; closed @ (Su)', at('2026-03-14T23:00', 90))).toBe('closed')
    expect(levelDuring('open; closed @ (Su)', at('2026-03-14T22:00', 90))).toBe('open')
  })

  test.each([
    ['closed; open @ (summer)', '2026-07-01T12:00', PARIS, 'open'],
    ['closed; open @ (summer)', '2026-01-01T12:00', PARIS, 'closed'],
    ['closed; open @ (summer)', '2026-01-01T12:00', [151, -34] as LngLat, 'open'],
    ['open; closed @ (wet)', '2026-01-01T12:00', PARIS, 'open'],
    ['closed; open @ (destination)', '2026-01-01T12:00', PARIS, 'open'],
    ['open; closed @ (weight>3.5)', '2026-01-01T12:00', PARIS, 'open'],
    ['open; closed @ (07:00-09:00 AND weight>3.5)', '2026-01-01T08:00', PARIS, 'open'],
  ])('%s at %s', (text, time, place, level) => {
    expect(levelDuring(text, { ...at(time), place })).toBe(level)
  })
})
