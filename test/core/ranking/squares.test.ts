/** Squares with numbers of their own and of the precincts below them. */
import { describe, expect, it } from 'vitest'
import { mobilise } from '@doorwalk/core/ranking/formula'
import { rankAreas } from '@doorwalk/core/ranking/ranking'
import { rankable, withPrecinctFields } from '@doorwalk/core/ranking/squares'
import { numericFields, usualAbstention, usualLists, usualPeople } from '@doorwalk/core/ranking/usual-fields'
import type { Precinct } from '@doorwalk/core/region/region'

const STEP = 0.0025

function box(code: string, [west, east]: [number, number], properties: Precinct['properties']): Precinct {
  const ring = [
    [2.3 + west * STEP, 48.88],
    [2.3 + east * STEP, 48.88],
    [2.3 + east * STEP, 48.88 + STEP],
    [2.3 + west * STEP, 48.88 + STEP],
    [2.3 + west * STEP, 48.88],
  ]
  return { code, properties, geometry: { type: 'Polygon', coordinates: [ring] } }
}

const precincts = [
  box('P', [0, 1.4], { taux_abstention: 30, pct_us: 20 }),
  box('Q', [1.4, 4], { taux_abstention: 60, pct_us: 40 }),
]
const squares = [0, 1, 2, 5].map((at) =>
  box(`S${at}`, [at, at + 1], { ind: 20 + at, i_est_200: at === 2 ? 1 : 0 }),
)

describe('a square', () => {
  it('has of each precinct by its area, and is not drawn toward others for that', () => {
    const areas = withPrecinctFields(squares, { precincts, fields: ['taux_abstention', 'pct_us'] })
    // 0.4 of S1 lies in P: two columns of five.
    expect(areas.map(({ fields }) => fields['taux_abstention'])).toEqual([30, 48, 60, null])
    const ranking = rankAreas({
      areas,
      formula: mobilise({ abstention: 'taux_abstention', own: 'pct_us' }),
      people: 'ind',
    })
    expect(ranking.areas.map(({ code, rank, imputed, people }) => [code, rank, imputed, people])).toEqual([
      ['S2', 1, true, 22],
      ['S1', 2, false, 21],
      ['S0', 3, false, 20],
    ])
    expect(ranking.areas[1]!.parts[0]).toMatchObject({ value: 48, source: 'precincts' })
    expect(ranking.unranked.map(({ code }) => code)).toEqual(['S5'])
  })

  it('keeps its own number where it has one, and a dot is no place', () => {
    const own = [box('S', [0, 1], { taux_abstention: 12 })]
    expect(
      withPrecinctFields(own, { precincts, fields: ['taux_abstention'] })[0]!.fields['taux_abstention'],
    ).toBe(12)
    expect(rankable(own[0]!).noPlace).toBe(false)
    expect(rankable(box('dot', [0, 0.001], {})).noPlace).toBe(true)
  })
})

describe('usual fields', () => {
  it('are found by what publishers call them', () => {
    const areas = [
      rankable(
        box('P', [0, 1], {
          inscrits: 5,
          taux_abstention: 3,
          pct_b: 1,
          pct_a: 2,
          pct_autres: 1,
          pct_blancs: 1,
          name: 'x',
        }),
      ),
      rankable(box('Q', [1, 2], { pct_musulmans: 4, ind: null })),
    ]
    const fields = numericFields(areas)
    expect(fields).not.toContain('name')
    expect(usualLists(fields)).toEqual(['pct_a', 'pct_b'])
    expect([usualAbstention(fields), usualPeople(fields, 'precinct'), usualPeople(fields, 'square')]).toEqual(
      [...['taux_abstention', 'inscrits', undefined]],
    )
  })
})
