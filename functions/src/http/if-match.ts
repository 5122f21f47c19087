/** `If-Match`: change a thing only if it is still what the caller has read. */
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { HttpProblem } from './problem.ts'

const TAG_LENGTH = 24

export const IF_MATCH_HEADER = z.object({
  'if-match': z
    .string()
    .max(1_000)
    .optional()
    .describe('the `ETag` that was read: 412 when somebody has changed it since'),
})

/** @param version  of its item; 0 where there is none */
export function tagOf(version: number, value: unknown): string {
  const hash = createHash('sha256')
    .update(`${version} ${JSON.stringify(value)}`)
    .digest('hex')
  return `"${hash.slice(0, TAG_LENGTH)}"`
}

/**
 * Weak tags count, too: proxies that compress an answer make its tag weak.
 *
 * @throws HttpProblem 412 `request.changed`
 */
export function checkMatch(header: string | undefined, tag: string): void {
  if (header === undefined || header.trim() === '*') return
  const tags = header.split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (tags.includes(tag)) return
  throw new HttpProblem(
    412,
    'request.changed',
    `If-Match: got ${header}, and it is ${tag} by now; read it again, and send your change anew`,
  )
}
