/** The box that says what went wrong, beside the field it is about. */
import { type FieldProblem, NoAnswerError, ProblemError } from '@doorwalk/client'
import { forgetKey } from './api/api.ts'
import { find, make } from './elements.ts'
import { FormError, fieldOf } from './form.ts'
import { askForKey, isAskingForKey } from './key-fields.ts'
import { words } from './words/words.ts'

interface Said {
  lines: string[]
  /** Selector of the field that is meant; absent where none is. */
  field?: string | undefined
}

export function hideProblem(): void {
  find('#problem').hidden = true
  for (const input of document.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid')
}

/** Says the problem, and moves the focus to where it can be mended. */
export function showProblem(error: unknown): void {
  if (isWrongKey(error)) {
    forgetKey()
    askForKey()
  }
  const { lines, field } = saidOf(error)
  const box = find('#problem')
  box.replaceChildren(...lines.map((line) => make('p', line)))
  box.hidden = false
  box.scrollIntoView({ block: 'nearest' })
  const input = field === undefined ? null : document.querySelector<HTMLElement>(field)
  input?.setAttribute('aria-invalid', 'true')
  input?.setAttribute('aria-describedby', 'problem')
  if (input !== null) input.focus()
  else if (!isAskingForKey()) box.focus()
}

function isWrongKey(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401
}

function saidOf(error: unknown): Said {
  const { problem } = words()
  if (error instanceof FormError) return { lines: [error.message], field: error.field }
  if (error instanceof NoAnswerError) return { lines: [problem.network] }
  if (!(error instanceof ProblemError)) return { lines: [String(error)] }
  if (isWrongKey(error)) return { lines: [problem.key] }
  const [first] = error.fields
  return {
    lines: [
      error.status >= 500 ? problem.bug : problem.request,
      ...(first === undefined ? [error.message] : error.fields.map(sayField)),
      ...(error.requestId === '' ? [] : [problem.id(error.requestId)]),
    ],
    field: fieldOf(first?.pointer ?? ''),
  }
}

function sayField({ pointer, detail }: FieldProblem): string {
  return pointer === '' ? detail : `${pointer} : ${detail}`
}
