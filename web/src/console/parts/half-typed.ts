/** Dates and times that are begun and not complete: their value is empty, as if nothing were typed. */
import type { FieldProblem } from '@doorwalk/client'
import { problemSentences } from '../../words/problems.ts'

/** Of a form, beside their fields; none: all are complete or empty. */
export function halfTyped(form: HTMLFormElement): FieldProblem[] {
  const { fields } = problemSentences()
  return [...form.querySelectorAll('input')]
    .filter(({ validity }) => validity.badInput)
    .map(({ name, type }) => ({
      pointer: name,
      detail: type === 'date' ? fields.day('') : fields.moment(''),
    }))
}
