/** Which form of a resource a caller wants: by the suffix of the path, else by `Accept` (RFC 9110 §12.5.1). */
import { FORMATS, type FormatName } from '@doorwalk/core/formats/formats'
import { type Language, LANGUAGES } from '@doorwalk/core/words/languages'
import { HttpProblem } from './problem.ts'

/** JSON is the resource itself; a part of it is what `fields` leaves of a list, NDJSON a list line by line. */
const JSON_TYPES = {
  json: 'application/json',
  part: 'application/vnd.doorwalk.part+json',
  ndjson: 'application/x-ndjson',
} as const

/** By suffix; beside those of JSON they are forms of walks. */
export type Form = keyof typeof JSON_TYPES | FormatName

export function mediaTypeOf(form: Form): string {
  return form in JSON_TYPES ? JSON_TYPES[form as keyof typeof JSON_TYPES] : FORMATS[form as FormatName].type
}

/**
 * The id in the last part of an address such as `/v1/walks/walk_….gpx`, and the form that is wanted of what has it.
 *
 * @throws HttpProblem 404 when there is no form of that suffix, 406 when the caller accepts none
 */
export function formAsked<Offered extends Form>(
  { segment, accept }: { segment: string; accept: string | undefined },
  offered: readonly [Offered, ...Offered[]],
): { id: string; form: Offered } {
  const dot = segment.indexOf('.')
  return dot < 0
    ? { id: segment, form: chooseForm(accept, offered) }
    : { id: segment.slice(0, dot), form: formOf(segment.slice(dot + 1), offered) }
}

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
    const quality = qualityOf(mediaTypeOf(form), ranges)
    if (quality > 0 && (best === undefined || quality > best.quality)) best = { form, quality }
  }
  if (best) return best.form
  throw new HttpProblem(
    406,
    'request.not_acceptable',
    `Accept is "${accept.slice(0, 200)}"; this call answers ${offered.map(mediaTypeOf).join(', ')}`,
  )
}

/** The best of the languages that are spoken here; undefined: the caller names none of them. RFC 9110 §12.5.4 */
export function languageAccepted(accept: string | undefined): Language | undefined {
  const wanted = (accept ?? '')
    .split(',')
    .map((range) => {
      const [, tag = '', quality = '1'] =
        /^\s*([a-z]{1,8})(?:-[\da-z]+)*\s*(?:;\s*q=([\d.]+))?\s*$/i.exec(range) ?? []
      return { language: LANGUAGES.find((one) => one === tag.toLowerCase()), quality: Number(quality) }
    })
    .filter(({ language, quality }) => language !== undefined && quality > 0)
  return wanted.sort((a, b) => b.quality - a.quality)[0]?.language
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

/** As the document lists them: "`.geojson`, `.gpx` or `.csv`". */
export function listSuffixes(forms: readonly Form[]): string {
  const suffixes = forms.map((form) => `\`.${form}\``)
  return [suffixes.slice(0, -1).join(', '), ...suffixes.slice(-1)].filter((part) => part !== '').join(' or ')
}

function formOf<Offered extends Form>(suffix: string, offered: readonly Offered[]): Offered {
  const form = offered.find((each) => each === suffix)
  if (form) return form
  throw new HttpProblem(
    404,
    'request.unknown_form',
    `there is no form ".${suffix.slice(0, 20)}"; there are ${offered.map((each) => `.${each}`).join(', ')}`,
  )
}
