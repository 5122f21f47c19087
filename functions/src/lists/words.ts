/** Several words of a known list in one parameter of a query, with commas between them. */
import { z } from '@hono/zod-openapi'

/** @param what  what it does, in the document; the words are told behind it */
export function someOf<const Word extends string>(words: readonly Word[], what: string) {
  const any = `(?:${words.map((word) => word.replaceAll('.', '\\.')).join('|')})`
  const told = words.map((word) => `\`${word}\``).join(', ')
  return z
    .string()
    .max(1_000)
    .regex(
      new RegExp(`^${any}(?:,${any})*$`),
      `expected some of ${words.join(', ')}, with commas between them`,
    )
    .optional()
    .describe(`${what}; several with commas: ${told}`)
    .transform((text) => text?.split(',') as Word[] | undefined)
}
