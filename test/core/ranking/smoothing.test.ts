/** Small cells drawn toward their surroundings: by hand, at the limits, and better than the raw shares on average. */
import { describe, expect, it } from 'vitest'
import { smoothedShare, surroundings, SURROUNDING } from '@doorwalk/core/ranking/smoothing'

describe('a smoothed share', () => {
  it('is Marshall’s by hand', () => {
    // 10 of whom 9, between 90 of whom 30 and 100 of whom 61: m = 100/200 = 0.5,
    // s² = (10·0.16 + 90·(1/6)² + 100·0.0121)/200
    const variance = (10 * 0.16 + 90 / 36 + 100 * 0.0121) / 200
    const between = variance - (0.25 * 3) / 200
    const trust = between / (between + 0.25 / 10)
    const around = [
      { share: 30 / 90, people: 90 },
      { share: 0.61, people: 100 },
    ]
    expect(smoothedShare({ share: 0.9, people: 10 }, around)).toBeCloseTo(0.5 + trust * 0.4, 12)
    expect(trust).toBeGreaterThan(0.4)
    expect(trust).toBeLessThan(0.6)
  })

  it('is that of the surroundings where all differences are chance, and stays where nobody is around', () => {
    const alike = Array.from({ length: 8 }, () => ({ share: 0.4, people: 500 }))
    expect(smoothedShare({ share: 0.5, people: 4 }, alike)).toBeCloseTo((0.4 * 4000 + 2) / 4004, 12)
    expect(smoothedShare({ share: 0.5, people: 0 }, [])).toBe(0.5)
    expect(smoothedShare({ share: 1, people: 5 }, [{ share: 1, people: 5 }])).toBe(1)
  })

  it('lies between its own and that of all, and nearer to its own the more people it has', () => {
    const around = [0.2, 0.5, 0.35, 0.6].map((share) => ({ share, people: 80 }))
    const moved = [1, 10, 50, 90].map((people) => {
      const mean = (80 * 1.65 + 0.9 * people) / (320 + people)
      const share = smoothedShare({ share: 0.9, people }, around)
      expect(share).toBeLessThanOrEqual(0.9)
      expect(share).toBeGreaterThanOrEqual(mean)
      return share
    })
    expect(moved).toEqual(moved.toSorted((a, b) => a - b))
  })

  it('is nearer to the truth than the raw share, on average over seeded cells', () => {
    let seed = 7
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    const voted = (truth: number, people: number) =>
      Array.from({ length: people }, () => (random() < truth ? 1 : 0)).reduce<number>(
        (sum, one) => sum + one,
        0,
      ) / people
    let [raw, smoothed] = [0, 0]
    for (let trial = 0; trial < 400; trial++) {
      const place = 0.3 + 0.4 * random()
      const truths = Array.from({ length: 9 }, () => place + 0.1 * (random() - 0.5))
      const [own, ...around] = truths.map((truth) => ({ share: voted(truth, 20), people: 20 }))
      raw += (own!.share - truths[0]!) ** 2
      smoothed += (smoothedShare(own!, around) - truths[0]!) ** 2
    }
    expect(smoothed).toBeLessThan(0.6 * raw)
  })
})

describe('the surroundings', () => {
  it('are the eight nearest, also where a degree east is shorter than one north', () => {
    const places = Array.from({ length: 25 }, (_, i): [number, number] => [
      2.3 + (i % 5) * 0.00273,
      48.8 + Math.floor(i / 5) * 0.0018,
    ])
    expect(surroundings(places)(12)).toEqual([6, 7, 8, 11, 13, 16, 17, 18])
    expect(surroundings(places.slice(0, 3))(1)).toEqual([0, 2])
    expect(surroundings(places)(0)).toHaveLength(SURROUNDING)
  })
})
