/** What went wrong, in the language that the console speaks when it goes wrong. */
import { ProblemError } from '@doorwalk/client'
import { sentenceOf } from '../../problems/sentence.ts'
import { currentLanguage } from '../../words/language.ts'
import { problemSentences } from '../../words/problems.ts'
import { saidProblem } from './problem-sentence.ts'
import { type Problem, sortProblem } from '../model/problem.ts'

/** One problem for each error: a view that is drawn again shows the same, and it takes the focus once. */
const known = new WeakMap<object, { language: string; problem: Problem | null }>()

/** Null for what the person cancelled. */
export function problemOf(error: unknown): Problem | null {
  if (typeof error !== 'object' || error === null) return sortProblem(error)
  const language = currentLanguage()
  const before = known.get(error)
  if (before?.language === language) return before.problem
  const problem = said(error)
  known.set(error, { language, problem })
  return problem
}

function said(error: object): Problem | null {
  const problem = sortProblem(error)
  if (problem === null || !(error instanceof ProblemError)) return problem
  const { code, status } = error
  // Of something in between, which knows no code.
  if (code === '') {
    const isTooLarge = status === 413
    const said = { ...problem, detail: isTooLarge || problem.kind === 'request' ? error.message : '' }
    return saidProblem(said, isTooLarge ? 'request.too_large' : code, problemSentences())
  }
  return saidProblem(problem, code, problemSentences())
}

/** What a plan failed of, as it is kept with the plan. */
export function sayFailure(error: { code: string; detail: string }): string {
  return sentenceOf(error, problemSentences())
}
