/** One import from beginning to end, in whatever thread: reads the list, writes what it says, and its report. */
import type { Blobs, Regions } from '@doorwalk/core/ports'
import { VisibleError } from '@doorwalk/core/error'
import { type ListSource, bytesSource } from '@doorwalk/prepare/sheets/list-source'
import type { Saying } from '@doorwalk/prepare/list-words/say'
import { ListError } from '@doorwalk/prepare/sheets/list-error'
import { readList } from '@doorwalk/prepare/target-lists/read-list'
import type { ListLine, ListMapping } from '@doorwalk/prepare/target-lists/target-list'
import type { ImportCounts, ImportOrder, ImportResult } from '../ports/imports.ts'
import { encodeJson } from '../store/json.ts'
import { MOST_ENTRIES, type Gathering, openGathering } from './gather.ts'
import { placeRow } from './place-row.ts'
import { type RegionTargets, openRegionTargets } from './region-targets.ts'
import { progressBlob, uploadBlob } from './import-files.ts'
import { type ReportWriter, openReport } from './report.ts'
import { writeList } from './write-list.ts'

/** How often it is told how far it is. */
const PROGRESS_MILLISECONDS = 1_000
/** Lines between two looks at the clock. */
const LOOK_LINES = 500

interface ListWorld {
  blobs: Blobs
  regions: Regions
  /** Undefined: it was not uploaded. Default: all of it from Blobs. */
  openList?: (order: ImportOrder) => Promise<ListSource | undefined>
}

/**
 * Done again, it does the same again: nothing of it counts before the item in the table says so.
 *
 * @throws VisibleError list.*, imports.too_many, imports.upload
 */
export async function importList(
  { blobs, regions, openList = wholeList(blobs) }: ListWorld,
  order: ImportOrder,
): Promise<ImportResult> {
  const { region: name, mapping: as, sheet } = order
  const source = await openList(order)
  if (!source) throw new VisibleError('input', 'imports.upload', 'the list was not uploaded; send it again')
  const region = await openRegionTargets(regions, name)
  const list = await readList(source, {
    ...{ bbox: region.bbox, areRepeatsKept: true },
    ...(as && { as }),
    ...(sheet !== undefined && { sheet }),
  }).catch((error: unknown) => {
    if (error instanceof ListError) return error
    throw error
  })
  if (list instanceof ListError) return failed(list)
  const report = openReport(blobs, order, list.mapping)
  const gathering = openGathering()
  try {
    const blocks = new Set<string>()
    const reading: Reading = { ...order, region, report, gathering, counts: { ...NO_COUNTS }, blocks }
    await takeAll(list.lines, { blobs, order, reading })
    return {
      ...{
        counts: reading.counts,
        ...(await store(blobs, { order, gathering })),
        blocks: [...blocks].sort(),
      },
      mapping: toldMapping(list.mapping),
      pages: await report.end(),
    }
  } finally {
    gathering.entries.close()
  }
}

/** Its columns are told where they could be seen, so that they can be corrected. */
function failed({ code, message, file, said, mapping }: ListError): ImportResult {
  return {
    ...{ counts: { ...NO_COUNTS }, changes: { ...NO_CHANGES }, list: null, blocks: [], pages: 0 },
    mapping: mapping ? toldMapping(mapping) : null,
    failure: { code, detail: message, file, said },
  }
}

async function takeAll(
  lines: AsyncIterable<ListLine>,
  { blobs, order, reading }: { blobs: Blobs; order: ImportOrder; reading: Reading },
): Promise<void> {
  const { counts } = reading
  let told = performance.now()
  for await (const line of lines) {
    await take(line, reading)
    if (counts.rows % LOOK_LINES !== 0 || performance.now() - told < PROGRESS_MILLISECONDS) continue
    await blobs.put(progressBlob(order), encodeJson(counts))
    told = performance.now()
  }
  await blobs.put(progressBlob(order), encodeJson(counts))
}

function store(
  blobs: Blobs,
  { order, gathering }: { order: ImportOrder; gathering: Gathering },
): ReturnType<typeof writeList> {
  const { campaign, importId, region, kind, dryRun, replace, base } = order
  return writeList(blobs, {
    ...{ campaign, region, kind, generation: importId, base, replace, dryRun, gathered: gathering },
  })
}

function wholeList(blobs: Blobs): NonNullable<ListWorld['openList']> {
  return async (order) => {
    const bytes = await blobs.get(uploadBlob(order))
    return bytes && bytesSource(order.name, bytes)
  }
}

/** Undefined fields left out, as JSON has it. */
function toldMapping(mapping: ListMapping | NonNullable<ListError['mapping']>): ImportResult['mapping'] {
  return JSON.parse(JSON.stringify(mapping)) as ImportResult['mapping']
}

const NO_CHANGES = { added: 0, updated: 0, unchanged: 0, removed: 0 }
const NO_COUNTS: ImportCounts = { rows: 0, accepted: 0, repaired: 0, refused: 0, doubtful: 0 }

interface Reading extends Pick<ImportOrder, 'kind'> {
  region: RegionTargets
  report: ReportWriter
  gathering: Gathering
  counts: ImportCounts
  blocks: Set<string>
}

async function take(
  line: ListLine,
  { kind, region, report, gathering, counts, blocks }: Reading,
): Promise<void> {
  counts.rows++
  counts.repaired += line.repairs.length
  const refuse = async (refusal: NonNullable<ListLine['refusal']>): Promise<void> => {
    counts.refused++
    await report.add({ ...line, refusal })
  }
  if (line.refusal || !line.row) {
    if (line.refusal) return refuse(line.refusal)
    return
  }
  const placed = placeRow(line.row, { kind, region })
  if ('refused' in placed) {
    const { candidates, ...refused } = placed.refused
    const refusal = { line: line.line, ...refused }
    if (!candidates) return refuse(refusal)
    counts.doubtful++
    return report.add({ ...line, refusal }, candidates)
  }
  const { entry, respelt } = placed
  const respelling = respelt ? [{ line: line.line, field: 'address', ...respelt }] : []
  const other = gathering.contradicted(entry)
  if (other !== undefined)
    return refuse({
      ...{ line: line.line, field: 'address', came: entry.targets!.map(({ id }) => id).join(', ') },
      expected: { code: 'oneLineEach', line: other },
    })
  const { entries } = gathering
  if (entries.indexOf(entry.key) === undefined && entries.size >= MOST_ENTRIES)
    return refuse({
      line: line.line,
      field: 'id',
      came: entry.key,
      expected: { code: 'mostEntries', most: MOST_ENTRIES },
    })
  const before = gathering.take(line.line, entry)
  counts.accepted++
  counts.repaired += respelling.length
  for (const block of placed.blocks) blocks.add(block)
  if (before !== undefined) {
    counts.repaired++
    const came = line.row.id ?? entry.key
    const became: Saying = { code: 'replacesSame', line: before }
    const repairs = [...line.repairs, ...respelling, { line: line.line, field: 'id', came, became }]
    return report.add({ ...line, repairs })
  }
  const repairs = [...line.repairs, ...respelling]
  if (repairs.length > 0) await report.add({ ...line, repairs })
}
