/** A plan in the figures that edits are told by. */
import type { EditFigures, Plan } from '../walk/answer.ts'
import { rounded } from '../walk/rounding.ts'

/** Of a plan, or of its walks as they are kept. */
export function figuresOf({ walks }: Pick<Plan, 'walks'>): EditFigures {
  const total = (of: (walk: Plan['walks'][number]) => number) =>
    walks.reduce((sum, walk) => sum + of(walk), 0)
  return {
    walks: walks.length,
    targets: total(({ stops }) => stops.reduce((sum, { targets }) => sum + targets.length, 0)),
    doors: total(({ doors }) => doors),
    prize: rounded(total(({ prize }) => prize)),
    seconds: total(({ seconds }) => seconds),
    walkingSeconds: total(({ legs }) => legs.reduce((sum, leg) => sum + leg.seconds, 0)),
    metres: total(({ metres }) => metres),
  }
}
