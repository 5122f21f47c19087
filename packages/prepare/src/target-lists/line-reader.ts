/** Lines of a list one by one: what is right is taken, a plain slip is put right and told, the rest is refused. */
import { TargetOverride } from '@doorwalk/core/request/request'
import { strangeIn } from '@doorwalk/core/request/text'
import type { Saying, Told } from '../list-words/say.ts'
import { cellText, type SheetCell, type SheetRow } from '../sheets/sheet.ts'
import { addressParts, isStreetLike } from './address-text.ts'
import {
  houseNumber,
  isCutNumber,
  isNothing,
  postcodeOf,
  priorityOf,
  storeysOf,
  wholeNumber,
  withSuffix,
  yesOrNo,
  type Said,
} from './cell-values.ts'
import { cellsAt } from './columns.ts'
import type { ListField } from './fields.ts'
import { KeyTable, roomFor } from './key-table.ts'
import { personalIn, withoutPersonal } from '@doorwalk/core/request/contacts'
import { isPersonName, perhapsPersonal } from './personal.ts'
import type { Places } from './place-column.ts'
import type { ListColumn, ListLine, ListRow } from './target-list.ts'

/** Characters of a cell that are shown. */
const SHOWN = 80
/** The first cell of a line that sums up the others. */
const SUM = /^(?:grand |sous[- ]?|sub[- ]?)?(?:totaux|total|somme|sum|moyenne|average|nombre total)\b/i
/** What a geocoder found where it found no house. */
const NO_HOUSE = new Set([
  'street',
  'locality',
  'municipality',
  'city',
  'voie',
  'lieu-dit',
  'commune',
  'interpolation',
])

/** Characters of an id. */
const LONGEST_ID = 120
/** Ids to begin with. */
const FEW = 1 << 10

const SMALL = ['doors', 'floors', 'priority'] as const

/** Thrown by a field, caught by its line. */
class Refused extends Error {
  readonly field: string
  readonly came: Told
  readonly expected: Saying

  constructor(field: string, came: Told, expected: Saying) {
    super(expected.code)
    this.field = field
    this.came = came
    this.expected = expected
  }
}

export class LineReader {
  private readonly at: ReadonlyMap<ListField, number>
  private readonly places: Places
  /** Some postcodes have five digits: those of four have lost a zero. */
  private readonly hasFive: boolean
  /** Undefined: another tells of ids that come again. */
  private readonly ids: KeyTable | undefined
  /** Of the latest with each id. */
  private lines = new Uint32Array(FEW)

  constructor({
    columns,
    rows,
    places,
    areRepeatsKept = false,
  }: {
    columns: readonly ListColumn[]
    rows: readonly SheetRow[]
    places: Places
    areRepeatsKept?: boolean | undefined
  }) {
    if (!areRepeatsKept) this.ids = new KeyTable()
    this.at = new Map(
      columns.flatMap(({ field, position }) => (field === null ? [] : [[field, position - 1] as const])),
    )
    this.places = places
    const postcode = this.at.get('postcode')
    this.hasFive =
      postcode !== undefined && rows.some(({ cells }) => /^\d{5}$/.test(cellText(cells[postcode])))
  }

