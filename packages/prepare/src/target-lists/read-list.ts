/** Reads a campaign's own list of buildings, as the command and the API take it. */
import type { ListSource } from '../sheets/list-source.ts'
import { unreadable } from '../sheets/list-error.ts'
import type { Saying } from '../list-words/say.ts'
import { openSheets } from '../sheets/open-sheets.ts'
import { cellText, type Sheet, type SheetRow } from '../sheets/sheet.ts'
import { MOST_NAMED, columnsOf } from './columns.ts'
import type { ListField } from '@doorwalk/core/words/list-fields'
import { headerAgain, headerOf, type Header } from './header.ts'
import { LineReader } from './line-reader.ts'
import { Places, type PlaceCells } from './place-column.ts'
import type { ListAs, ListColumn, ListLine, ListMapping, ReadListOptions, TargetList } from './target-list.ts'

/** Lines by which the columns are told. */
const SAMPLE = 1_000
/** Part of the first lines that has to lie in the region turned round. */
const ENOUGH_SWAPPED = 0.8

/**
 * Linear in the list; memory is bounded for CSV, and for workbooks up to the sizes that are read.
 *
 * @throws VisibleError list.format, list.damaged, list.too_large, list.sheet, list.columns, list.personal
 */
export async function readList(source: ListSource, options: ReadListOptions): Promise<TargetList> {
  const { name } = source
  const sheets = await openSheets(source)
  const asked = options.as ?? { fields: {}, ignored: [] }
  const wanted = options.sheet === undefined ? sheets : [sheetNamed(sheets, { wanted: options.sheet, name })]
  const shown = wanted.filter((sheet) => !sheet.isHidden || options.sheet !== undefined)
  if (shown.length === 0)
    throw unreadable('list.sheet', name, { code: 'hiddenSheets', sheets: namesOf(sheets) })
  let first: { sheet: Sheet; opened: Opened } | undefined
  for (const sheet of shown) {
    const opened = await openList(sheet, { name, options, asked })
    if (opened) first ??= { sheet, opened }
    if (opened && isPlaced(opened)) return finish(opened, { sheet, sheets })
    await opened?.close()
  }
  const error = noPlace(name, {
    columns: first?.opened.columns,
    hasLines: (first?.opened.sample.length ?? 0) > 0,
    sheets: shown,
  })
  if (first) error.mapping = finish(first.opened, { sheet: first.sheet, sheets }).mapping
  throw error
}

interface Opened {
  columns: ListColumn[]
  notes: Saying[]
  header: Header
  rows: AsyncIterable<SheetRow>
  places: Places
  sample: SheetRow[]
  systems: string[]
  hasGeometry: boolean
  areRepeatsKept: boolean | undefined
  close: () => Promise<void>
}

async function openList(
  sheet: Sheet,
  { name, options, asked }: { name: string; options: ReadListOptions; asked: ListAs },
): Promise<Opened | undefined> {
  const rows = sheet.rows()[Symbol.asyncIterator]()
  const first: SheetRow[] = []
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    if (next.value.cells.some((cell) => cellText(cell) !== '') || next.value.geometry) first.push(next.value)
    if (first.length === SAMPLE) break
  }
  if (first.length === 0) return undefined
  const header = sheet.header
    ? { from: 0, names: sheet.header }
    : headerOf(first, [...Object.values(asked.fields), ...asked.ignored])
  const sample = first.slice(header.from)
  const places = await Places.of(options.bbox, { name, system: sheet.system })
  const { columns, notes } = columnsOf({ name, names: header.names, rows: sample, places, as: asked })
  return {
    columns,
    notes: [...notes, ...titleNotes(header, first)],
    header,
    rows: chained(sample, rows),
    places,
    sample,
    systems: lookAtPlaces(places, { columns, sample }),
    hasGeometry: sample.some(({ geometry }) => geometry !== undefined),
    areRepeatsKept: options.areRepeatsKept,
    close: async () => void (await rows.return?.()),
  }
}

function finish(opened: Opened, { sheet, sheets }: { sheet: Sheet; sheets: Sheet[] }): TargetList {
  const { columns, header, places, systems, notes } = opened
  const { format, name, encoding, separator } = sheet
  const mapping: ListMapping = {
    format,
    ...(name === undefined ? {} : { sheet: name }),
    ...(header.line === undefined ? {} : { headerLine: header.line }),
    columns,
    systems,
    isSwapped: places.isSwapped,
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator }),
    notes: [
      ...notes,
      ...(places.isSwapped ? [{ code: 'swapped' } as const] : []),
      ...sheetNotes(sheet, sheets),
    ],
  }
  return { mapping, lines: linesOf(opened) }
}

