/** Opens a list of any format: what it is tell its bytes, whatever its name ends in. */
import { openCsvSheet } from './csv-sheet.ts'
import { openJsonSheet } from './json-sheet.ts'
import { kindOfFile, START_BYTES } from './kind-of-file.ts'
import { unreadable } from './list-error.ts'
import type { ListSource } from './list-source.ts'
import type { Sheet } from './sheet.ts'
import { openOle, openZip } from './workbook-sheets.ts'

/** Of workbooks and JSON, which are held as a whole; a CSV may have any length. */
const MOST_HELD_BYTES = 100_000_000

/**
 * At least one. A CSV is read as a stream; workbooks are held packed and their rows are read as a stream; JSON and old
 * workbooks are held as a whole.
 *
 * @throws VisibleError list.format, list.damaged, list.too_large
 */
export async function openSheets(source: ListSource): Promise<Sheet[]> {
  const { name } = source
  const start = await bytesOf(source, START_BYTES)
  const kind = kindOfFile(start, name)
  if (kind === 'text') return [openCsvSheet(source, start)]
  const bytes = await bytesOf(source, MOST_HELD_BYTES + 1)
  if (bytes.length > MOST_HELD_BYTES)
    throw unreadable('list.too_large', name, { code: 'tooLarge', megabytes: MOST_HELD_BYTES / 1e6 })
  if (kind === 'json') return [openJsonSheet(bytes, name)]
  const sheets = kind === 'zip' ? await openZip(bytes, name) : await openOle(bytes, name)
  if (sheets.length === 0) throw unreadable('list.damaged', name, { code: 'noSheet' })
  return sheets
}

/** The first of them, at most so many. */
async function bytesOf({ open }: ListSource, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of open()) {
    parts.push(part)
    length += part.length
    if (length >= most) break
  }
  return Buffer.concat(parts).subarray(0, most)
}
