/** A ranking as CSV (RFC 4180, UTF-8, CRLF): a line per area, best first, with three columns for each part. */
import { csvCell } from '../words/escape.ts'
import type { RankedArea } from './ranked-area.ts'
import type { Ranking } from './ranking.ts'

const BEFORE = ['kind', 'code', 'rank', 'bestRank', 'worstRank', 'score', 'amount', 'people'] as const
const AFTER = ['imputed', 'noPlace', 'inRegion', 'missing', 'why'] as const

/** Rankings by kind of area, such as `precinct`; all by one formula. */
export function rankingCsv(rankings: readonly { kind: string; ranking: Ranking }[]): string {
  const names = rankings[0]?.ranking.parts.map(({ name }) => name) ?? []
  const parts = names.flatMap((name) => [name, `${name} weighed`, `${name} source`])
  const rows = rankings.flatMap(({ kind, ranking }) => [
    ...ranking.areas.map((area) => [kind, ...cells(area)]),
    ...ranking.unranked.map(({ code, missing, why }) => [
      ...[kind, code, ...BEFORE.slice(2).map(() => undefined), ...parts.map(() => undefined)],
      ...[undefined, undefined, undefined, missing.join(' '), why],
    ]),
  ])
  return [[...BEFORE, ...parts, ...AFTER], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function cells(area: RankedArea): (string | number | boolean | undefined)[] {
  return [
    ...[area.code, area.rank, ...area.rankRange, rounded(area.score)],
    ...[area.amount === null ? undefined : rounded(area.amount), area.people ?? undefined],
    ...area.parts.flatMap(({ value, standardised, source }) => [
      rounded(value),
      rounded(standardised ?? value),
      source,
    ]),
    ...[area.imputed, area.noPlace, area.inRegion, area.missing.join(' '), undefined],
  ]
}

/** Six decimals: a hundredth of a point of any share, and no digits of rounding. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
