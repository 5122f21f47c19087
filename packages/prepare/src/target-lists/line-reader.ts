/** Lines of a list one by one: what is right is taken, a plain slip is put right and told, the rest is refused. */
import { TargetOverride } from '@doorwalk/core/request/request'
import type { Saying } from '../list-words/say.ts'
import { cellText, type SheetRow } from '../sheets/sheet.ts'
import { isStreetLike } from './address-text.ts'
import { isCutNumber, priorityOf, storeysOf, wholeNumber, yesOrNo } from './cell-values.ts'
import { cellsAt } from './columns.ts'
import type { ListField } from '@doorwalk/core/words/list-fields'
import { KeyTable, roomFor } from './key-table.ts'
import { takeAddress } from './line-address.ts'
import { Cells, Refused } from './line-cells.ts'
import type { Places } from './place-column.ts'
import { came, safe } from './shown-cells.ts'
import type { ListColumn, ListLine, ListRow } from './target-list.ts'

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
