/** A ranking as a person reads it on the terminal. */
import type { RankedArea } from '@doorwalk/core/ranking/ranked-area'
import type { Ranking } from '@doorwalk/core/ranking/ranking'
import { textTable } from '../terminal/table.ts'

/** @param top  rows at most */
export function rankingReport(kind: string, ranking: Ranking, top: number): string {
  const { formula, parts, order, people, areas, unranked } = ranking
  const shown = areas.slice(0, top)
  const header = [
    'rank',
    'range',
    kind,
    'score',
    ...(formula.name === 'cover' ? ['left'] : people !== null && hasAmount(areas) ? ['stands for'] : []),
  ]
  const titles = [
    ...header,
    people ?? 'people',
    ...parts.map(({ name, unit }) => `${name}${unit === '%' ? ' %' : ''}`),
    'note',
  ]
  const rows = shown.map((area) => [
    ...[String(area.rank), `${area.rankRange[0]}–${area.rankRange[1]}`, area.code, area.score.toFixed(2)],
    ...(header.length > 4 ? [area.amount === null ? '' : area.amount.toFixed(0)] : []),
    area.people === null ? '' : String(Math.round(area.people)),
    ...area.parts.map(({ value }) => plain(value)),
    noteOf(area),
  ])
  const aligns = titles.map((_, at) => (at === 2 || at === titles.length - 1 ? 'left' : 'right'))
  const smoothed = areas.filter((area) => area.parts.some(({ source }) => source === 'smoothed')).length
  const imputed = areas.filter((area) => area.imputed).length
  return [
    `${areas.length} of ${areas.length + unranked.length} ${kind}s by ${order === 'score' ? 'score' : 'what the score stands for'}: ${formula.name} = ${formula.text}`,
    ...(formula.standardisation === 'none' ? [] : [standardised(ranking)]),
    '',
    textTable(titles, rows, aligns),
    ...(areas.length > top ? [`… and ${areas.length - top} more (--top, --out)`] : []),
    '',
    `Range: best and worst rank when each weight moves by ± ${100 * ranking.weightShift} %, alone and all together.`,
    ...(smoothed > 0
      ? [
          `${smoothed} rest on fewer than ${ranking.smoothedBelow} people or homes and are drawn toward their surroundings.`,
        ]
      : []),
    ...(imputed > 0
      ? [`${imputed} are imputed by their publisher: no such ${kind} says anything by itself.`]
      : []),
    ...partlyOutside(ranking, kind),
    ...(unranked.length > 0 ? [`Not ranked: ${unrankedLine(ranking)}`] : []),
    ...ranking.notes.map((note) => `Note: ${note}`),
  ].join('\n')
}

function hasAmount(areas: readonly RankedArea[]): boolean {
  return areas.some(({ amount }) => amount !== null)
}

function standardised({ formula, parts }: Ranking): string {
  const measures = parts.map(({ name, measure }) =>
    formula.standardisation === 'z'
      ? `${name}: mean ${plain(measure.mean)}, standard deviation ${plain(measure.deviation)}`
      : `${name}: ${plain(measure.smallest)} to ${plain(measure.largest)}`,
  )
  return `Standardised by ${formula.standardisation} (${measures.join('; ')})`
}

function partlyOutside({ areas }: Ranking, kind: string): string[] {
  const partial = areas.flatMap(({ code, inRegion }) =>
    inRegion === undefined ? [] : [`${code} (${Math.round(100 * inRegion)} % in it)`],
  )
  if (partial.length === 0) return []
  const named = partial.slice(0, NAMED).join(', ')
  const more = partial.length > NAMED ? ` and ${partial.length - NAMED} more` : ''
  return [`${partial.length} ${kind}s reach out of the region: ${named}${more}`]
}

function noteOf({ parts, imputed, noPlace, missing }: RankedArea): string {
  const smoothed = parts.filter(({ source }) => source === 'smoothed').map(({ name }) => name)
  return [
    ...(smoothed.length > 0 ? ['smoothed'] : []),
    ...(imputed ? ['imputed'] : []),
    ...(noPlace ? ['a dot on the map, nowhere to go'] : []),
    ...(missing.length > 0 ? [`missing ${missing.join(', ')}`] : []),
  ].join('; ')
}

/** Codes that a line names. */
const NAMED = 5

/** By reason. */
function unrankedLine({ unranked }: Ranking): string {
  const byReason = new Map<string, string[]>()
  for (const { code, why } of unranked) byReason.set(why, [...(byReason.get(why) ?? []), code])
  return [...byReason]
    .map(
      ([why, codes]) =>
        `${codes.slice(0, NAMED).join(', ')}${codes.length > NAMED ? ` and ${codes.length - NAMED} more` : ''}: ${why}`,
    )
    .join('. ')
}

function plain(value: number): string {
  return Math.abs(value) >= 1000 ? value.toFixed(0) : value.toFixed(2)
}
