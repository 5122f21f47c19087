/** All polling stations of Paris: their best five by hand, and how long a ranking takes. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import type { Ranking } from '@doorwalk/core/ranking/ranking'
import { SHARED_MISSING, shared } from '../support/worlds/shared.ts'

const stations = shared('data/paris-9e-10e/bureaux-de-vote-2026-paris.geojson')
const squares = shared('data/bondy-nord/filosofi-200m.geojson')
/** Seconds for the 903 stations with parts and rank ranges, reading and writing included. */
const MOST_SECONDS = 2

async function rank(...args: string[]): Promise<Record<string, Ranking>> {
  const out = join(await mkdtemp(join(tmpdir(), 'doorwalk-rank-')), 'ranking.json')
  const errors: string[] = []
  const code = await main(['rank', ...args, '--out', out], { out: () => {}, err: (line) => errors.push(line), isTerminal: false })
  expect([code, errors]).toEqual([0, []])
  return JSON.parse(await readFile(out, 'utf8')) as Record<string, Ranking>
}

interface Station {
  code_bv: string
  inscrits: number
  taux_abstention: number
  pct_gregoire: number
}

describe('Paris', () => {
  it.skipIf(stations === null)(`ranks 903 stations in ${MOST_SECONDS} s (${SHARED_MISSING})`, async () => {
    const args = ['--precincts', stations!, '--preset', 'mobilise', '--own', 'pct_gregoire']
    await rank(...args)
    const started = performance.now()
    const { precincts } = await rank(...args)
    expect((performance.now() - started) / 1000).toBeLessThanOrEqual(MOST_SECONDS)
    expect([precincts!.areas.length, precincts!.unranked]).toEqual([903, []])
    // By hand, of the raw table: abstention × share ÷ 100. 1599 is a dot, for voters without an address.
    expect(
      precincts!.areas
        .slice(0, 5)
        .map(({ code, score, parts, people, noPlace }) => [code, Number(score.toFixed(2)), ...parts.map(({ value }) => value), people, noPlace]),
    ).toEqual([
      ['1599', 43.34, 97.53, 44.44, 1134, true],
      ['1856', 27.36, 63.09, 43.36, 2021, false],
      ['2076', 26.24, 49.91, 52.57, 2196, false],
      ['1134', 25.89, 47.54, 54.45, 1832, false],
      ['1132', 25.49, 46.08, 55.32, 2003, false],
    ])
    // And all of them, with the ranks when one weight moves.
    const raw = (JSON.parse(await readFile(stations!, 'utf8')) as { features: { properties: Station }[] }).features.map(
      ({ properties }) => properties,
    )
    const powers = [0.8, 1, 1.2]
    const shifts = powers.flatMap((a) => powers.map((b) => [a, b] as const))
    const scores = shifts.map(([a, b]) =>
      raw.map((station) => (station.taux_abstention / 100) ** a * (station.pct_gregoire / 100) ** b),
    )
    for (const area of precincts!.areas) {
      const at = raw.findIndex(({ code_bv }) => code_bv === area.code)
      const ranks = scores.map((list) => 1 + list.filter((other) => other > list[at]! + 1e-10).length)
      expect([area.code, area.rank, ...area.rankRange]).toEqual([area.code, ranks[4], Math.min(...ranks), Math.max(...ranks)])
      expect(area.score).toBeCloseTo(100 * scores[4]![at]!, 6)
      expect(area.amount).toBeCloseTo(scores[4]![at]! * raw[at]!.inscrits, 5)
    }
  })

  it.skipIf(squares === null)(`Bondy: small squares are smoothed, imputed ones flagged (${SHARED_MISSING})`, async () => {
    const ranking = (await rank('--squares', squares!, '--weight', 'men_pauv/men=1', '--standardise', 'none'))['squares']!
    expect(ranking.areas.length).toBe(164)
    expect(ranking.areas.filter(({ imputed }) => imputed).length).toBe(14)
    const smoothed = ranking.areas.filter(({ parts }) => parts[0]!.source === 'smoothed')
    const spread = (values: number[]) => Math.max(...values) - Math.min(...values)
    expect(smoothed.length).toBeGreaterThan(50)
    expect(spread(smoothed.map(({ score }) => score))).toBeLessThan(spread(smoothed.map(({ parts }) => parts[0]!.given!)))
  })
})
