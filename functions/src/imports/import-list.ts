/** One import from beginning to end, in whatever thread: reads the list, writes what it says, and its report. */
import type { Blobs, Regions } from '@doorwalk/core/ports'
import { VisibleError, fieldError } from '@doorwalk/core/error'
import { type ListSource, bytesSource } from '@doorwalk/prepare/sheets/list-source'
import type { Saying } from '@doorwalk/prepare/list-words/say'
import { ListError } from '@doorwalk/prepare/sheets/list-error'
import { readList } from '@doorwalk/prepare/target-lists/read-list'
import type { ListLine, ListMapping } from '@doorwalk/prepare/target-lists/target-list'
import type { ListEntry } from '../buildings/imported-lists.ts'
import type { ImportCounts, ImportOrder, ImportResult, Layer } from '../ports/imports.ts'
import { encodeJson } from '../store/json.ts'
import { type Gathering, MOST_ENTRIES, openGathering } from './entries/gather.ts'
import { openJournal } from './entries/journal.ts'
import { takeBack } from './entries/take-back.ts'
import { takenBackOf } from './layers.ts'
import { placeRow } from './place-row.ts'
import { type RegionTargets, openRegionTargets } from './region-targets.ts'
import { progressBlob, uploadBlob } from './import-files.ts'
import { type ReportWriter, openReport } from './report.ts'
import { writeList } from './entries/write-list.ts'

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
 * @throws VisibleError list.*, imports.too_many, imports.upload, imports.choice
 */
export async function importList(
  { blobs, regions, openList = wholeList(blobs) }: ListWorld,
  order: ImportOrder,
): Promise<ImportResult> {
  if (order.isTakenBack) return takeListBack({ blobs, regions }, order)
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
    const choices = new Map((order.choices ?? []).map(({ line, target }) => [line, target]))
    const counts = { ...NO_COUNTS }
    const reading: Reading = { order, region, report, gathering, counts, blocks, choices }
    await takeAll(list.lines, { blobs, order, reading })
    for (const [line] of choices)
      throw wrongChoice(order, line, 'expected a line of the list that is about a building')
    return {
      ...{
        counts,
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
    ...{ counts: { ...NO_COUNTS }, changes: { ...NO_CHANGES }, list: null, layers: [], blocks: [], pages: 0 },
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

async function store(
  blobs: Blobs,
  { order, gathering }: { order: ImportOrder; gathering: Gathering },
): Promise<Pick<ImportResult, 'list' | 'changes' | 'layers'>> {
  const { campaign, importId, region, kind, dryRun, replace, base, layers, at } = order
  const of = { campaign, importId, writer: importId }
  // Who has opted out stays so.
  const journal = dryRun || kind === 'opt_outs' ? null : openJournal(blobs, of)
  const written = await writeList(blobs, {
    ...{ campaign, region, kind, generation: importId, base, replace, dryRun, gathered: gathering, journal },
  })
  if (!journal) return { ...written, layers }
  const own: Layer = { importId, kind, at, replace, writer: importId, parts: await journal.end() }
  return { ...written, layers: [...layers, own] }
}

async function takeListBack(
  { blobs, regions }: Pick<ListWorld, 'blobs' | 'regions'>,
  order: ImportOrder,
): Promise<ImportResult> {
  const { campaign, importId, region: name, kind, base, layers } = order
  const region = kind === 'exclusions' ? await openRegionTargets(regions, name) : null
  const blocks = new Set<string>()
  const onRestored = ({ ids = [], shape }: ListEntry): void => {
    const closed = [
      ...ids.flatMap((id) => region?.find(id) ?? []),
      ...((shape && region?.inside(shape)) ?? []),
    ]
    for (const { block } of closed) blocks.add(block)
  }
  const of = { campaign, region: name, kind, importId, generation: takenBackOf(importId) }
  const done = await takeBack(blobs, { ...of, base: base!, layers, onRestored })
  return {
    ...{ counts: { ...NO_COUNTS }, changes: { ...NO_CHANGES }, mapping: null, pages: 0 },
    ...{ ...done, blocks: [...blocks].sort() },
  }
}

function wrongChoice({ choices = [] }: ImportOrder, line: number, why: string): VisibleError {
  const at = choices.findIndex((choice) => choice.line === line)
  const { target } = choices[at]!
  return fieldError('imports.choice', `/choices/${at}`, `got line ${line} and target "${target}", ${why}`)
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
const NO_COUNTS: ImportCounts = {
  ...{ rows: 0, accepted: 0, repaired: 0, refused: 0, doubtful: 0 },
  ...{ unlikely: 0, doors: 0 },
}

interface Reading {
  order: ImportOrder
  region: RegionTargets
  report: ReportWriter
  gathering: Gathering
  counts: ImportCounts
  blocks: Set<string>
  /** Target by line; those that have come are gone. */
  choices: Map<number, string>
}

async function take(
  line: ListLine,
  { order, region, report, gathering, counts, blocks, choices }: Reading,
): Promise<void> {
  counts.rows++
  const refuse = async (refusal: NonNullable<ListLine['refusal']>): Promise<void> => {
    counts.refused++
    await report.add({ ...line, repairs: [], refusal })
  }
  if (line.refusal || !line.row) {
    if (line.refusal) return refuse(line.refusal)
    return
  }
  const chosen = line.row.outline ? undefined : choices.get(line.line)
  if (chosen !== undefined) {
    choices.delete(line.line)
    if (region.find(chosen).length === 0)
      throw wrongChoice(order, line.line, 'expected an id of the region, such as that of a candidate')
  }
  const { kind } = order
  const placed = placeRow(line.row, { kind, region, ...(chosen !== undefined && { chosen }) })
  if ('refused' in placed) {
    const { candidates, ...refused } = placed.refused
    const refusal = { line: line.line, ...refused }
    if (!candidates) return refuse(refusal)
    counts.doubtful++
    return report.add({ ...line, repairs: [], refusal }, candidates)
  }
  const { entry, respelt, unlikely, doors } = placed
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
  counts.doors += doors
  for (const block of placed.blocks) blocks.add(block)
  const repairs = [...line.repairs, ...respelling]
  if (before !== undefined) {
    const became: Saying = { code: 'replacesSame', line: before }
    repairs.push({ line: line.line, field: 'id', came: line.row.id ?? entry.key, became })
  }
  counts.repaired += repairs.length
  if (unlikely) counts.unlikely++
  const warning = unlikely && { line: line.line, field: 'doors', came: String(doors), expected: unlikely }
  if (repairs.length > 0 || warning) await report.add({ ...line, repairs, ...(warning && { warning }) })
}
