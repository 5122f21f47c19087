/** What the columns of a list are: by the caller's word, by their names, then by what stands in them. */
import type { Saying } from '../list-words/say.ts'
import { unreadable } from '../sheets/list-error.ts'
import { cellText, type SheetRow } from '../sheets/sheet.ts'
import { isStreetLike } from './address-text.ts'
import { houseNumber, isNothing, priorityOf, yesOrNo } from './cell-values.ts'
import type { ListField } from '@doorwalk/core/words/list-fields'
import { fieldNamed, plainName } from './fields.ts'
import { personalIn } from '@doorwalk/core/request/contacts'
import { isPersonName, personalName, personalValues } from './personal.ts'
import type { PlaceCells, Places } from './place-column.ts'
import type { ListAs, ListColumn } from './target-list.ts'

interface Guess {
  columns: ListColumn[]
  notes: Saying[]
}

interface Given {
  /** Of the file, for messages. */
  name: string
  names: readonly string[]
  /** The first lines below the header. */
  rows: readonly SheetRow[]
  places: Places
  as: ListAs
}

/** Columns that an error names. */
export const MOST_NAMED = 40
/** Cells of a column that are looked at. */
const LOOKED_AT = 500
/** A name is believed where the cells do not speak against it: in so many of them. */
const ENOUGH = 0.5

/** Fields whose cells are kept as text. */
const TEXTS: ReadonlySet<ListField> = new Set<ListField>([
  'id',
  'address',
  'number',
  'suffix',
  'streetType',
  'street',
  'postcode',
  'city',
  'entrance',
])

/** @throws VisibleError list.columns, list.personal */
export function columnsOf(given: Given): Guess {
  const { rows, names } = given
  const width = Math.min(MOST_COLUMNS, Math.max(names.length, ...rows.map(({ cells }) => cells.length)))
  const texts = Array.from({ length: width }, (_, at) =>
    rows
      .map(({ cells }) => cellText(cells[at]))
      .filter((text) => !isNothing(text))
      .slice(0, LOOKED_AT),
  )
  // "RUE" and "JEAN JAURES" stand in two columns.
  const isParted = names.some((name) => fieldNamed(name)?.field === 'streetType')
  const columns = texts.map((own, at) => firstLook(shownName(names[at] ?? '', at), { own, at, isParted }))
  takeAsked(columns, { ...given, texts })
  takeNamed(columns, { ...given, texts })
  takeByValues(columns, { ...given, texts })
  const notes = pairCoordinates(columns)
  return { columns, notes }
}

/** Columns of a list that are looked at. */
const MOST_COLUMNS = 1_000

/** A header may be the first line of a list that has none. */
function shownName(name: string, at: number): string {
  return name === '' || personalIn(name) !== undefined || isPersonName(name)
    ? `column ${at + 1}`
    : name.slice(0, 60)
}

function firstLook(
  name: string,
  { own, at, isParted }: { own: readonly string[]; at: number; isParted: boolean },
): ListColumn {
  const position = at + 1
  const byName = personalName(name)
  const field = fieldNamed(name)
  const isStreet = isParted && field?.isWhole === true && field.field === 'street'
  const bySome = personalValues(own, isStreet ? 'address' : field?.isWhole ? field.field : undefined)
  if (byName !== undefined)
    return { name, position, field: null, why: { code: 'byName' }, confidence: 1, refused: byName }
  if (bySome !== undefined)
    return { name, position, field: null, why: { code: 'byCells' }, confidence: 0.9, refused: bySome }
  return {
    name,
    position,
    field: null,
    why: { code: own.length === 0 ? 'empty' : 'unknown' },
    confidence: 0,
  }
}

type Look = Given & { texts: string[][] }

