/** What is asked of forms: `?print=`, how large the letters of a page are, and `?language=`, of a table for people. */
import { z } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import { PRINT_SIZES, type PrintSize } from '@doorwalk/core/sheet/style'
import { LANGUAGES, type Language } from '@doorwalk/core/words/languages'

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

/** For routes that answer walks as CSV. */
export const TABLE_QUERY = z.object({
  language: z
    .enum(LANGUAGES)
    .optional()
    .describe(
      'of the CSV, for people: heads and words in it, as spreadsheets of who speaks it open it (byte order mark; semicolons and decimal commas in French); default: the columns for programs',
    ),
})

/**
 * What was asked for.
 *
 * @throws VisibleError `request.invalid` where it would change nothing
 */
export function tableAsked({ language }: z.infer<typeof TABLE_QUERY>, form: string): Language | undefined {
  if (language === undefined || form === 'csv') return language
  throw fieldError(
    'request.invalid',
    '?language',
    `got "${language}" for the form ${form}; only .csv is told in another language: ask for that, or leave language out`,
  )
}