  read(row: SheetRow): ListLine {
    const repairs: ListLine['repairs'] = []
    // Of most lines nobody looks at the cells.
    const shown = () => this.shownOf(row)
    const { line } = row
    try {
      this.refuseNoBuilding(row)
      const taken = this.rowOf(row, new Cells(row, { at: this.at, repairs }))
      return {
        ...{ line, row: taken, repairs },
        get cells() {
          return shown()
        },
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { field, came, expected } = error
      return { line, repairs: [], refusal: { line, field, came, expected }, cells: shown() }
    }
  }

  private shownOf({ cells }: SheetRow): ListLine['cells'] {
    const shown: ListLine['cells'] = {}
    for (const [field, at] of this.at) {
      const text = cellText(cells[at])
      if (text !== '') shown[field] = safe(field, text)
    }
    return shown
  }

  /** Sums, notes at the end, and places of streets are no buildings. */
  private refuseNoBuilding({ cells }: SheetRow): void {
    const filled = cells.map(cellText).filter((text) => text !== '')
    if (SUM.test(filled[0] ?? '') && filled.slice(1).every((text) => /^[\d\s.,%€+-]+$/.test(text)))
      throw new Refused('line', { code: 'sums' }, { code: 'building' })
    const precision = cellText(cells[this.at.get('precision') ?? -1]).toLowerCase()
    if (NO_HOUSE.has(precision)) throw new Refused('precision', precision, { code: 'houseNumberPlace' })
  }

  private rowOf({ line, geometry }: SheetRow, cell: Cells): ListRow {
    const row: ListRow = { line }
    this.takePlace(row, { geometry, cell })
    takeAddress(row, { cell, hasFive: this.hasFive })
    const entrance = cell.text('entrance')
    if (entrance !== '') row.entrance = entrance
    cell.take(
      'doors',
      (text) => wholeNumber(text, { code: 'wholeDoors' }),
      (value) => (row.doors = value),
    )
    cell.take(
      'storeys',
      (text) => storeysOf(text, false),
      (value) => (row.floors = value),
    )
    if (row.floors === undefined)
      cell.take(
        'upper',
        (text) => storeysOf(text, true),
        (value) => (row.floors = value),
      )
    cell.take('priority', priorityOf, (value) => (row.priority = value))
    cell.take('key', yesOrNo, (value) => (row.key = value))
    cell.take('exclude', yesOrNo, (value) => (row.exclude = value))
    for (const field of SMALL) {
      const within = TargetOverride.shape[field].safeParse(row[field])
      if (!within.success) throw new Refused(field, came(String(row[field])), LIMITS_SAID[field])
    }
    this.takeId(row, cell)
    if (row.id === undefined && row.location === undefined && row.address?.number === undefined) {
      const street = row.address?.street
      throw street === undefined || isStreetLike(street)
        ? new Refused(
            'address',
            { code: street === undefined ? 'nothing' : 'streetAlone' },
            { code: 'someAddress' },
          )
        : new Refused('address', { code: 'someText' }, { code: 'writtenAddress' })
    }
    return row
  }

  private takePlace(
    row: ListRow,
    { geometry, cell }: { geometry: GeoJSON.Geometry | undefined; cell: Cells },
  ): void {
    const [lng, lat, place] = (['lng', 'lat', 'place'] as const).map((field) => cell.given(field))
    const placed = this.places.read(cellsAt({ lng, lat, place, geometry }))
    if (!placed) return
    if ('expected' in placed) throw new Refused(placed.field, came(placed.came), placed.expected)
    row.location = placed.at
    if (placed.outline) row.outline = placed.outline
    if (placed.isTurned) {
      const [x, y] = placed.at
      cell.repaired({
        field: place === undefined ? 'lng, lat' : 'place',
        came: `${y}, ${x}`,
        became: `${x}, ${y}`,
      })
    }
  }

  private takeId(row: ListRow, cell: Cells): void {
    const id = cell.text('id')
    if (id === '') return
    if (isCutNumber(id)) throw new Refused('id', id, { code: 'wholeId' })
    if (id.length > LONGEST_ID)
      throw new Refused(
        'id',
        { code: 'characters', characters: id.length },
        { code: 'shortId', most: LONGEST_ID },
      )
    if (this.ids) this.tellRepeat({ id, ids: this.ids, line: row.line, cell })
    row.id = id
  }

  private tellRepeat({
    id,
    ids,
    line,
    cell,
  }: {
    id: string
    ids: KeyTable
    line: number
    cell: Cells
  }): void {
    const known = ids.size
    const number = ids.add(id)
    if (number < known) {
      cell.repaired({ field: 'id', came: id, became: { code: 'replacesId', line: this.lines[number]! } })
    }
    this.lines = roomFor(this.lines, ids.size)
    this.lines[number] = line
  }
}

const LIMITS_SAID: Record<(typeof SMALL)[number], Saying> = {
  doors: { code: 'doorsWithin' },
  floors: { code: 'storeysWithin' },
  priority: { code: 'priority' },
}

/** Cells of a line by field; what is put right is told. */
class Cells {
  private readonly row: SheetRow
  private readonly at: ReadonlyMap<ListField, number>
  private readonly repairs: ListLine['repairs']

  constructor(
    row: SheetRow,
    { at, repairs }: { at: ReadonlyMap<ListField, number>; repairs: ListLine['repairs'] },
  ) {
    this.row = row
    this.at = at
    this.repairs = repairs
  }

  given(field: ListField): SheetCell {
    const at = this.at.get(field)
    const cell = at === undefined ? undefined : this.row.cells[at]
    return typeof cell === 'string' && isNothing(cellText(cell)) ? undefined : cell
  }

  /** Empty where nothing is said. E-mail addresses and phone numbers in it are left out. */
  text(field: ListField): string {
    const text = cellText(this.given(field))
    if (NAMELESS.has(field) && text.includes(' ') && isPersonName(text)) {
      this.repaired({ field, came: { code: 'name' }, became: { code: 'nothing' } })
      return ''
    }
    const kind = text === '' ? undefined : personalIn(text)
    if (kind === undefined) {
      if (strangeIn(text) !== undefined)
        throw new Refused(field, { code: 'controlText' }, { code: 'plainText' })
      return text
    }
    this.repaired({ field, came: { code: 'textWith', kind }, became: { code: 'textWithout' } })
    return withoutPersonal(text)
  }

