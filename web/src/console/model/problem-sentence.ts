/** Problems of the API in the words of a console; a sentence that those do not have stays the server's. */
import type { Problem } from './problem.ts'

type OfBound = (bound: string) => string

interface ProblemSentences {
  /** By the code of a problem, such as `edit.locked`. */
  codes: Readonly<Record<string, string>>
  atMost: OfBound
  atLeast: OfBound
  fewEntries: OfBound
  manyEntries: OfBound
  tooLong: OfBound
  required: string
  moment: string
  number: string
  whole: string
  /** By the last word of a pointer that has a name. */
  fields: Readonly<Record<string, string>>
  ofField: (field: string, sentence: string) => string
}

/** What the checks of the API say of a value, and how a form says it. */
const CHECKS: readonly (readonly [RegExp, (words: ProblemSentences, bound: string) => string])[] = [
  [/expected (?:number|int) to be <=?(-?[\d.]+)/, (words, bound) => words.atMost(bound)],
  [/expected (?:number|int) to be >=?(-?[\d.]+)/, (words, bound) => words.atLeast(bound)],
  [/expected array to have >=?(\d+) items/, (words, bound) => words.fewEntries(bound)],
  [/expected array to have <=?(\d+) items/, (words, bound) => words.manyEntries(bound)],
  [/expected string to have >=?1 characters/, (words) => words.required],
  [/expected string to have <=?(\d+) characters/, (words, bound) => words.tooLong(bound)],
  [/expected a date\b/, (words) => words.moment],
  [/expected an? int\b/, (words) => words.whole],
  [/expected number, received/, (words) => words.number],
]

/** Of each field the same sentence once. */
export function saidProblem(problem: Problem, code: string, words: ProblemSentences): Problem {
  const detail = problem.detail === '' ? '' : sentenceOf(code, problem.detail, words)
  const fields = problem.fields.map((each) => ({ ...each, detail: sentenceOf(code, each.detail, words) }))
  const once = new Map(fields.map((each) => [`${each.pointer} ${each.detail}`, each]))
  return { ...problem, detail, fields: [...once.values()] }
}

export function sentenceOf(code: string, detail: string, words: ProblemSentences): string {
  const known = words.codes[code]
  if (known !== undefined) return known
  for (const [pattern, say] of CHECKS) {
    const found = pattern.exec(detail)
    if (found) return say(words, found[1] ?? '')
  }
  return detail
}

/** For a sentence that does not stand beside its field: with what the forms call the field. */
export function withField(pointer: string, sentence: string, words: ProblemSentences): string {
  const parts = pointer.split('/').reverse()
  const name = parts.map((part) => words.fields[part]).find((each) => each !== undefined)
  return name === undefined ? sentence : words.ofField(name, sentence)
}
