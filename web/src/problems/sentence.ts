/**
 * What the server says of a wrong request, in the words of pages. The API speaks English, to programs: a page says the
 * code of a problem in the language of its reader, with the figures that the server's sentence has.
 */
import type { ProblemCode as AnyCode } from '@doorwalk/client'

export type ProblemCode = Exclude<AnyCode, ''>

/** The whole sentence, or one for each form of the server's, with what the form found in it; the last needs none. */
type Sentence = string | readonly [...(readonly [RegExp, (...found: string[]) => string])[], string]

export type Sentences<Code extends ProblemCode = ProblemCode> = Readonly<Record<Code, Sentence>>

/** What the checks of a field say of a value that came. */
export interface FieldSentences {
  atMost: (most: string, came: string) => string
  atLeast: (least: string, came: string) => string
  fewEntries: (least: string) => string
  manyEntries: (most: string) => string
  tooLong: (most: string) => string
  required: string
  moment: (came: string) => string
  day: (came: string) => string
  time: (came: string) => string
  number: (came: string) => string
  whole: (came: string) => string
  text: string
  yesOrNo: string
  choice: (came: string) => string
  place: string
  zone: (came: string) => string
  control: string
  past: string
  afterBallot: string
  farAhead: (days: string) => string
  unknown: string
  counts: string
  /** Any other: what came is empty where it is no word or figure. */
  other: (came: string) => string
}

/** All that a page says of problems in one language. */
export interface ProblemWords {
  codes: Readonly<Partial<Record<string, Sentence>>>
  fields: FieldSentences
  /** Of a code that this page does not know. */
  unknown: string
}

/** "got 4000; expected …": a figure or a short text; what is no value of a form is not shown. */
const CAME = /^got (-?[\d.e+]+|"[^"]{1,40}")[;,]/

type Found = readonly [bound: string, came: string]
const CHECKS: readonly (readonly [RegExp, (words: FieldSentences, ...found: Found) => string])[] = [
  [/expected at least 1 character/, (words) => words.required],
  [/^got (?:""|null); |^missing; /, (words) => words.required],
  [/expected at most ([\d.]+) character/, (words, most) => words.tooLong(most)],
  [/expected at most ([\d.]+) entr/, (words, most) => words.manyEntries(most)],
  [/expected at least ([\d.]+) entr/, (words, least) => words.fewEntries(least)],
  [/expected (?:at most|less than) (-?[\d.]+)/, (words, ...found) => words.atMost(...found)],
  [/expected (?:at least|more than) (-?[\d.]+)/, (words, ...found) => words.atLeast(...found)],
  [/expected a time of day/, (words, _, came) => words.time(came)],
  [/expected a day\b/, (words, _, came) => words.day(came)],
  [/expected a date\b/, (words, _, came) => words.moment(came)],
  [/expected a whole number/, (words, _, came) => words.whole(came)],
  [/expected a number/, (words, _, came) => words.number(came)],
  [/expected a text/, (words) => words.text],
  [/expected true or false/, (words) => words.yesOrNo],
  [/expected \[lng, lat\]/, (words) => words.place],
  [/expected one of "/, (words, _, came) => words.choice(came)],
  [/IANA time zone/, (words, _, came) => words.zone(came)],
  [/^holds (?:the control|half)/, (words) => words.control],
  [/which is over; name a time/, (words) => words.past],
  [/when the last ballot is over/, (words) => words.afterBallot],
  [/more than (\d+) days from now/, (words, days) => words.farAhead(days)],
  [/^unknown field/, (words) => words.unknown],
  [/must not exceed|nothing is reported|without access/, (words) => words.counts],
]

/** @param detail  as the server says it, without the field */
export function sentenceOf({ code, detail }: { code: string; detail: string }, words: ProblemWords): string {
  if (code === 'request.invalid' || code === 'request.malformed') return ofField(detail, words.fields)
  const known = words.codes[code]
  if (known === undefined) return words.unknown
  if (typeof known === 'string') return known
  for (const form of known) {
    if (typeof form === 'string') return form
    const [pattern, say] = form
    const found = pattern.exec(detail)
    if (found) return say(...found.slice(1).map((each) => each ?? ''))
  }
  return words.unknown
}

function ofField(detail: string, words: FieldSentences): string {
  const came = CAME.exec(detail)?.[1]?.replace(/^"|"$/g, '') ?? ''
  for (const [pattern, say] of CHECKS) {
    const found = pattern.exec(detail)
    if (found) return say(words, found[1] ?? '', came)
  }
  return words.other(came)
}
