/** The programs in our pages: what stands in blocks of TypeScript, as one text for each page. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Blocks that are marked so, one below the other.
 *
 * @param page  path from the root of the checkout
 * @param mark  what stands behind the three ticks, such as `ts`
 * @throws Error when there is none
 */
export async function programOf(page: string, mark = 'ts'): Promise<string> {
  const text = await readFile(join(ROOT, page), 'utf8')
  const blocks = [...text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].filter(([, found]) => found === mark)
  if (blocks.length === 0) throw new Error(`${page} has no block of ${mark}`)
  return blocks.map(([, , program]) => program).join('\n')
}
