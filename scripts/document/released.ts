/** The OpenAPI document of the last release. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ApiDocument, withAnswers } from './current.ts'

export const RELEASED = join(import.meta.dirname, '../../docs/openapi-released.json')

export async function releasedDocument(): Promise<ApiDocument> {
  return withAnswers(JSON.parse(await readFile(RELEASED, 'utf8')) as ApiDocument)
}
