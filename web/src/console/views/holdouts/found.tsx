/** What an evaluation found, in sentences made of its figures, and what not to read into it. */
import type { Schemas } from '@doorwalk/client'
import { holdoutsWords } from '../../words/campaign.ts'
import { sayChange, sayNumber } from '../../../words/language.ts'

type Evaluation = Schemas['Evaluation']

interface Props {
  evaluation: Evaluation
  areFractions: boolean
}

export function Found({ evaluation, areFractions }: Props) {
  const w = holdoutsWords().found
  const { difference, drawn, beforeAfter, smallestEffect } = evaluation
  return (
    <div class="panel" role="status">
      <h4>{w.title}</h4>
      <p>
        <strong>{sayVerdict(difference)}</strong> {w.smallest(sayPoints(smallestEffect))}
      </p>
      <p>{w.rests(sayNumber(difference.precincts), sayNumber(drawn.groupsUsed))}</p>
      <p class="warning">
        {beforeAfter === null
          ? w.warningPlain
          : w.warning(saySigned(beforeAfter.canvassed), saySigned(beforeAfter.heldOut))}
      </p>
      <p>{w.asPlanned}</p>
      {doubtsOf(evaluation).map((doubt) => (
        <p key={doubt}>{doubt}</p>
      ))}
      {areFractions && <p>{w.fractions}</p>}
    </div>
  )
}

function sayVerdict({ points, low, high }: Evaluation['difference']): string {
  const w = holdoutsWords().found
  const interval = [saySigned(low), saySigned(high)] as const
  if (low > 0) return w.higher(sayPoints(points), ...interval)
  if (high < 0) return w.lower(sayPoints(-points), ...interval)
  return w.unclear(saySigned(points), ...interval)
}

function doubtsOf({ regression, difference, drawn, broken, unused }: Evaluation): string[] {
  const w = holdoutsWords().found
  const lost = drawn.groups - drawn.groupsUsed
  const missing = broken.flatMap((each) => each.missing)
  const isOutside =
    regression !== null && (regression.points < difference.low || regression.points > difference.high)
  return [
    ...(isOutside ? [w.check(saySigned(regression.points))] : []),
    ...(lost > 0 ? [w.lost(sayNumber(lost), sayNumber(drawn.groups))] : []),
    ...(missing.length > 0 ? [w.missing(missing.join(', '))] : []),
    ...(unused.length > 0 ? [w.unused(unused.join(', '))] : []),
  ]
}

function sayPoints(points: number): string {
  return sayNumber(points, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

function saySigned(points: number): string {
  return sayChange(points, sayPoints)
}
