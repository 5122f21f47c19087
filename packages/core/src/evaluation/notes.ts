/** What an evaluation says in words. */
import type { Evaluation } from './answer.ts'

type Told = Omit<Evaluation, 'verdict' | 'notes'>

/** What the difference means, in one sentence. */
export function verdictOf({ difference: { points, low, high }, smallestEffect }: Told): string {
  const interval = `${signed(points)} points, 95 % interval ${signed(low)} to ${signed(high)}`
  if (low > 0 || high < 0)
    return `Where canvassing was planned the share is ${low > 0 ? 'higher' : 'lower'} than where nobody was sent: ${interval}.`
  return `No difference can be told from chance: ${interval}. An effect below ${smallestEffect.toFixed(2)} points would mostly have gone unseen.`
}

export function notesOf(told: Told): string[] {
  const { beforeAfter, regression, difference, drawn, unused } = told
  const group = told.design === 'pairs' ? 'pairs' : 'strata'
  const lost = drawn.groups - drawn.groupsUsed
  return [
    beforeAfter
      ? `Do not compare before and after: the canvassed precincts moved by ${signed(beforeAfter.canvassed)} points since the last vote, and those that nobody was sent to by ${signed(beforeAfter.heldOut)} by themselves.`
      : 'Do not compare before and after: precincts that nobody was sent to move between two votes as well, and only the draw tells how much.',
    'Precincts count as canvassed when they could be, whether or not somebody got there: the effect at a door that was knocked on is larger.',
    ...(regression && isOutside(regression.points, difference)
      ? [
          `The regression on the last results lies outside the interval (${signed(regression.points)}): look for wrong or missing results before you rely on either.`,
        ]
      : []),
    ...(lost > 0
      ? [
          `${lost} of ${drawn.groups} ${group} say nothing, because results are missing on one side: see broken.`,
        ]
      : []),
    ...(unused.length > 0
      ? [`${unused.length} precincts with a result were not in the draw, and count for nothing: see unused.`]
      : []),
  ]
}

function isOutside(points: number, { low, high }: Told['difference']): boolean {
  return points < low || points > high
}

function signed(points: number): string {
  const text = Math.abs(points).toFixed(2)
  return Number(text) === 0 ? text : `${points < 0 ? '−' : '+'}${text}`
}
