/** Scores with parts, ranks and rank ranges, checked against arithmetic that stands beside them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mobilise, ownFormula, persuade } from '@doorwalk/core/ranking/formula'
import { rankAreas } from '@doorwalk/core/ranking/ranking'
import { ranksOf, shiftedPower, weightShifts } from '@doorwalk/core/ranking/ranks'
import { anArea } from './areas.ts'

const fails = (code: string, says?: RegExp): unknown =>
  expect.objectContaining({ code, ...(says ? { message: expect.stringMatching(says) as string } : {}) })

describe('mobilise', () => {
  const areas = [
    anArea('A', { voters: 1000, absent: 40, pct_us: 10 }),
    anArea('B', { voters: 900, absent: 50, pct_us: 20 }),
    anArea('C', { voters: 2000, absent: 25, pct_us: 36 }),
    anArea('D', { voters: 2000, absent: null, pct_us: 50 }),
  ]
  const formula = mobilise({ abstention: 'absent', own: 'pct_us' })

  it('is abstention × own share, with its parts and how many it stands for', () => {
    const { areas: ranked, unranked } = rankAreas({ areas, formula, people: 'voters' })
    expect(ranked.map(({ code, rank, amount }) => [code, rank, amount])).toEqual([
      ['B', 1, 90],
      ['C', 2, 180],
      ['A', 3, 40],
    ])
    expect(ranked[0]!.score).toBeCloseTo(10, 9)
    expect(ranked[0]!.parts).toEqual([
      { name: 'abstention', value: 50, unit: '%', weight: 1, source: 'own' },
      { name: 'own share', value: 20, unit: '%', weight: 1, source: 'own' },
    ])
    expect(unranked).toEqual([
      { code: 'D', missing: ['absent'], why: expect.stringContaining('absent') as string },
    ])
  })

  it('ranks by number where that is asked for', () => {
    const ranked = rankAreas({ areas, formula, people: 'voters', order: 'amount' }).areas
    expect(ranked.map(({ code }) => code)).toEqual(['C', 'B', 'A'])
  })

  it('tells between which ranks an area moves with the weights', () => {
    // B: 0.5^a · 0.2^b, C: 0.25^a · 0.36^b: C is first when b·ln(1.8) > a·ln(2), so with 0.8 and 1.2, not with 1 and 1.
    const ranked = rankAreas({ areas, formula, people: 'voters' }).areas
    expect(ranked.map(({ code, rankRange }) => [code, rankRange])).toEqual([
      ['B', [1, 2]],
      ['C', [1, 2]],
      ['A', [3, 3]],
    ])
  })

  it('takes fractions of 1 as it takes per cent, and nothing else', () => {
    const fractions = areas.map((area) => ({
      ...area,
      fields: { ...area.fields, absent: area.fields['absent'] == null ? null : area.fields['absent'] / 100 },
    }))
    const ranking = rankAreas({ areas: fractions, formula, people: 'voters' })
    expect(ranking.areas[0]!.score).toBeCloseTo(10, 9)
    expect(ranking.notes).toEqual(['"absent" is a fraction of 1 and read as per cent'])
    const wrong = [...areas, anArea('E', { voters: 10, absent: 140, pct_us: 1 })]
    expect(() => rankAreas({ areas: wrong, formula, people: 'voters' })).toThrow(
      fails('ranking.not_a_share', /absent.*140.*"E".*0 to 100/),
    )
  })

  it('does not depend on the order of the file, and equal scores share a rank', () => {
    const twice = [...areas, anArea('B2', areas[1]!.fields)]
    const there = rankAreas({ areas: twice, formula, people: 'voters' })
    expect(rankAreas({ areas: twice.toReversed(), formula, people: 'voters' })).toEqual(there)
    expect(there.areas.map(({ code, rank }) => [code, rank])).toEqual([
      ['B', 1],
      ['B2', 1],
      ['C', 3],
      ['A', 4],
    ])
  })

  it('refuses what cannot be ranked', () => {
    expect(() => rankAreas({ areas: areas.slice(3), formula, people: 'voters' })).toThrow(
      fails('ranking.nothing', /absent.*"D"/),
    )
    expect(() => rankAreas({ areas, formula, order: 'amount' })).toThrow(fails('ranking.order'))
    expect(() => mobilise({ abstention: 'absent', own: 'pct_juifs' })).toThrow(fails('ranking.refused_field'))
    const nobody = rankAreas({
      areas: [...areas, anArea('Z', { voters: 0, absent: 5, pct_us: 5 })],
      formula,
      people: 'voters',
    })
    expect(nobody.unranked.find(({ code }) => code === 'Z')?.why).toBe('nobody is counted here')
  })

  it('draws small cells toward their surroundings, and says so', () => {
    const around = Array.from({ length: 8 }, (_, i) =>
      anArea(`N${i}`, { voters: 800, absent: 40, pct_us: 30 }, i + 1),
    )
    const small = anArea('S', { voters: 12, absent: 90, pct_us: 30 })
    const ranked = rankAreas({ areas: [small, ...around], formula, people: 'voters' }).areas
    const part = ranked.find(({ code }) => code === 'S')!.parts[0]!
    expect(part).toMatchObject({ source: 'smoothed', given: 90 })
    expect(part.value).toBeGreaterThan(40)
    expect(part.value).toBeLessThan(60)
    const raw = rankAreas({ areas: [small, ...around], formula, people: 'voters', smoothBelow: 0 }).areas
    expect(raw[0]).toMatchObject({ code: 'S', parts: [{ value: 90, source: 'own' }, {}] })
  })
})

describe('persuade', () => {
  const areas = [
    anArea('A', { absent: 20, pct_a: 40, pct_b: 38, pct_c: 22 }),
    anArea('B', { absent: 60, pct_a: 40, pct_b: 40, pct_c: 20 }),
    anArea('C', { absent: 20, pct_a: 20, pct_b: 70, pct_c: 10 }),
  ]
  const lists = ['pct_a', 'pct_b', 'pct_c']

  it('is closeness × turnout', () => {
    const ranked = rankAreas({ areas, formula: persuade({ abstention: 'absent', lists }) }).areas
    expect(ranked.map(({ code, score }) => [code, Math.round(score * 1e6) / 1e6])).toEqual([
      ['A', 78.4], // (100 − 2) × 80 %
      ['B', 40], // 100 × 40 %
      ['C', 40], // (100 − 50) × 80 %
    ])
  })

  it('counts the distance of an own list from the strongest other', () => {
    const ranked = rankAreas({
      areas,
      formula: persuade({ abstention: 'absent', lists, own: 'pct_c' }),
    }).areas
    // A: 18 behind, B: 20, C: 60
    expect(ranked.map(({ code, parts }) => [code, parts[0]!.value])).toEqual([
      ['A', 82],
      ['B', 80],
      ['C', 40],
    ])
    expect(() => persuade({ abstention: 'absent', lists: ['pct_a'] })).toThrow(fails('ranking.lists'))
  })
})

describe('a formula of one’s own', () => {
  const areas = [1, 2, 3, 6].map((value, i) =>
    anArea(`P${i}`, { income: 10_000 * value, poor: value, homes: 10 }, i),
  )
  const fields = ['homes', 'income', 'poor']
  const own = (weights: [string, number][], standardisation: 'z' | 'range' | 'none' = 'z') =>
    ownFormula(
      weights.map(([field, weight]) => ({ field, weight })),
      { standardisation, fields },
    )

  it('weighs what is standardised, and tells by what', () => {
    const z = rankAreas({ areas, formula: own([['income', -1]]) })
    // mean 30,000, standard deviation √(((−20)² + (−10)² + 0 + 30²) ÷ 4) thousand
    expect(z.parts[0]!.measure).toMatchObject({ mean: 30_000, smallest: 10_000, largest: 60_000 })
    expect(z.parts[0]!.measure.deviation).toBeCloseTo(1000 * Math.sqrt(350), 6)
    expect(z.areas[0]).toMatchObject({ code: 'P0', parts: [{ value: 10_000, unit: 'as given' }] })
    expect(z.areas[0]!.score).toBeCloseTo(20 / Math.sqrt(350), 9)
    expect(z.formula.text).toBe('-1 × z(income)')
    const range = rankAreas({ areas, formula: own([['income', 2]], 'range') })
    expect(range.areas.map(({ score }) => score)).toEqual([200, 80, 40, 0])
    const weights = own([['poor', 1], ['poor/homes', 10]], 'none') // prettier-ignore
    const none = rankAreas({ areas, formula: weights, smoothBelow: 0 }).areas[0]!
    expect(none.score).toBe(12)
    expect(none.parts[1]).toMatchObject({ value: 0.6, unit: 'poor per homes', source: 'own' })
    // Ten homes are few, and shares of so few are drawn toward those around.
    expect(rankAreas({ areas, formula: weights }).areas[0]!.parts[1]).toMatchObject({
      source: 'smoothed',
      given: 0.6,
    })
  })

  it('fills what is missing from the surroundings when most of the weight is its own', () => {
    const gap = [...areas, anArea('P9', { income: null, poor: 6, homes: 10 }, 2)]
    const most = rankAreas({ areas: gap, formula: own([['income', 1], ['poor', 2]]) }) // prettier-ignore
    const filled = most.areas.find(({ code }) => code === 'P9')!
    expect(filled.missing).toEqual(['income'])
    expect(filled.parts[0]).toMatchObject({ value: 30_000, source: 'surroundings' })
    const half = rankAreas({ areas: gap, formula: own([['income', 1], ['poor', 1]]) }) // prettier-ignore
    expect(half.unranked.map(({ code }) => code)).toEqual(['P9'])
  })

  it('refuses weights without effect, unknown fields and refused ones', () => {
    expect(() => own([])).toThrow(fails('ranking.weights'))
    expect(() => own([['poor', 0]])).toThrow(fails('ranking.weights', /poor/))
    expect(() => own([['poor', Number.NaN]])).toThrow(fails('ranking.weights'))
    expect(() => own([['poor', 1], ['poor', 2]])).toThrow(fails('ranking.weights', /twice/)) // prettier-ignore
    expect(() => own([['rich', 1]])).toThrow(fails('ranking.unknown_field', /homes, income, poor/))
    expect(() => own([['poor/rich', 1]])).toThrow(fails('ranking.unknown_field', /"rich"/))
    expect(() => own([['poor/étrangers', 1]])).toThrow(fails('ranking.refused_field', /origin/))
    expect(() => own(Array.from({ length: 9 }, (_, i) => [`f${i}`, 1] as [string, number]))).toThrow(
      fails('ranking.weights'),
    )
    const same = rankAreas({ areas, formula: own([['homes', 1], ['poor', 1]]) }) // prettier-ignore
    expect(same.notes).toEqual(['"homes" is the same in every area, so it changes no rank'])
  })
})

describe('ranks', () => {
  it('hold the rank in the range, for any numbers', () => {
    const number = fc.integer({ min: -50, max: 50 })
    const row = fc.record({ a: number, b: number, c: number })
    const weight = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.tuple(weight, weight, weight),
        (rows, [a, b, c]) => {
          const formula = ownFormula(
            [
              { field: 'a', weight: a },
              { field: 'b', weight: -b },
              { field: 'c', weight: c },
            ],
            { standardisation: 'none', fields: ['a', 'b', 'c'] },
          )
          const areas = rows.map((fields, i) => anArea(`A${String(i).padStart(2, '0')}`, fields, i))
          const score = (fields: (typeof rows)[number], x = 1, y = 1, z = 1) =>
            a * x * fields.a - b * y * fields.b + c * z * fields.c
          for (const { code, rank, rankRange } of rankAreas({ areas, formula }).areas) {
            const own = rows[Number(code.slice(1))]!
            const rankWith = (x: number, y: number, z: number) =>
              1 + rows.filter((other) => score(other, x, y, z) > score(own, x, y, z) + 1e-6).length
            const levels = [0.8, 1, 1.2]
            const corners = levels.flatMap((x) =>
              levels.flatMap((y) => levels.map((z) => [x, y, z] as const)),
            )
            const tried = corners.filter(
              (corner) => corner.every((x) => x !== 1) || corner.filter((x) => x !== 1).length <= 1,
            )
            const ranks = tried.map((corner) => rankWith(...corner))
            expect([rank, ...rankRange]).toEqual([rankWith(1, 1, 1), Math.min(...ranks), Math.max(...ranks)])
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('count how many are better', () => {
    expect(ranksOf([3, 1, 3, 2])).toEqual([1, 4, 1, 3])
    expect(ranksOf([0.1 + 0.2, 0.3])).toEqual([1, 1])
    expect(weightShifts(2)).toHaveLength(1 + 4 + 4)
  })

  it('raise to 0.8 and 1.2 without Math.pow', () => {
    for (const value of [0, 1e-6, 0.004, 0.36, 1, 7.5])
      for (const shift of [0.8, 1, 1.2]) expect(shiftedPower(value, shift)).toBeCloseTo(value ** shift, 12)
  })
})
