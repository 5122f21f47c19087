/** Turns zod's issues into the one error callers see: field, what came, what was expected. */
import type { z } from 'zod'
import type { FieldError } from '../error.ts'
import { VisibleError } from '../error.ts'
import { either, expectationOf } from './expectation.ts'
import { strangeText } from './text.ts'

/**
 * The parsed value, defaults filled in.
 *
 * @param what  what is being read, for the message: "plan request"
 * @throws VisibleError kind input, `code`, one entry per wrong field
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  { what, code }: { what: string; code: string },
): z.output<Schema> {
  const strange = strangeText(input)
  if (strange) throw inputError(what, code, [strange])
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const errors = fieldErrors(result.error.issues)
  throw inputError(what, code, errors)
}

/** The error for a list of field errors: every field named in the text, at most ten spelt out. */
function inputError(what: string, code: string, errors: FieldError[]): VisibleError {
  const shown = errors.slice(0, 10).map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`)
  const more = errors.length > shown.length ? [`and ${errors.length - shown.length} more`] : []
  return new VisibleError('input', code, `${what} refused: ${[...shown, ...more].join('; ')}`, errors)
}

type Issue = z.core.$ZodIssue

/** Unknown fields named of one object: nobody needs more lines. */
const MOST_KEYS = 100

export function fieldErrors(issues: readonly Issue[], base: PropertyKey[] = []): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, MOST_KEYS).map((key) => ({
        pointer: pointerOf([...path, key]),
        detail: 'unknown field; remove it or check its spelling',
      }))
    if (issue.code === 'invalid_union' && issue.errors.length > 0)
      return unionErrors(issue.errors, path, issue.input)
    return [{ pointer: pointerOf(path), detail: detailOf(issue) }]
  })
}

/** Of the alternatives, the one that came nearest: whose complaints lie deepest and are fewest. */
function unionErrors(
  branches: readonly (readonly Issue[])[],
  path: PropertyKey[],
  input: unknown,
): FieldError[] {
  const tags = unknownTag(branches, input)
  if (tags) return [{ pointer: pointerOf([...path, 'type']), detail: tags }]
  const kinds = unknownKind(branches, input)
  if (kinds) return [{ pointer: pointerOf(path), detail: kinds }]
  const ranked = branches
    .map((issues) => ({
      issues,
      depth: issues.reduce((most, issue) => Math.max(most, depthOf(issue)), 0),
      wrongKind: issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type'),
      wrongTag: issues.some((issue) => issue.path.length === 1 && issue.path[0] === 'type'),
      strangers: issues.filter(({ path, code }) => path.length === 0 && code === 'unrecognized_keys').length,
      missing: issues.filter((issue) => issue.input === undefined).length,
    }))
    .sort(
      (a, b) =>
        Number(a.wrongKind) - Number(b.wrongKind) ||
        Number(a.wrongTag) - Number(b.wrongTag) ||
        a.strangers - b.strangers ||
        a.missing - b.missing ||
        a.issues.length - b.issues.length ||
        b.depth - a.depth,
    )
  return fieldErrors(ranked[0]!.issues, path)
}

/** Of what no alternative takes for its `type`: which there are. */
function unknownTag(branches: readonly (readonly Issue[])[], input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('type' in input)) return undefined
  const tagged = branches.flatMap((issues) => issues.filter(isAboutType).slice(0, 1))
  const strangers = branches.filter((issues) =>
    issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes('type')),
  )
  if (tagged.length === 0 || tagged.length + strangers.length < branches.length) return undefined
  return expectedOf(tagged, input.type)
}

function isAboutType({ path }: Issue): boolean {
  return path.length === 1 && path[0] === 'type'
}

/** Of what is of the kind of no alternative: what each expects. */
function unknownKind(branches: readonly (readonly Issue[])[], input: unknown): string | undefined {
  const roots = branches.flatMap((issues) =>
    issues
      .filter(({ path, code }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'))
      .slice(0, 1),
  )
  return roots.length < branches.length || roots.length < 2 ? undefined : expectedOf(roots, input)
}

function expectedOf(issues: Issue[], input: unknown): string {
  const all = [...new Set(issues.flatMap(expectations))]
  return said(input, `expected ${either(all)}`)
}

function expectations(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value))
  return [expectationOf(issue) ?? issue.message.replace(/^expected /, '')]
}

function depthOf({ path, code }: Issue): number {
  return path.length + (code === 'unrecognized_keys' ? 1 : 0)
}

function detailOf(issue: Issue): string {
  const expected = expectationOf(issue)
  return said(issue.input, expected === undefined ? issue.message : `expected ${expected}`)
}

/** @param expected  may be a sentence of its own, which says without a value what is wrong */
function said(input: unknown, expected: string): string {
  if (input !== undefined) return `got ${show(input)}; ${expected}`
  return expected.startsWith('expected ') ? `missing; ${expected}` : expected
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => '/' + String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('')
}

/** Characters of a value that are quoted. */
const QUOTED = 80

/** A short, safe rendering of what came. */
function show(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = sketch(value, QUOTED)
  return text.length > QUOTED ? text.slice(0, QUOTED - 3) + '…' : text
}

/** A value as JSON, or so much of it as fills the room: what came may be megabytes. */
function sketch(value: unknown, room: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, room))
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  let text = open!
  for (const key in value) {
    if (text.length > room) return text
    const name = Array.isArray(value) ? '' : `${sketch(key, room - text.length)}:`
    text += (text.length > 1 ? ',' : '') + name
    text += sketch((value as Record<string, unknown>)[key], Math.max(0, room - text.length))
  }
  return text + close!
}
