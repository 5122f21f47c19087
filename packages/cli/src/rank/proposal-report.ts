/** A proposal as a person reads it on the terminal. */
import type { Evening, Proposal } from '@doorwalk/core/proposal/answer'
import { textTable } from '../terminal/table.ts'

const TITLES = [
  'evening',
  'areas',
  'doors',
  'score',
  'work h',
  'hours',
  'reached doors',
  'of score',
  'per hour',
  'meet at',
]

export function proposalReport(kind: string, proposal: Proposal): string {
  const { evenings, how, scorePerHour, oneByOne, notes } = proposal
  const rows = evenings.map((evening) => [
    String(evening.number),
    evening.areas.map(areaName).join(' '),
    String(evening.doors),
    evening.score.toFixed(1),
    evening.work.toFixed(1),
    evening.hours.toFixed(1),
    String(evening.reached.doors),
    `${Math.round(100 * evening.reached.share)} %`,
    evening.scorePerHour.toFixed(2),
    evening.meetingPoint.map((degrees) => degrees.toFixed(5)).join(','),
  ])
  const aligns = TITLES.map((_, at) => (at === 1 || at === TITLES.length - 1 ? 'left' : 'right'))
  const gain = oneByOne > 0 ? Math.round(1000 * (scorePerHour / oneByOne - 1)) / 10 : 0
  const against = `the best ${kind}s one by one: ${oneByOne.toFixed(2)}`
  return [
    how === 'together'
      ? `Take together: ${scorePerHour.toFixed(2)} score per volunteer-hour (${against}; + ${gain} %)`
      : `Take the best ${kind}s one by one: ${scorePerHour.toFixed(2)} score per volunteer-hour; neighbours taken together bring no more`,
    '',
    textTable(TITLES, rows, aligns),
    '',
    'Score: doors × score ÷ 100 × the chance of being let in. Areas with * are taken in part. Estimated, not planned.',
    ...evenings.flatMap(nextLine),
    ...notes.map((note) => `Note: ${note}`),
  ].join('\n')
}

function areaName({ code, whole }: Evening['areas'][number]): string {
  return whole ? code : `${code}*`
}

function nextLine({ number, next }: Evening): string[] {
  if (next.length === 0) return []
  const names = next.map(
    ({ code, scorePerHour, minutes }) => `${code} (${scorePerHour.toFixed(2)} per hour, ${minutes} min away)`,
  )
  return [`Next best near evening ${number}: ${names.join(', ')}`]
}
