/** `Prefer` (RFC 7240): does a caller wait for what takes long, and how long? What is not understood is ignored. */
import { z } from '@hono/zod-openapi'

/** The HTTP API of AWS gives up after 30. */
const LONGEST_WAIT_SECONDS = 25

export const PREFER_HEADER = z.object({
  prefer: z
    .string()
    .max(200)
    .optional()
    .describe(
      `\`respond-async\`: answer 202 at once; \`wait=N\`: wait so many seconds first, ${LONGEST_WAIT_SECONDS} at most`,
    ),
})

export interface Preference {
  /** Milliseconds until the answer is 202; undefined: nothing was said. */
  wait: number | undefined
  /** Of the answer: what was heeded. */
  headers: { 'Preference-Applied'?: string }
}

/** A preference that is said twice counts as it was said first. */
export function preferenceOf(header: string | undefined): Preference {
  const said = new Map<string, string>()
  for (const part of (header ?? '').split(',')) {
    const [name = '', value = ''] = part.split(';')[0]!.split('=')
    const key = name.trim().toLowerCase()
    if (!said.has(key)) said.set(key, value.trim().replace(/^"(.*)"$/, '$1'))
  }
  const isAsync = said.has('respond-async')
  const asked = said.get('wait') ?? ''
  const seconds = /^\d+$/.test(asked) ? Math.min(Number(asked), LONGEST_WAIT_SECONDS) : undefined
  const applied = [isAsync ? 'respond-async' : [], seconds === undefined ? [] : `wait=${seconds}`].flat()
  return {
    wait: seconds === undefined ? (isAsync ? 0 : undefined) : seconds * 1_000,
    headers: applied.length > 0 ? { 'Preference-Applied': applied.join(', ') } : {},
  }
}
