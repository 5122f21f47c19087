/** A printed walk typed in as a table. Apart from the rest of it: the API function starts without a reader of CSV. */
import { fieldError } from '@doorwalk/core/error'
import { readYesOrNo } from '@doorwalk/prepare/tables/yes-or-no'
import { csvTable, csvText } from '../buildings/csv-table.ts'
import { fieldErrors } from '../http/field-errors.ts'
import { MOST_LINES, type Sheet, SheetLine } from './paper.ts'

/**
 * A sheet as CSV: a header with `stop` and any of the other fields.
 *
 * @throws VisibleError `request.malformed`, and `request.invalid` with the line
 */
export function readSheet(bytes: Uint8Array): Sheet {
  const names = Object.keys(SheetLine.shape)
  const malformed = (why: string): Error =>
    fieldError('request.malformed', '', `${why}; expected CSV with a header`)
  const rows = csvTable(csvText(bytes, malformed), {
    columns: Object.fromEntries(names.map((name) => [name.toLowerCase(), name])),
    needed: 'stop',
    malformed,
    most: MOST_LINES,
    tooLong: (most) =>
      fieldError('request.malformed', '', `got more than ${most} lines; expected 1 to ${most}`),
    unknown: (strange) =>
      fieldError(
        'request.invalid',
        `/${strange[0]}`,
        `unknown column "${strange[0]}"; there are ${names.join(', ')}`,
      ),
  })
  const stops = rows.map(({ line, fields: cells }) => {
    const filled = [...cells].filter(([, value]) => value.trim() !== '')
    const value = Object.fromEntries(filled.map(([name, cell]) => [name, cellValue(name, cell.trim())]))
    const parsed = SheetLine.safeParse(value)
    if (parsed.success) return parsed.data
    const [first] = fieldErrors(parsed.error.issues, { target: 'json', value })
    const about = [`line ${line}`, first?.pointer.slice(1) ?? ''].filter((part) => part !== '').join(', ')
    throw fieldError('request.invalid', `/${line}`, `${about}: ${first?.detail}`)
  })
  if (stops.length > 0 && stops.length <= MOST_LINES) return { stops }
  throw fieldError('request.malformed', '', `got ${stops.length} lines; expected 1 to ${MOST_LINES}`)
}

function cellValue(name: string, text: string): string | number | boolean {
  if (name === 'noAccess') return readYesOrNo(text) ?? text
  return /^\d+$/.test(text) && name !== 'stop' ? Number(text) : text
}
