/** What a person reads after an evaluation. */
import type { DifferenceFound, Evaluation } from '@doorwalk/core/evaluation/answer'
import { textTable } from '../terminal/table.ts'

/** Pairs or strata that are listed with what they miss. */
const MOST_LISTED = 10

/** The verdict, the two estimates, what the design could show, what is missing, and the notes. */
export function evaluationReport(told: Evaluation): string {
  const { drawn, broken, design } = told
  const rows = [
    row(`by the ${design}`, told.difference),
    ...(told.regression ? [row('by the last results (check)', told.regression)] : []),
  ]
  const header = ['points, canvassed less held out', '', 'low', 'high', 'precincts']
  const listed = broken
    .slice(0, MOST_LISTED)
    .map(
      ({ stratum, missing, used }) => `  ${stratum}: ${missing.join(', ')}${used ? '' : ' (says nothing)'}`,
    )
  return [
    told.verdict,
    '',
    textTable(header, rows, ['left', 'right', 'right', 'right', 'right']),
    '',
    `Drawn: ${drawn.heldOut} of ${drawn.precincts} precincts held out in ${drawn.groups} ${design}, ${drawn.groupsUsed} of them used.`,
    `Smallest effect that this design shows in 80 of 100 draws: ${told.smallestEffect.toFixed(2)} points.`,
    ...(listed.length > 0 ? [`Without a result, by number of the ${design}:`, ...listed] : []),
    ...(broken.length > MOST_LISTED ? [`  and ${broken.length - MOST_LISTED} more`] : []),
    ...told.notes.map((note) => `Note: ${note}`),
  ].join('\n')
}

function row(name: string, { points, low, high, precincts }: DifferenceFound): string[] {
  return [name, ...[points, low, high].map((value) => value.toFixed(2)), String(precincts)]
}
