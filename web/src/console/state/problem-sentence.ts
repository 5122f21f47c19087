/** Problems of the API in the words of a console, each beside its field or with what the forms call it. */
import { type ProblemWords, sentenceOf } from '../../problems/sentence.ts'
import type { Problem } from '../model/problem.ts'

interface FieldNames {
  /** By the last word of a pointer that has a name. */
  fields: Readonly<Record<string, string>>
  ofField: (field: string, sentence: string) => string
}

/** Of each field the same sentence once. */
export function saidProblem(problem: Problem, code: string, words: ProblemWords): Problem {
  const say = (detail: string): string => sentenceOf({ code, detail }, words)
  const fields = problem.fields.map((each) => ({ ...each, detail: say(each.detail) }))
  const once = new Map(fields.map((each) => [`${each.pointer} ${each.detail}`, each]))
  return { ...problem, detail: problem.detail === '' ? '' : say(problem.detail), fields: [...once.values()] }
}

/** For a sentence that does not stand beside its field: with what the forms call the field. */
export function withField(pointer: string, sentence: string, words: FieldNames): string {
  const parts = pointer.split('/').reverse()
  const name = parts.map((part) => words.fields[part]).find((each) => each !== undefined)
  return name === undefined ? sentence : words.ofField(name, sentence)
}
