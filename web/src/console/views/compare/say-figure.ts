/** Figures of plans as one reads them. */
import type { FigureName } from '../../model/plans/comparison.ts'
import { sayChange, sayDuration, sayMetres, sayNumber } from '../../../words/language.ts'

const SECONDS_PER_MINUTE = 60

const SAY: Partial<Record<FigureName, (value: number) => string>> = {
  minutes: (value) => sayDuration(value * SECONDS_PER_MINUTE),
  metres: sayMetres,
}

export function sayFigure(name: FigureName, value: number): string {
  return (SAY[name] ?? sayNumber)(value)
}

/** With its sign: "+12", "−1.2 km". */
export function sayDifference(name: FigureName, difference: number): string {
  return sayChange(difference, (amount) => sayFigure(name, amount))
}
