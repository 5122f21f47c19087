/** One line of a pasted list: what of it is a name, a time, a place, a wish. */
import type { LngLat } from '@doorwalk/core/units'
import { type Columns, splitCells } from './columns.ts'
import {
  PLACE_WORD,
  type Rest,
  STREET_WORD,
  takeContacts,
  takeMinutes,
  takeNoStairs,
  takePoint,
} from './text.ts'
import { type When, takeWhen } from './when.ts'

/** Bound of the API. */
const SHORTEST_MINUTES = 10

export const STREET = new RegExp(String.raw`^(?:\d|${STREET_WORD}|${PLACE_WORD})`, 'iu')
/** "Thomas gare du Nord", "Thomas 90 gare du Nord". */
const AT_PLACE = new RegExp(String.raw`^(?:(\p{L}.*?)\s+)?(?:(\d{1,3})\s+)?(${PLACE_WORD}\s+\p{L}.*)$`, 'iu')
/** The comma of "12, rue Condorcet". */
const HOUSE_COMMA = new RegExp(String.raw`(\d+\s?(?:bis|ter|quater)?),\s*(?=\p{L})(?!${PLACE_WORD})`, 'giu')
/** Between columns of a spreadsheet. */
const COLUMN_SIGNS = '\t;'
/** What is left of "45 min at most". */
const FILLER = /^(?:max(?:i|imum)?\.?|environ|about|at most|au plus|seulement|only|de marche|pendant|for)$/iu

export interface Read {
  names: string[]
  minutes: number | null
  address: string[]
  start: LngLat | null
  avoidStairs: boolean
  contacts: string[]
  when: When | null
  clocks: string[]
  unused: string[]
}

function nothingRead(): Read {
  return {
    ...{ names: [], minutes: null, address: [], start: null, avoidStairs: false },
    ...{ contacts: [], when: null, clocks: [], unused: [] },
  }
}

/** A line without a head. What stands in one column of a spreadsheet is never joined to what stands in the next. */
export function byLine(text: string): Read {
  const rest: Rest = { text }
  const read = { ...nothingRead(), start: takePoint(rest) }
  addWhen(read, rest)
  for (const column of splitCells(rest.text, COLUMN_SIGNS)) addColumn(read, column)
  return read
}

function addWhen(read: Read, rest: Rest): void {
  const { when, minutes, unclear } = takeWhen(rest)
  read.when ??= when
  read.minutes ??= minutes
  read.clocks.push(...unclear)
}

function addColumn(read: Read, text: string): void {
  const rest: Rest = { text }
  read.contacts.push(...takeContacts(rest))
  read.avoidStairs = takeNoStairs(rest) || read.avoidStairs
  const minutes = read.minutes === null ? takeMinutes(rest) : null
  if (minutes !== null) read.minutes = minutes
  for (const cell of cellsOf(rest.text)) {
    const isFiller = minutes !== null && read.names.length > 0 && FILLER.test(cell)
    if (!isFiller) addCell(read, cell)
  }
}

function addCell(read: Read, cell: string): void {
  const [, spoken, number] = /^(\p{L}.*?)\s+(\d{2,3})$/u.exec(cell) ?? []
  const [, who, bare, place] =
    /^(\p{L}[\p{L}\s.'’+&-]*?)\s+(?:(\d{1,3})\s+)?(\d+\s*(?:bis|ter)?(?:\s*[-–/]\s*\d+)?,?\s+\p{L}.*)$/iu.exec(
      cell,
    ) ?? []
  const [, whose, length, at] = AT_PLACE.exec(cell) ?? []
  const [, early, later] = /^(\d{2,3})\s+(\d+.*)$/u.exec(cell) ?? []
  if (/^\d+$/.test(cell)) {
    if (read.minutes === null && Number(cell) >= SHORTEST_MINUTES) read.minutes = Number(cell)
    else read.unused.push(cell)
  } else if (at !== undefined && read.address.length === 0 && (whose ?? length) !== undefined) {
    if (whose !== undefined) read.names.push(whose)
    if (length !== undefined) addCell(read, length)
    read.address.push(at)
  } else if (early !== undefined && later !== undefined && read.minutes === null) {
    read.minutes = Number(early)
    addCell(read, later)
  } else if (read.address.length > 0 || (read.names.length > 0 && STREET.test(cell))) {
    read.address.push(cell)
  } else if (STREET.test(cell) && /^\d/.test(cell)) {
    read.address.push(cell)
  } else if (who !== undefined && place !== undefined && !STREET.test(cell)) {
    read.names.push(who)
    if (bare !== undefined) addCell(read, bare)
    read.address.push(place)
  } else if (spoken !== undefined && read.minutes === null && !STREET.test(cell)) {
    read.names.push(spoken)
    read.minutes = Number(number)
  } else {
    read.names.push(cell)
  }
}

/** Cells of a line without a head: whatever people put between them. */
function cellsOf(text: string): string[] {
  return text
    .replace(HOUSE_COMMA, '$1 ')
    .split(/[\t;,|()[\]]|\s[-–—]\s|:(?:\s|$)|\s[-–—]$/u)
    .map((cell) => cell.replace(/^[\s"':.–—-]+|[\s"':–—-]+$/gu, ''))
    .filter((cell) => cell !== '')
}

export function byColumns(text: string, { kinds, separator }: Columns): Read {
  const read = nothingRead()
  const spoken: string[] = []
  for (const [index, cell] of splitCells(text, separator).entries()) {
    if (cell === '') continue
    const rest: Rest = { text: cell }
    switch (kinds[index]) {
      case 'name':
        addWhen(read, rest)
        read.names.push(...cellsOf(rest.text))
        break
      case 'when':
        spoken.push(cell)
        break
      case 'minutes':
      case 'hours': {
        const bare = Number(cell.replace(',', '.'))
        const minutes = Number.isNaN(bare) ? takeMinutes(rest) : bare * (kinds[index] === 'hours' ? 60 : 1)
        if (withoutWhen(`;${cell}`) !== `;${cell}`) spoken.push(cell)
        else if (minutes === null) read.unused.push(cell)
        else read.minutes = Math.round(minutes)
        break
      }
      case 'start':
        read.start = takePoint(rest)
        if (read.start === null) read.address.push(cell)
        break
      case 'stairs':
        read.avoidStairs = /^(?:x|✓|✔|1|o|y|oui|yes|vrai|true)$/i.test(cell)
        if (!read.avoidStairs && !/^(?:0|n|non|no|faux|false|-)$/i.test(cell)) read.unused.push(cell)
        break
      case 'with':
        read.names.push(`+ ${cell}`)
        break
      case 'contact':
        read.contacts.push(cell)
        break
      default:
        if (index >= kinds.length) read.unused.push(cell)
    }
  }
  const when: Rest = { text: `;${spoken.join(';')}` }
  addWhen(read, when)
  read.unused.push(...cellsOf(when.text))
  return read
}

export function withoutWhen(text: string): string {
  const rest = { text }
  takeWhen(rest)
  return rest.text
}
