/** What is sent to begin an import. */
import { z } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import { nameSchemas } from '../document/schema-names.ts'
import { ImportChoices, ImportMapping, ListKind } from './imports.ts'

export const NewImport = z.strictObject({
  region: z.string().min(1).max(64).describe('name of a prepared region'),
  kind: ListKind,
  name: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'of the file; its ending says what it is; e-mail addresses and phone numbers in it are not kept',
    ),
  text: z
    .string()
    .min(1)
    .optional()
    .describe('the list itself, as CSV, GeoJSON or JSON; without `text` and `base64` it is uploaded'),
  base64: z.base64().min(1).optional().describe('the bytes of the list, such as a workbook'),
  mapping: ImportMapping.optional().describe('corrects what the columns are taken for'),
  sheet: z.string().min(1).max(100).optional().describe('of a workbook; default: the first with a table'),
  choices: ImportChoices.optional().describe(
    'which building each of these doubtful lines is about; of a number of doors that was doubtful: it is right',
  ),
  dryRun: z.boolean().default(false).describe('tells the mapping and the report, and stores nothing'),
  replace: z
    .boolean()
    .default(false)
    .describe('what was imported before of this kind, and is not in the list, goes; never of `opt_outs`'),
})
export type NewImport = z.infer<typeof NewImport>
nameSchemas({ NewImport: [NewImport, 'a list to import'] })

/**
 * Undefined: the list will be uploaded.
 *
 * @throws VisibleError imports.two_lists, imports.opt_outs_stay, imports.choice
 */
export function bytesOf({ kind, replace, text, base64, choices = [] }: NewImport): Uint8Array | undefined {
  if (kind === 'opt_outs' && replace)
    throw fieldError(
      'imports.opt_outs_stay',
      '/replace',
      'got true; who has opted out is never asked again: send the list without "replace", it is added',
    )
  if (text !== undefined && base64 !== undefined)
    throw fieldError('imports.two_lists', '/base64', 'got a list in "text", too; send one of them')
  const lines = choices.map(({ line }) => line)
  const twice = lines.findIndex((line, at) => lines.indexOf(line) < at)
  if (twice >= 0)
    throw fieldError(
      'imports.choice',
      `/choices/${twice}`,
      `got line ${lines[twice]} again, expected one choice for each line`,
    )
  if (text !== undefined) return new TextEncoder().encode(text)
  return base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64'))
}
