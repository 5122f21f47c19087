/** Which form of a resource a caller wants: by the suffix of the path, else by `Accept` (RFC 9110 §12.5.1). */
import { HttpProblem } from './problem.ts'

/** Suffix and media type of each form. */
export const FORMS = {
  json: 'application/json',
  geojson: 'application/geo+json',
  gpx: 'application/gpx+xml',
  html: 'text/html',
  csv: 'text/csv',
} as const
export type Form = keyof typeof FORMS

/**
 * The best of `offered`, in its order when the caller has no preference.
 *
 * @throws HttpProblem 406 when the caller accepts none of them
 */
export function chooseForm<Offered extends Form>(
  accept: string | undefined,
  offered: readonly [Offered, ...Offered[]],
): Offered {
  if (accept === undefined || accept.trim() === '') return offered[0]
  const ranges = accept.split(',').map(parseRange)
  let best: { form: Offered; quality: number } | undefined
  for (const form of offered) {
    const quality = qualityOf(FORMS[form], ranges)
    if (quality > 0 && (best === undefined || quality > best.quality)) best = { form, quality }
  }
  if (best) return best.form
  throw new HttpProblem(
    406,
    'request.not_acceptable',
    `Accept is "${accept.slice(0, 200)}"; this call answers ${offered.map((form) => FORMS[form]).join(', ')}`,
  )
}

interface Range {
  type: string
  quality: number
}

function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const given = parameters.find((part) => part.startsWith('q='))
  const quality = given === undefined ? 1 : Number(given.slice(2))
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 }
}

/** The most specific range decides. */
function qualityOf(type: string, ranges: Range[]): number {
  const family = `${type.split('/')[0]}/*`
  for (const wanted of [type, family, '*/*']) {
    const range = ranges.find((each) => each.type === wanted)
    if (range) return range.quality
  }
  return 0
}
