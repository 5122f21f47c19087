/** What went wrong, in the language that the console speaks when it goes wrong. */
import { ProblemError } from '@doorwalk/client'
import { sentenceOf } from '../../problems/sentence.ts'
import { problemSentences } from '../../words/problems.ts'
import { saidProblem } from '../model/problem-sentence.ts'
import { type Problem, sortProblem } from '../model/problem.ts'

/** Null for what the person cancelled. */
export function problemOf(error: unknown): Problem | null {
  const problem = sortProblem(error)
  if (problem === null || !(error instanceof ProblemError)) return problem
  return saidProblem(problem, error.code, problemSentences())
}

/** What a plan failed of, as it is kept with the plan. */
export function sayFailure(error: { code: string; detail: string }): string {
  return sentenceOf(error, problemSentences())
}