function takeAsked(columns: ListColumn[], { as, name, texts }: Look): void {
  const find = (asked: string) => {
    const found = columns.find((column) => plainName(column.name) === plainName(asked))
    if (found) return found
    const shown = columns.slice(0, MOST_NAMED).map((column) => column.name)
    const isMore = columns.length > MOST_NAMED
    throw unreadable('list.columns', name, { code: 'noSuchColumn', column: asked, columns: shown, isMore })
  }
  for (const asked of as.ignored) {
    const column = find(asked)
    if (column.refused === undefined) Object.assign(column, { why: { code: 'asAsked' }, confidence: 1 })
  }
  for (const [field, asked] of Object.entries(as.fields) as [ListField, string][]) {
    const column = find(asked)
    const isPersonal =
      column.refused !== undefined &&
      (TEXTS.has(field) || personalValues(texts[column.position - 1]!) !== undefined)
    if (isPersonal)
      throw unreadable('list.personal', name, {
        ...{ code: 'personalColumn', column: column.name, field, kind: column.refused! },
        isByName: column.why.code === 'byName',
      })
    delete column.refused
    Object.assign(column, { field, why: { code: 'asAsked' }, confidence: 1 })
  }
}

function takeNamed(columns: ListColumn[], look: Look): void {
  const ignored = new Set(look.as.ignored.map(plainName))
  const named = columns.flatMap((column) => {
    const found = fieldNamed(column.name)
    if (!found || column.refused || column.field !== null || ignored.has(plainName(column.name))) return []
    return [{ column, ...found }]
  })
  named.sort(
    (a, b) =>
      Number(b.isWhole) - Number(a.isWhole) || a.rank - b.rank || a.column.position - b.column.position,
  )
  for (const { column, field, isWhole } of named) {
    const own = look.texts[column.position - 1]!
    const fitting = fittingField(field, { own, columns, look, column })
    const other = columns.find((each) => each.field === fitting)
    if (own.length === 0) column.why = { code: 'empty' }
    else if (fitting === undefined)
      column.why = field === 'number' ? { code: 'numberElsewhere' } : { code: 'notItsName', field }
    else if (other) column.why = { code: 'takenBy', column: other.name, field: fitting }
    else Object.assign(column, { field: fitting, why: { code: 'byName' }, confidence: isWhole ? 0.95 : 0.7 })
  }
}

