/** Validation issues as a list of fields, wherever in the request the value stood. */
import type { z } from '@hono/zod-openapi'
import type { FieldError } from '@doorwalk/core/error'
import * as Parse from '@doorwalk/core/request/parse'

type Issue = z.core.$ZodIssue

/** Fields named in one answer; a body of 100,000 wrong targets needs no 100,000 lines. */
const MAX_ERRORS = 100

/**
 * @param target  where the value came from: json (JSON pointers), query (`?name`), param (`{name}`) or header
 * @param value   what came; the framework's validator leaves it out of the issues
 */
export function fieldErrors(
  issues: readonly Issue[],
  { target, value }: { target: string; value: unknown },
): FieldError[] {
  return Parse.fieldErrors(issues.slice(0, MAX_ERRORS).map((issue) => withInput(issue, value)))
    .slice(0, MAX_ERRORS)
    .map(({ pointer, detail }) => ({ pointer: place(pointer, target), detail }))
}

function withInput(issue: Issue, value: unknown): Issue {
  const input = issue.path.reduce(at, value)
  const copy: Issue = { ...issue }
  if (issue.code === 'invalid_union') {
    Object.assign(copy, {
      errors: issue.errors.map((branch) => branch.map((nested) => withInput(nested, input))),
    })
  }
  Object.assign(copy, { input })
  return copy
}

function at(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || typeof key === 'symbol') return undefined
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

function place(pointer: string, target: string): string {
  if (target === 'json') return pointer
  const name = pointer.slice(1)
  if (target === 'query') return `?${name}`
  return target === 'param' ? `{${name}}` : `header ${name}`
}
