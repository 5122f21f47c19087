/** One row of a register as an entry: how many dwellings, and by what the building is found. */
import type { LngLat } from '@doorwalk/core/units'
import { positionIn, type Position } from '../tables/position.ts'
import type { RefusedRow } from '../tables/refused.ts'
import { textOf, type AnyRow, type Cell } from '../tables/table.ts'
import { boundsIn, countOf, floorIn, isBlank, MAX_DWELLINGS, storeysIn, type Bounds } from './counts.ts'
import type { Field } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { writtenAddress, type WrittenAddress } from './written-address.ts'

/** What a register says of one entrance or building. */
export interface RegisterEntry extends Bounds {
  line: number
  /** Of the row itself. */
  key?: string
  /** What a building, entrance or address is called elsewhere. */
  ids: string[]
  address?: WrittenAddress
  location?: LngLat
  /** Rings of its outline, where the table has one. */
  shape?: LngLat[][]
  /** Coordinate system that the place came in. */
  system?: string
  /** Above the ground floor. */
  upperFloors?: number
  /** Of a building as a whole, not of one way in. */
  whole: boolean
}

/** A row before it is placed. */
export interface ReadRow extends Omit<RegisterEntry, 'location' | 'shape' | 'system'> {
  position?: Position
}

export type LeftOut = { left: 'countless' | 'other' } | { left: 'refused'; why: Omit<RefusedRow, 'line'> }

/** Reads rows of one table; `columns` are to be asked for, in this order. */
export class EntryReader {
  readonly columns: string[]
  private readonly mapping: Mapping
  private readonly classes: Readonly<Record<string, string>>
  private readonly at: Map<Field | 'only', number[]>

  constructor(mapping: Mapping, classes: Readonly<Record<string, string>>) {
    this.mapping = mapping
    this.classes = classes
    const named = new Map<Field | 'only', string[]>(mapping.fields)
    if (mapping.only) named.set('only', [mapping.only.column])
    this.columns = [...new Set([...named.values()].flat())]
    this.at = new Map(
      [...named].map(([field, names]) => [field, names.map((name) => this.columns.indexOf(name))]),
    )
  }

  read({ line, cells, geometry }: AnyRow): ReadRow | LeftOut {
    const all = (field: Field | 'only') => (this.at.get(field) ?? []).map((at) => cells[at])
    const text = (field: Field | 'only') => textOf(all(field)[0])
    if (this.isOther(text('only'))) return { left: 'other' }
    const bounds = this.boundsOf(text)
    if ('left' in bounds) return bounds
    const position = positionIn({ geometry, place: all('place')[0], x: text('x'), y: text('y') })
    if (position !== undefined && 'expected' in position) return this.refused(position)
    const key = text('key')
    const ids = all('id').flatMap(idsIn)
    const address = writtenAddress({
      address: text('address'),
      number: text('number'),
      suffix: text('suffix'),
      street: all('street')
        .map(textOf)
        .filter((part) => part !== undefined)
        .join(' '),
      postcode: text('postcode'),
      city: text('city'),
    })
    if (!position && ids.length === 0 && !address) {
      return this.refused({
        field: 'x',
        came: text('x'),
        expected: 'a longitude in degrees, an address or an id',
      })
    }
    const upperFloors = this.upperFloors(text)
    return {
      line,
      ...(key === undefined ? {} : { key }),
      ids,
      ...(address ? { address } : {}),
      ...(position ? { position } : {}),
      ...bounds,
      ...(upperFloors === undefined ? {} : { upperFloors }),
      whole: this.mapping.rows === 'buildings',
    }
  }

  private isOther(text: string | undefined): boolean {
    const plain = text?.toLowerCase().replace(/\.0+$/, '')
    return plain !== undefined && !this.mapping.only!.values.some((value) => value.toLowerCase() === plain)
  }

  private refused({ field, came, expected }: Refused): LeftOut {
    const column = this.mapping.fields.get(field)?.[0] ?? (field === 'place' ? 'geometry' : field)
    return { left: 'refused', why: { field: column, came: came ?? '', expected } }
  }

  /** A count, else bounds in two columns, else a class. */
  private boundsOf(text: (field: Field) => string | undefined): Bounds | LeftOut {
    if (this.mapping.rows === 'dwellings') return { low: 1, high: 1 }
    const [count, low, high, written] = [text('dwellings'), text('low'), text('high'), text('class')]
    if (count !== undefined && !isBlank(count)) return this.count(count)
    if (low !== undefined && high !== undefined && !isBlank(low) && !isBlank(high)) {
      const [from, to] = [countOf(low), countOf(high)]
      if (from !== undefined && to !== undefined && from <= to) return { low: from, high: to }
      const expected = 'two whole numbers, the smaller one first'
      return this.refused({ field: 'low', came: `${low} to ${high}`, expected })
    }
    if (written === undefined || isBlank(written)) return { left: 'countless' }
    const bounds = boundsIn(this.classes[written] ?? written)
    return bounds ?? this.refused({ field: 'class', came: written, expected: 'bounds such as 2-11 or 100+' })
  }

  private count(written: string): Bounds | LeftOut {
    const count = countOf(written)
    if (count !== undefined) return { low: count, high: count }
    const expected = `a whole number from 0 to ${MAX_DWELLINGS}`
    return boundsIn(written) ?? this.refused({ field: 'dwellings', came: written, expected })
  }

  private upperFloors(text: (field: Field) => string | undefined): number | undefined {
    const upper = storeysIn(text('upper'))
    if (upper !== undefined) return upper
    const storeys = storeysIn(text('storeys'))
    if (storeys !== undefined) return storeys - 1
    const floor = text('floor')
    const on = floor === undefined ? undefined : (this.mapping.preset.floorOf ?? floorIn)(floor)
    return on !== undefined && on >= 0 ? on : undefined
  }
}

interface Refused {
  field: Field
  came: string | undefined
  expected: string
}

/** "A/B", "A;B", lists; "2373151.0" is what a table of numbers makes of an id; "way/12" is one. */
function idsIn(cell: Cell): string[] {
  const text = textOf(cell) ?? ''
  return text
    .replace(/[[\]{}"']/g, '')
    .split(/[;,|\s]+|(?<!\b(?:way|node|relation))\//i)
    .map((id) => id.replace(/^(\d+)\.0+$/, '$1'))
    .filter((id) => id !== '' && !isBlank(id))
}
