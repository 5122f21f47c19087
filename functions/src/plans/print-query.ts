/** `?print=`: how large the letters of a page to print are. */
import { z } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import { PRINT_SIZES, type PrintSize } from '@doorwalk/core/sheet/style'

/** For routes that answer pages to print. */
export const PRINT_QUERY = z.object({
  print: z
    .enum(PRINT_SIZES)
    .optional()
    .describe('of the page to print: `large` for letters of 16 points and more; default `normal`'),
})

/**
 * What was asked for.
 *
 * @throws VisibleError `request.invalid` where it would change nothing
 */
export function printAsked({ print }: z.infer<typeof PRINT_QUERY>, form: string): PrintSize | undefined {
  if (print === undefined || form === 'html') return print
  throw fieldError(
    'request.invalid',
    '?print',
    `got "${print}" for the form ${form}; only .html is printed: ask for that, or leave print out`,
  )
}
