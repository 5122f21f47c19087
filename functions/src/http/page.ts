/** Paging: an opaque cursor, and the query parameters that every list shares. */
import { z } from '@hono/zod-openapi'
import { type VisibleError, fieldError } from '@doorwalk/core/error'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 1_000

export const PAGE_QUERY = {
  cursor: z.string().max(2_000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
}

export const NEXT = z.string().nullable().describe('cursor of the next page; null: this was the last')

/** The sort key behind a cursor: callers see neither the table's keys nor a promise to keep them. */
export function readCursor(cursor: string | undefined, prefix: string): string | undefined {
  if (cursor === undefined) return undefined
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  if (
    text === '' ||
    text.includes('\u0000') ||
    text.length > 500 ||
    writeCursor(prefix + text, prefix) !== cursor
  ) {
    throw wrongCursor()
  }
  return prefix + text
}

export function writeCursor(next: string | undefined, prefix: string): string | null {
  return next === undefined ? null : Buffer.from(next.slice(prefix.length), 'utf8').toString('base64url')
}

/** The same for a list that is kept whole: the cursor is a place in it. */
export function writeOffset(offset: number): string {
  return Buffer.from(String(offset), 'utf8').toString('base64url')
}

export function readOffset(cursor: string | undefined): number {
  const text = readCursor(cursor, '') ?? '0'
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw wrongCursor()
}

export function wrongCursor(): VisibleError {
  return fieldError(
    'request.cursor',
    '?cursor',
    'not a cursor of this list; take `next` of the page before as it is',
  )
}

/** The same address with another cursor, relative to this server: who is behind a proxy knows it by another name. */
export function linkTo(url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.set('cursor', cursor)
  return `<${pathname}?${searchParams.toString()}>; rel="next"`
}
