/** The form of a resource by the end of its address: `/v1/walks/walk_….gpx`. */
import type { Form } from './negotiate.ts'
import { HttpProblem } from './problem.ts'

export function splitSuffix(segment: string): { id: string; suffix: string | undefined } {
  const dot = segment.indexOf('.')
  return dot < 0
    ? { id: segment, suffix: undefined }
    : { id: segment.slice(0, dot), suffix: segment.slice(dot + 1) }
}

/** As the document lists them: "`.geojson`, `.gpx` or `.csv`". */
export function listSuffixes(forms: readonly Form[]): string {
  const suffixes = forms.map((form) => `\`.${form}\``)
  return [suffixes.slice(0, -1).join(', '), ...suffixes.slice(-1)].filter((part) => part !== '').join(' or ')
}

/** @throws HttpProblem 404 when the resource has no such form */
export function formOf<Offered extends Form>(suffix: string, offered: readonly Offered[]): Offered {
  const form = offered.find((each) => each === suffix)
  if (form) return form
  throw new HttpProblem(
    404,
    'request.unknown_form',
    `there is no form ".${suffix.slice(0, 20)}"; there are ${offered.map((each) => `.${each}`).join(', ')}`,
  )
}
