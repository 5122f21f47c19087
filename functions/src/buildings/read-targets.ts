/**
 * A client's own list of targets, as CSV, GeoJSON or JSON, line by line: what is right is accepted, what is plainly a
 * slip is repaired and reported, the rest is refused with what came and what was expected. Nothing is guessed.
 */
import { boxHolds } from '@doorwalk/core/region/box'
import { TargetOverride } from '@doorwalk/core/request/request'
import { strangeIn } from '@doorwalk/core/request/text'
import { readYesOrNo } from '@doorwalk/prepare/tables/yes-or-no'
import { personalField } from '@doorwalk/core/request/contacts'
import { fieldErrors } from '../http/field-errors.ts'
import { COLUMNS, COLUMN_LIST, type Row, readRows } from './target-rows.ts'
import type { ListFormat, ListToRead, Refusal, Repair } from '../ports/desk.ts'

export interface TargetList {
  targets: TargetOverride[]
  repaired: Repair[]
  refused: Refusal[]
}
type Bbox = ListToRead['bbox']

const NUMBERS = new Set(['lng', 'lat', 'doors', 'priority', 'floors'])
const BOOLEANS = new Set(['key', 'exclude'])

/**
 * @param bbox  of the region: locations outside are refused, swapped ones repaired
 * @throws VisibleError buildings.malformed, buildings.unknown_field
 */
export function readTargetList(
  bytes: Uint8Array,
  { format, bbox }: { format: ListFormat; bbox: Bbox },
): TargetList {
  const rows = readRows(bytes, format)
  const list: TargetList = { targets: [], repaired: [], refused: [] }
  const byId = new Map<string, TargetOverride>()
  for (const row of rows) {
    const target = readRow(row, { bbox, list })
    if (!target) continue
    if (byId.has(target.id)) {
      list.repaired.push({
        line: row.line,
        field: 'id',
        came: target.id,
        became: 'replaces the earlier line with this id',
      })
    }
    byId.set(target.id, target)
  }
  list.targets = [...byId.values()]
  return list
}

function readRow(row: Row, { bbox, list }: { bbox: Bbox; list: TargetList }): TargetOverride | undefined {
  const refuse = (field: string, came: unknown, expected: string): undefined => {
    list.refused.push({ line: row.line, field, came: show(came), expected })
    return undefined
  }
  const clean = new Map<string, string | number | boolean>()
  for (const [field, came] of row.fields) {
    if (COLUMNS[field] !== field) return refuse(field, came, `one of the fields ${COLUMN_LIST}`)
    if (came === undefined || came === null || came === '') continue
    const value = cleanValue(field, came)
    const personal = typeof value === 'string' ? personalField(field, value) : undefined
    // Told what it is, not what it says.
    if (personal) return refuse(field, personal.came, personal.expected)
    if (value === undefined) {
      return refuse(
        field,
        came,
        NUMBERS.has(field)
          ? 'a number'
          : BOOLEANS.has(field)
            ? 'true or false'
            : 'a text of plain characters',
      )
    }
    if (value !== came && String(value) !== came) {
      list.repaired.push({ line: row.line, field, came: show(came), became: String(value) })
    }
    clean.set(field, value)
  }
  let place = [clean.get('lng'), clean.get('lat')]
  const isPlaced = place[0] !== undefined || place[1] !== undefined
  if (isPlaced && !isInBbox(place, bbox)) {
    const swapped = [place[1], place[0]]
    if (!isInBbox(swapped, bbox)) {
      return refuse(
        'lng, lat',
        `${show(place[0])}, ${show(place[1])}`,
        `a place in the region: west, south, east, north ${bbox.join(', ')}`,
      )
    }
    list.repaired.push({
      line: row.line,
      field: 'lng, lat',
      came: place.join(', '),
      became: swapped.join(', '),
    })
    place = swapped
  }
  const pick = (field: string): object => (clean.has(field) ? { [field]: clean.get(field) } : {})
  const value = {
    ...pick('id'),
    ...pick('doors'),
    ...pick('priority'),
    ...pick('key'),
    ...pick('floors'),
    ...pick('exclude'),
    ...(isPlaced && { location: place }),
    ...((clean.has('street') || clean.has('number')) && {
      address: { number: String(clean.get('number') ?? ''), street: String(clean.get('street') ?? '') },
    }),
  }
  if (clean.size === 1 && clean.has('id') && !isPlaced)
    return refuse('id', clean.get('id'), `something about the target beside its id: ${COLUMN_LIST}`)
  const result = TargetOverride.safeParse(value)
  if (result.success) return result.data
  const first = fieldErrors(result.error.issues, { target: 'json', value })[0]
  const field = first?.pointer.split('/').at(-1) ?? ''
  return refuse(field, row.fields.get(field), first?.detail ?? 'a target')
}

/** Undefined when no reading makes sense. */
function cleanValue(field: string, came: unknown): string | number | boolean | undefined {
  if (NUMBERS.has(field)) {
    if (typeof came === 'number') return came
    const text = typeof came === 'string' ? came.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2') : ''
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  }
  if (BOOLEANS.has(field)) {
    if (typeof came === 'boolean') return came
    return typeof came === 'string' || typeof came === 'number' ? readYesOrNo(String(came).trim()) : undefined
  }
  if (typeof came === 'number') return String(came)
  return typeof came === 'string' && strangeIn(came, true) === undefined
    ? came.trim().replace(/\s+/g, ' ')
    : undefined
}

function isInBbox([lng, lat]: unknown[], bbox: Bbox): boolean {
  return typeof lng === 'number' && typeof lat === 'number' && boxHolds(bbox, [lng, lat])
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
