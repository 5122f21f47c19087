/** `fields=`: a page of a list with some fields of each entry only, in a media type of its own. */
import type { z } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import { mediaTypeOf } from '../http/negotiate.ts'
import type { Call } from '../http/env.ts'
import type { Bytes } from '../ports/planner.ts'
import { someOf } from './words.ts'

/** Forms that a list with `fields=` offers, for its guard. */
export const LIST_FORMS = ['json', 'part'] as const

/** The parameter. @param entry  schema of one entry */
export function fieldsOf(entry: z.ZodObject) {
  return someOf(Object.keys(entry.shape), 'only these fields of each entry')
}

/** @param part  of the page as `fields` leaves it */
export function listAnswer<List extends z.ZodType, Part extends z.ZodType>(
  description: string,
  { list, part }: { list: List; part: Part },
) {
  const content = { 'application/json': { schema: list }, [PART]: { schema: part } }
  return { description, content }
}

const PART = mediaTypeOf('part')

/** An entry with these of its fields, in its own order; those it lacks are not there. */
export function partOf(entry: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => fields.includes(name)))
}

/** A page, the entries of its list cut down to what was asked for. @param fields  undefined: all */
export function sendPage<Page extends object>(
  c: Call,
  page: Page,
  fields: readonly string[] | undefined,
): (Response & TypedResponse<Page, 200, 'json'>) | ReturnType<typeof sendPart> {
  if (fields === undefined) return c.json(page, 200) as unknown as Response & TypedResponse<Page, 200, 'json'>
  const cut = Object.entries(page).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? (value as object[]).map((entry) => partOf(entry, fields)) : value,
  ])
  return sendPart(c, JSON.stringify(Object.fromEntries(cut)))
}

/** @param body  JSON of a page of parts */
export function sendPart(c: Call, body: string | Bytes): Response & TypedResponse<never, 200, 'json'> {
  const answer: Response = c.body(body, 200, { 'Content-Type': PART })
  return answer as Response & TypedResponse<never, 200, 'json'>
}
