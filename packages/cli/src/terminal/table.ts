/** Plain text tables and the lines that a person reads after a plan. */
import type { Plan, Walk, WalkTarget } from '@doorwalk/core/walk/answer'
import type { Language } from '@doorwalk/core/words/languages'
import { type ReportWords, reportWords } from './report-words.ts'

type Align = 'left' | 'right'

/** Columns padded to their widest cell, two spaces apart. */
export function textTable(header: string[], rows: string[][], aligns: Align[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        aligns[column] === 'right' ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd()
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n')
}

/** Key buildings that are listed with why they are. */
const MOST_LISTED = 20

/** One row a walk, a line of totals, the key buildings, and what was left out and why; in the language of the plan. */
export function planReport(plan: Plan, language: Language): string {
  const w = reportWords(language)
  const rows = plan.walks.map((walk) => [
    String(walk.number),
    String(walk.stops.length),
    String(walk.doors),
    walk.prize.toFixed(1),
    minutes(walk.seconds),
    String(walk.metres),
    addressOf(walk, 0),
    addressOf(walk, -1),
  ])
  const table = textTable(w.columns, rows, [
    'right',
    'right',
    'right',
    'right',
    'right',
    'right',
    'left',
    'left',
  ])
  const { summary } = plan
  const totals = w.totals({
    ...summary,
    hours: (summary.seconds / 3600).toFixed(1),
    kilometres: (summary.metres / 1000).toFixed(1),
  })
  const reasons = Object.entries(summary.leftOut)
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${count} ${w.reasons[reason as keyof typeof w.reasons]}`)
  const leftOut = w.leftOut(reasons.join(', ') || w.nothing)
  const notes = plan.warnings.map(w.note)
  return [...(rows.length > 0 ? [table, ''] : []), totals, ...keyLines(plan, w), leftOut, ...notes].join('\n')
}

/** How many key buildings are on walks, and why they matter. */
function keyLines({ summary: { keys }, walks }: Plan, w: ReportWords): string[] {
  if (!keys || keys.of === 0) return []
  const listed = walks.flatMap(({ number, stops }) =>
    stops.flatMap(({ street, targets }) =>
      targets
        .filter(({ key }) => key === true)
        .map((target) => `  ★ ${w.key(number, placeOf(target, street), target.why ?? '')}`),
    ),
  )
  const rest = listed.length - MOST_LISTED
  return [
    `${w.keysBy[keys.by]} ${w.keys(keys.reached, keys.of)}`,
    ...listed.slice(0, MOST_LISTED),
    ...(rest > 0 ? [`  ${w.more(rest)}`] : []),
  ]
}

function minutes(seconds: number): string {
  return (seconds / 60).toFixed(0)
}

function addressOf(walk: Walk, index: number): string {
  const stop = walk.stops.at(index)
  const target = index < 0 ? stop?.targets.at(-1) : stop?.targets[0]
  return stop && target ? placeOf(target, stop.street) : ''
}

function placeOf({ address, id }: WalkTarget, street: string): string {
  return address || `${street} (${id})`.trim()
}
