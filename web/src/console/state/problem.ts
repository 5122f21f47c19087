/** What went wrong, in the language that the console speaks when it goes wrong. */
import { ProblemError } from '@doorwalk/client'
import { saidProblem, sentenceOf } from '../model/problem-sentence.ts'
import { type Problem, sortProblem } from '../model/problem.ts'
import { problemsWords } from '../words/problems.ts'

/** Null for what the person cancelled. */
export function problemOf(error: unknown): Problem | null {
  const problem = sortProblem(error)
  if (problem === null || !(error instanceof ProblemError)) return problem
  return saidProblem(problem, error.code, problemsWords())
}

/** What a plan failed of, as it is kept with the plan. */
export function sayFailure({ code, detail }: { code: string; detail: string }): string {
  return sentenceOf(code, detail, problemsWords())
}