  take<Value>(field: ListField, read: (text: string) => Said<Value>, keep: (value: Value) => void): void {
    const text = cellText(this.given(field))
    if (text === '') return
    const said = read(text)
    if ('expected' in said) throw new Refused(field, came(text), said.expected)
    if (said.isRepaired) this.repaired({ field, came: came(text), became: String(said.value) })
    keep(said.value)
  }

  repaired({ field, came: before, became }: { field: string; came: Told; became: Told }): void {
    this.repairs.push({ line: this.row.line, field, came: before, became })
  }
}

function takeAddress(row: ListRow, { cell, hasFive }: { cell: Cells; hasFive: boolean }): void {
  let number = ''
  cell.take('number', houseNumber, (value) => (number = withSuffix(value, cell.text('suffix'))))
  const kind = cell.text('streetType')
  const street = [kind, cell.text('street')].filter((word) => word !== '').join(' ')
  const written =
    street !== '' && (number !== '' || cell.text('address') === '') ? street : cell.text('address')
  if (written === '') return
  const parts = addressParts(written)
  if (!parts) return
  if (number !== '' && startsWithOther(written, number))
    throw new Refused('number', came(`${number} | ${safeStart(written)}`), { code: 'oneNumber' })
  if (parts.hadName)
    cell.repaired({
      field: 'address',
      came: { code: 'addressWithName' },
      became: { code: 'addressWithoutName' },
    })
  // Streets have numbers in their names ("rue du 8 mai 1945"): one in a column of its own is the number of the house.
  const own =
    number === ''
      ? parts
      : { ...parts, number, street: parts.number === number ? parts.street : streetOf(written) }
  const { postcode = '', city = '' } = parts
  row.address = {
    ...(own.number === undefined ? {} : { number: own.number }),
    street: own.street.slice(0, 120),
  }
  cell.take(
    'postcode',
    (text) => postcodeOf(text, hasFive),
    (value) => (row.address!.postcode = value),
  )
  row.address.postcode ??= postcode
  row.address.city = cell.text('city') || city
  if (row.address.postcode === '') delete row.address.postcode
  if (row.address.city === '') delete row.address.city
  if (parts.entrance !== undefined) row.entrance = parts.entrance
}

/** Nobody can tell which of the two is the house: "16" beside "2 rue X". */
function startsWithOther(written: string, number: string): boolean {
  const leading = safeStart(written)
  return leading !== '' && isStreetLike(written.slice(leading.length)) && leading !== /^\d+/.exec(number)?.[0]
}

function safeStart(written: string): string {
  return /^\d{1,4}(?=[\s,])/.exec(written)?.[0] ?? ''
}

function streetOf(written: string): string {
  return written.replace(/\s*[,;(].*$/u, '').trim()
}

/** Fields of which no cell is called like a person: "Mme Dupont", "Jean Dupont". */
const NAMELESS: ReadonlySet<ListField> = new Set<ListField>(['id', 'entrance', 'city'])

/** What may be shown of a cell: numbers and short words that are nobody's. */
function came(text: string): Told {
  const kind = perhapsPersonal(text)
  if (kind !== undefined) return { code: 'textWith', kind }
  const digits = digitsOfNumber(text)
  if (digits >= PHONE_DIGITS) return { code: 'digits', digits }
  // A word could be a name.
  if (!isNothing(text) && 'expected' in yesOrNo(text) && /\p{L}{3}/u.test(text) && !/\d/.test(text))
    return { code: 'letters', letters: text.length }
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** Digits of a whole number from which it is no count and no coordinate: it may be a telephone of any country. */
const PHONE_DIGITS = 8
/** Digits in one piece, or in groups; not those behind a decimal sign. */
const WHOLE_NUMBER = /(?<!\d|\d[.,])(?:\d{8,}|\d{1,3}(?:[\s.-]\d{2,3}){2,})(?!\d|[.,]\d)/u

function digitsOfNumber(text: string): number {
  return (WHOLE_NUMBER.exec(text)?.[0] ?? '').replaceAll(/\D/gu, '').length
}

/** Of the columns that are read what may stand in a table of faulty lines. */
function safe(field: ListField, text: string): Told {
  const bare = personalIn(text) === undefined ? text : withoutPersonal(text)
  if (NAMELESS.has(field) && isPersonName(bare)) return came(bare)
  if (field !== 'address' && field !== 'street') return NUMERIC.has(field) ? came(bare) : bare.slice(0, SHOWN)
  const parts = addressParts(bare)
  return parts === undefined || (parts.number === undefined && !isStreetLike(parts.street))
    ? came(bare)
    : [
        [parts.number, parts.street].filter(Boolean).join(' '),
        [parts.postcode, parts.city].filter(Boolean).join(' '),
      ]
        .filter((part) => part !== '')
        .join(', ')
}

const NUMERIC: ReadonlySet<ListField> = new Set<ListField>([
  'lng',
  'lat',
  'place',
  'doors',
  'storeys',
  'upper',
  'priority',
  'key',
  'exclude',
  'number',
  'suffix',
  'postcode',
])
