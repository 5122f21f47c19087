/** Doors that nobody has knocked at and days since anybody came, from visits. */
import { describe, expect, it } from 'vitest'
import { Visit } from '@doorwalk/core/ledger/visit'
import { cover, fresh } from '@doorwalk/core/ranking/formula'
import { withKnocked } from '@doorwalk/core/ranking/knocked'
import { rankAreas } from '@doorwalk/core/ranking/ranking'
import { anArea } from './areas.ts'

const visit = (id: string, target: string, at: string, counts: object) =>
  Visit.parse({ id: `visit-00${id}`, target, at: `${at}T15:00:00+01:00`, ...counts })

const visits = [
  visit('1', 'a1', '2026-03-02', { knocked: 8 }),
  visit('2', 'a1', '2026-03-08', { knocked: 5 }), // again: never more than its ten doors
  visit('2', 'a1', '2026-03-08', { knocked: 5 }), // sent twice
  visit('3', 'old', '2026-03-05', { knocked: 4 }), // an earlier id of b1
  visit('4', 'c1', '2026-03-13', { noAccess: true }),
  visit('5', 'c1', '2026-04-01', { knocked: 3 }), // later than the question
  visit('6', 'gone', '2026-03-01', { knocked: 3 }),
]
const targets = [
  { id: 'a1', doors: 10, area: 'A' },
  { id: 'a2', doors: 10, area: 'A' },
  { id: 'b1', doors: 16, area: 'B' },
  { id: 'c1', doors: 30, area: 'C' },
  { id: 'd1', doors: 10, area: 'D' }, // too few to be told of
  { id: 'x1', doors: 50, area: undefined },
]
const known = withKnocked(
  ['A', 'B', 'C', 'D', 'E'].map((code, i) => anArea(code, { inscrits: 100 }, i)),
  {
    ...{ targets, visits, areaOf: (at) => targets[at]!.area, aliases: new Map([['old', ['b1']]]) },
    at: '2026-03-14T12:00:00+01:00',
  },
)

describe('doors nobody has knocked at', () => {
  it('are counted once each, under today’s ids, up to the moment asked for', () => {
    expect(
      known.areas.map(({ code, fields }) => [
        code,
        fields['doors'],
        fields['doors_left_share'],
        fields['days_since_visit'],
      ]),
    ).toEqual([
      ['A', 20, 50, 5],
      ['B', 16, 75, 8],
      ['C', 30, 100, 0],
      ['D', null, null, null],
      ['E', null, null, null],
    ])
    expect([known.unknown, known.later]).toEqual([1, 1])
  })

  it('rank by their number, or fresh ones by both', () => {
    const covered = rankAreas({ areas: known.areas, formula: cover(), people: 'doors', order: 'amount' })
    expect(covered.areas.map(({ code, amount }) => [code, amount])).toEqual([
      ['C', 30],
      ['B', 12],
      ['A', 10],
    ])
    expect(covered.unranked.map(({ code }) => code)).toEqual(['D', 'E'])
    const ranked = rankAreas({ areas: known.areas, formula: fresh(), people: 'doors' })
    expect(ranked.areas.map(({ code, score }) => [code, Number(score.toFixed(6))])).toEqual([
      ['B', 50.833333], // 75 ÷ 2 + 8 days of 30
      ['C', 50],
      ['A', 33.333333],
    ])
    expect(ranked.areas[0]!.parts[1]).toMatchObject({ value: 8, unit: 'days, at most 30' })
  })
})
