/** A plan that somebody else asked for: what it is called, and the same again with a change. */
import { describe, expect, it } from 'vitest'
import {
  type AskedRequest,
  arePeople,
  estimateOf,
  peopleAsked,
  requestAgain,
  wishAsked,
} from '../../../web/src/console/model/asked.ts'
import { USUAL_PEOPLE } from '../../../web/src/console/model/people-wish.ts'
import { requestOf } from '../../../web/src/console/model/plan-wish.ts'
import { type Placed, placeOf } from '../../../web/src/console/model/plan-place.ts'
import { en } from '../../../web/src/console/words/en/plans.ts'

const NOW = new Date('2026-03-14T12:00:00Z')
const ASKED: AskedRequest = {
  region: 'paris-9e-10e',
  version: '2026-01-01',
  area: { precincts: ['0925'] },
  volunteers: 4,
  minutes: 90,
  closed: true,
  reserves: true,
  language: 'fr',
  seed: 1,
  profile: 'canvass',
  commit: true,
  startAt: '2026-03-14T18:00:00+01:00',
  targets: [
    { id: 'osm:w1', key: true },
    { id: 'osm:w2', exclude: true },
  ],
}

describe('the same again', () => {
  it('keeps all that was asked but who goes, as a draft of today', () => {
    const again = { language: 'en', now: NOW, volunteers: 6, minutes: 60 } as const
    const { version: _version, ...rest } = ASKED
    expect(requestAgain(ASKED, again)).toEqual({
      ...rest,
      language: 'en',
      volunteers: 6,
      minutes: 60,
      commit: false,
    })
    const late = requestAgain(ASKED, { ...again, now: new Date('2026-03-15T00:00:00Z') })
    expect(late).not.toHaveProperty('startAt')
  })

  it('knows people from teams', () => {
    expect(peopleAsked(ASKED)).toEqual({ ...USUAL_PEOPLE, teams: 4, minutes: 90 })
    expect(arePeople(ASKED)).toBe(false)
    expect(arePeople({ ...ASKED, volunteers: [{ id: '1' }, { id: '2' }] })).toBe(false)
    expect(arePeople({ ...ASKED, volunteers: [{ id: '1' }, { id: 'v-7f00' }] })).toBe(true)
    expect(arePeople({ ...ASKED, volunteers: [{ id: '1', minutes: 30 }] })).toBe(true)
  })

  it('gives an estimate no more than it takes', () => {
    expect(Object.keys(estimateOf(ASKED, { now: NOW, language: 'en' })).sort()).toEqual(
      ['area', 'closed', 'language', 'minutes', 'region', 'startAt', 'targets'].sort(),
    )
  })

  it('opens the form as it was asked, whatever the kind of its area', () => {
    const corners = [
      [2.34, 48.87],
      [2.35, 48.87],
      [2.35, 48.88],
    ] as [number, number][]
    const ring = [...corners, corners[0]!]
    const areas: AskedRequest['area'][] = [
      undefined,
      { precincts: ['0925', '0926'] },
      { type: 'Polygon', coordinates: [ring] },
      { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
      { walkFrom: { start: [2.34, 48.87], minutes: 10 } },
      { id: 'are_1' },
    ]
    for (const area of areas) {
      const { area: _area, ...rest } = ASKED
      const asked = { ...rest, ...(area && { area }) }
      const wish = wishAsked(asked, { people: peopleAsked(asked), now: NOW })!
      const sent = requestOf(wish, { region: ASKED.region, language: 'fr', now: NOW })
      expect(sent.area).toEqual(area)
      expect(sent.targets).toEqual([{ id: 'osm:w1', key: true }])
      expect(Date.parse(sent.startAt!)).toBe(Date.parse(ASKED.startAt!))
    }
    const cells = { ...ASKED, area: { cells: ['8a1fb46622dffff'] } }
    expect(wishAsked(cells, { people: USUAL_PEOPLE, now: NOW })).toBeUndefined()
  })
})

it('is called by where it is, in words', () => {
  const say = (told: Placed): string => placeOf(told, en.places)
  const streets = ['Rue Pétrelle', 'Rue Lentonnet']
  const precincts = ['01', '02', '03', '04']
  expect(say({ area: { kind: 'precincts', precincts: ['0925'], count: 1 }, streets })).toBe(
    'Polling station 0925',
  )
  expect(say({ area: { kind: 'precincts', precincts, count: 120 }, streets })).toBe(
    'Polling stations 01, 02, 03 and 117 more',
  )
  expect(say({ area: { kind: 'precincts', precincts, count: 4, label: 'North' }, streets })).toBe('North')
  expect(say({ area: { kind: 'drawn' }, streets })).toBe('Rue Pétrelle, Rue Lentonnet')
  expect(say({ area: { kind: 'joined' }, streets: [] })).toBe('An area of your own')
  expect(say({ area: { kind: 'region' }, streets })).toBe('The whole region')
  expect(say({ area: null, streets: [] })).toBe('Place unknown (older plan)')
})