/** The field, or another that fits better; undefined where the cells speak against it. */
function fittingField(
  field: ListField,
  { own, columns, look, column }: { own: string[]; columns: ListColumn[]; look: Look; column: ListColumn },
): ListField | undefined {
  const share = (test: (text: string) => boolean) => own.filter(test).length / Math.max(1, own.length)
  if (field === 'key' || field === 'exclude') {
    if (share((text) => 'value' in yesOrNo(text)) >= ENOUGH) return field
    const isId =
      field === 'key' && new Set(own).size === own.length && !columns.some((each) => each.field === 'id')
    return isId ? 'id' : undefined
  }
  if (field === 'priority') return share((text) => 'value' in priorityOf(text)) >= ENOUGH ? field : undefined
  if (field === 'lng' || field === 'lat')
    return share((text) => /^-?\d[\d\s.,'’]*°?$/u.test(text)) >= ENOUGH ? field : undefined
  if (field === 'number') return numbersStandElsewhere(own, { column, look }) ? undefined : field
  if (field !== 'place') return field
  const isPlace = (text: string) => !isRefused(look.places.read(cellsAt({ place: text })))
  if (
    share(isPlace) >= ENOUGH ||
    share((text) => /^(?:srid|point|\{|\(?-?\d+[.,]\d+\s*[,;\s])/i.test(text)) >= ENOUGH
  )
    return field
  return share(looksLikeAddress) >= ENOUGH && column.refused === undefined ? 'address' : undefined
}

/** Lines are numbered in a column of that name, too: whole addresses beside it have their own numbers, other ones. */
function numbersStandElsewhere(
  own: readonly string[],
  { column, look: { rows, names } }: { column: ListColumn; look: Look },
): boolean {
  return names.some((name, at) => {
    const field = fieldNamed(name)?.field
    if (at === column.position - 1 || (field !== 'address' && field !== 'street')) return false
    const others = rows.filter(({ cells }) => {
      const leading = LEADING_NUMBER.exec(cellText(cells[at]))?.[1]
      return leading !== undefined && leading !== /^\d+/.exec(cellText(cells[column.position - 1]))?.[0]
    })
    return others.length >= ENOUGH * own.length
  })
}

/** "12 bis, rue X"; not "8 mai 1945". */
const LEADING_NUMBER = /^(\d{1,4})(?:\s?(?:bis|ter|quater|[a-z](?!\p{L})))?[\s,]+\p{L}/iu

function takeByValues(columns: ListColumn[], { texts, rows, places, as }: Look): void {
  const ignored = new Set(as.ignored.map(plainName))
  const free = () =>
    columns.filter(
      ({ field, refused, name, position }) =>
        field === null &&
        refused === undefined &&
        texts[position - 1]!.length > 0 &&
        !ignored.has(plainName(name)),
    )
  const has = (...fields: ListField[]) =>
    fields.some((field) => columns.some((column) => column.field === field))
  const take = (field: ListField, test: (text: string) => boolean, enough = 0.7) => {
    if (has(field)) return
    const found = free().find(({ position }) => {
      const own = texts[position - 1]!
      return own.filter(test).length >= enough * own.length
    })
    if (found) Object.assign(found, { field, why: { code: 'byCells' }, confidence: 0.6 })
  }
  if (!has('place', 'lng', 'lat')) {
    take('place', (text) => /[,;\s]/.test(text) && !isRefused(places.read(cellsAt({ place: text }))))
    if (!has('place')) takePair(free(), { rows, places })
  }
  if (!has('address', 'street')) take('address', looksLikeAddress, 0.6)
  if (!has('address', 'street')) take('street', (text) => isStreetLike(text) && !/^\d/.test(text))
  if (has('street') && !has('number', 'address'))
    take('number', (text) => /^\d{1,4}(?:\s?[a-z]+)?$/i.test(text) && 'value' in houseNumber(text))
  if (has('street', 'address')) take('postcode', (text) => /^\d{5}$/.test(text), 0.9)
}

/** Two columns of numbers that lie in the region. */
function takePair(free: ListColumn[], { rows, places }: Pick<Look, 'rows' | 'places'>): void {
  for (const [at, x] of free.entries()) {
    const y = free[at + 1]
    if (y?.position !== x.position + 1) continue
    let [straight, turned, filled] = [0, 0, 0]
    for (const { cells } of rows.slice(0, LOOKED_AT)) {
      const found = places.read(cellsAt({ lng: cells[x.position - 1], lat: cells[y.position - 1] }))
      if (found === undefined) continue
      filled++
      if (isRefused(found)) continue
      if (found.isTurned) turned++
      else straight++
    }
    if (filled === 0 || straight + turned < ENOUGH * filled) continue
    const why: Saying = { code: 'byRegion' }
    Object.assign(turned > straight ? y : x, { field: 'lng', why, confidence: 0.8 })
    Object.assign(turned > straight ? x : y, { field: 'lat', why, confidence: 0.8 })
    return
  }
}

/** One without the other places nothing. */
function pairCoordinates(columns: ListColumn[]): Saying[] {
  const lng = columns.find(({ field }) => field === 'lng')
  const lat = columns.find(({ field }) => field === 'lat')
  const alone = lng && lat ? undefined : (lng ?? lat)
  if (!alone) return []
  Object.assign(alone, { field: null, why: { code: 'otherMissing' }, confidence: 0 })
  return [{ code: 'alone', column: alone.name }]
}

export function cellsAt(cells: Partial<PlaceCells>): PlaceCells {
  return { lng: undefined, lat: undefined, place: undefined, geometry: undefined, ...cells }
}

function isRefused(
  found: ReturnType<Places['read']>,
): found is undefined | { field: 'lng' | 'lat' | 'place'; came: string; expected: Saying } {
  return found === undefined || 'expected' in found
}

function looksLikeAddress(text: string): boolean {
  return (
    /\d/.test(text) && /\p{L}{3}/u.test(text) && (isStreetLike(text) || /^\d{1,4}[\s,]+\p{L}/u.test(text))
  )
}
