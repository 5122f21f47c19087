/** Stores a list of targets that was read, and says, line by line, what became of it. */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import type { TargetOverride } from '@doorwalk/core/request/request'
import { type Errand, remembered } from '../errands/errand.ts'
import { decodeJson } from '../store/json.ts'
import { aborted } from '../threads/aborted.ts'
import { openSlices } from '../threads/slices.ts'
import type { Place } from './place.ts'
import { changesBy, writeTargets } from './targets.ts'
import type { ReadList } from '../ports/desk.ts'
import type { Storage } from '../world.ts'

/** Lines listed in a report; its counts are complete. */
export const MAX_LINES = 1_000

const Count = z.number().int().min(0)

const RepairedLine = z.object({
  line: Count.describe('of the list, from 1'),
  field: z.string().describe('column'),
  came: z.string().describe('the value as it came'),
  became: z.string().describe('the value as it is stored'),
})
const RefusedLine = z.object({
  line: Count.describe('of the list, from 1'),
  field: z.string().describe('column'),
  came: z.string().describe('the value as it came'),
  expected: z.string().describe('what is taken there'),
})

export const ImportReport = z.object({
  accepted: Count.describe('targets stored, unchanged ones included'),
  added: Count.describe('targets that were new'),
  updated: Count.describe('targets that were changed'),
  unchanged: Count.describe('targets that were there as they are'),
  repairs: Count.describe('values put right'),
  refusals: Count.describe('lines not taken'),
  repaired: z.array(RepairedLine).describe(`the first ${MAX_LINES}`),
  refused: z.array(RefusedLine).describe(`the first ${MAX_LINES}`),
})
export type ImportReport = z.infer<typeof ImportReport>
nameSchemas({
  ImportReport: [ImportReport, 'what became of a list, line by line'],
  RefusedLine: [RefusedLine, 'a line that was not taken'],
  RepairedLine: [RepairedLine, 'a value that was put right'],
})

interface Import extends Place {
  list: ReadList
  errand: Errand | undefined
  /** The caller has gone. Once it is being stored, it is stored whole. */
  signal?: AbortSignal
}

const Written = ImportReport.pick({ added: true, updated: true, unchanged: true })

/**
 * One that broke off half-way is written whole when it is taken up again, and says what the whole of it changed.
 *
 * @throws VisibleError buildings.too_many; Error of the name `AbortError` when the caller has gone. Then nothing is
 *   stored.
 */
export async function importTargets(
  storage: Pick<Storage, 'store'>,
  { campaign, region, list, errand, signal }: Import,
): Promise<ImportReport> {
  const { parts, ...report } = list
  const targets: TargetOverride[] = []
  const slice = openSlices()
  for (const part of parts) {
    // Not checked again: they were when they were read.
    targets.push(...(decodeJson(part) as TargetOverride[]))
    await slice()
  }
  if (signal?.aborted) throw aborted()
  const { changed, ...counts } = await changesBy(storage, { campaign, region, targets })
  const written = await remembered(errand, { schema: Written, draw: () => counts })
  await writeTargets(storage, { campaign, region, targets: changed })
  return { accepted: targets.length, ...written, ...report }
}