async function* linesOf({
  rows,
  header,
  columns,
  sample,
  places,
  areRepeatsKept,
}: Opened): AsyncGenerator<ListLine> {
  const reader = new LineReader({ columns, rows: sample, places, areRepeatsKept })
  let another: number | undefined
  for await (const row of rows) {
    if (!row.geometry && row.cells.every((cell) => cellText(cell) === '')) continue
    const again = header.names.length > 0 ? headerAgain(row, header.names) : undefined
    if (again === 'same') {
      another = undefined
      continue
    }
    if (again === 'other') another = row.line
    if (another === undefined) yield reader.read(row)
    else {
      const expected: Saying = { code: 'oneTable', line: another }
      yield {
        line: row.line,
        repairs: [],
        refusal: { line: row.line, field: 'line', came: { code: 'anotherTable' }, expected },
        cells: {},
      }
    }
  }
}

async function* chained(first: readonly SheetRow[], rest: AsyncIterator<SheetRow>): AsyncGenerator<SheetRow> {
  try {
    yield* first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** Systems of the first lines; turns the columns round where they are swapped. */
function lookAtPlaces(
  places: Places,
  { columns, sample }: { columns: ListColumn[]; sample: SheetRow[] },
): string[] {
  const at = (field: ListField) => (columns.find((column) => column.field === field)?.position ?? 0) - 1
  const [lng, lat, place] = (['lng', 'lat', 'place'] as const).map(at)
  const systems = new Map<string, number>()
  let [straight, turned] = [0, 0]
  for (const { cells, geometry } of sample) {
    const own: PlaceCells = { lng: cells[lng!], lat: cells[lat!], place: cells[place!], geometry }
    const found = places.read(own)
    if (!found || 'expected' in found) continue
    systems.set(found.system, (systems.get(found.system) ?? 0) + 1)
    if (found.isTurned) turned++
    else straight++
  }
  const isColumns = lng! >= 0 && lat! >= 0
  if (isColumns && turned > 1 && turned >= ENOUGH_SWAPPED * (straight + turned)) places.isSwapped = true
  return [...systems].sort((a, b) => b[1] - a[1]).map(([system]) => system)
}

function isPlaced({ columns, hasGeometry }: Opened): boolean {
  const has = (...fields: ListField[]) =>
    fields.some((field) => columns.some((column) => column.field === field))
  return hasGeometry || has('address', 'street', 'place', 'lng', 'id')
}

function noPlace(
  name: string,
  { columns, hasLines, sheets }: { columns: ListColumn[] | undefined; hasLines: boolean; sheets: Sheet[] },
): ReturnType<typeof unreadable> {
  if (!columns || !hasLines) return unreadable('list.damaged', name, { code: 'noLine' })
  const named = columns
    .slice(0, MOST_NAMED)
    .map(({ name: own, refused }) => ({ name: own, kind: refused ?? null }))
  return unreadable('list.columns', name, { code: 'noPlace', sheets: namesOf(sheets), columns: named })
}

function sheetNamed(sheets: Sheet[], { wanted, name }: { wanted: string; name: string }): Sheet {
  const found = sheets.find((sheet) => sheet.name?.toLowerCase().trim() === wanted.toLowerCase().trim())
  if (found) return found
  const there = sheets[0]?.name === undefined ? [] : namesOf(sheets)
  throw unreadable('list.sheet', name, { code: 'noSuchSheet', sheet: wanted, sheets: there })
}

function namesOf(sheets: readonly Sheet[]): string[] {
  return sheets.map((sheet) => sheet.name ?? '')
}

function sheetNotes(read: Sheet, sheets: readonly Sheet[]): Saying[] {
  const others = sheets.filter((sheet) => sheet !== read)
  if (others.length === 0) return []
  const names = others.map(({ name = '', isHidden }) => ({ name, isHidden }))
  return [{ code: 'otherSheets', sheet: read.name ?? '', others: names }]
}

function titleNotes({ from, line }: Header, first: readonly SheetRow[]): Saying[] {
  if (line === undefined || from <= 1) return []
  return [{ code: 'titles', line, lines: from - 1, first: first[0]!.line }]
}
