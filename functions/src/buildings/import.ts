/** Stores a list of targets and says, line by line, what became of it. */
import { z } from '@hono/zod-openapi'
import type { TargetList } from './read-targets.ts'
import { type Place, changesBy, writeTargets } from './targets.ts'
import { type Errand, remembered } from '../errands/errand.ts'
import type { Storage } from '../world.ts'

/** Lines listed in a report; its counts are complete. */
const MAX_LINES = 1_000

const Count = z.number().int().min(0)

export const ImportReport = z.object({
  accepted: Count.describe('targets stored, unchanged ones included'),
  added: Count,
  updated: Count,
  unchanged: Count,
  repairs: Count,
  refusals: Count,
  repaired: z
    .array(z.object({ line: Count, field: z.string(), came: z.string(), became: z.string() }))
    .describe(`the first ${MAX_LINES}`),
  refused: z
    .array(z.object({ line: Count, field: z.string(), came: z.string(), expected: z.string() }))
    .describe(`the first ${MAX_LINES}`),
})
export type ImportReport = z.infer<typeof ImportReport>

const Written = ImportReport.pick({ added: true, updated: true, unchanged: true })

/**
 * One that broke off half-way is written whole when it is taken up again, and says what the whole of it changed.
 *
 * @throws VisibleError buildings.too_many; then nothing is stored
 */
export async function importTargets(
  storage: Pick<Storage, 'store'>,
  { campaign, region, list, errand }: Place & { list: TargetList; errand: Errand | undefined },
): Promise<ImportReport> {
  const { targets, repaired, refused } = list
  const { changed, ...counts } = await changesBy(storage, { campaign, region, targets })
  const written = await remembered(errand, { schema: Written, draw: () => counts })
  await writeTargets(storage, { campaign, region, targets: changed })
  return {
    accepted: targets.length,
    ...written,
    repairs: repaired.length,
    refusals: refused.length,
    repaired: repaired.slice(0, MAX_LINES),
    refused: refused.slice(0, MAX_LINES),
  }
}
