/**
 * People as they are pasted from a spreadsheet or a message: a name a line, with minutes, where they start, whom they
 * walk with, whether they avoid stairs. What is not understood is told, never dropped in silence.
 */
import type { LngLat } from '@doorwalk/core/units'
import { type Columns, readColumns, splitCells } from './columns.ts'
import { plainName } from './name.ts'
import {
  PLACE_WORD,
  type Rest,
  STREET_WORD,
  takeContacts,
  takeMinutes,
  takeMoment,
  takeNoStairs,
  takePoint,
} from './text.ts'

export interface Person {
  /** From 1, of the text. */
  line: number
  /** Of all who walk together: "Anna + Paul". Never leaves the browser. */
  name: string
  /** null: as long as the shift */
  minutes: number | null
  /** As written; looked up in the browser. Empty: with the others. */
  address: string
  /** null: with the others, or at `address` */
  start: LngLat | null
  /** Who walk together. */
  people: number
  avoidStairs: boolean
}

type RemarkKind =
  /** A phone number or an address of mail, which is not kept. */
  | 'contact'
  /** Nobody is named in the line. */
  | 'nobody'
  /** No length of a walk between 10 and 600 minutes. */
  | 'minutes'
  /** Not understood, and not used. */
  | 'unused'
  /** The same name stands there already; both are taken. */
  | 'twice'
  /** More than six together. */
  | 'many'

interface Remark {
  line: number
  kind: RemarkKind
  text: string
}

export interface PeopleList {
  people: readonly Person[]
  remarks: readonly Remark[]
}

/** While it is read. */
interface Reading {
  people: Person[]
  remarks: Remark[]
  /** Of those before, as they are compared. */
  names: Set<string>
}

/** Bounds of the API. */
const SHORTEST_MINUTES = 10
const LONGEST_MINUTES = 600
const MOST_TOGETHER = 6

const BULLET = /^\s*(?:[-*•·–—▪✓☐☑]|\d{1,3}[.)\]])\s+/u
const STREET = new RegExp(String.raw`^(?:\d|${STREET_WORD}|${PLACE_WORD})`, 'iu')
/** "Thomas gare du Nord", "Thomas 90 gare du Nord". */
const AT_PLACE = new RegExp(String.raw`^(?:(\p{L}.*?)\s+)?(?:(\d{1,3})\s+)?(${PLACE_WORD}\s+\p{L}.*)$`, 'iu')
/** The comma of "12, rue Condorcet". */
const HOUSE_COMMA = new RegExp(String.raw`(\d+\s?(?:bis|ter|quater)?),\s*(?=\p{L})(?!${PLACE_WORD})`, 'giu')
/** Between columns of a spreadsheet. */
const COLUMN_SIGNS = '\t;'
/** What is left of "45 min at most". */
const FILLER = /^(?:max(?:i|imum)?\.?|environ|about|at most|au plus|seulement|only|de marche|pendant|for)$/iu
const TOGETHER = /\s*[+&/]\s*|\s+(?:et|and|avec|with)\s+/iu

/** The list that was read last: several parts of a view ask for the same one, with each letter typed. */
let last: { text: string; list: PeopleList } | null = null

export function readList(text: string): PeopleList {
  if (last?.text !== text) last = { text, list: readAnew(text) }
  return last.list
}

function readAnew(text: string): PeopleList {
  const lines = linesOf(text)
  const header = lines[0] && readColumns(lines[0].text)
  const list: Reading = { people: [], remarks: [], names: new Set() }
  for (const { line, text: content } of header ? lines.slice(1) : lines) {
    const read = header ? byColumns(content, header) : byLine(content)
    addPerson(list, { ...read, line })
  }
  if (header && lines[0]) {
    const unused = header.unused.map((name) => ({
      line: lines[0]!.line,
      kind: 'unused' as const,
      text: name,
    }))
    list.remarks.unshift(...unused)
  }
  return { people: list.people, remarks: list.remarks }
}

interface Read {
  names: string[]
  minutes: number | null
  address: string[]
  start: LngLat | null
  avoidStairs: boolean
  contacts: string[]
  unused: string[]
}

function addPerson({ people, remarks, names }: Reading, read: Read & { line: number }): void {
  const { line } = read
  const remark = (kind: RemarkKind, text: string): void => void remarks.push({ line, kind, text })
  for (const contact of read.contacts) remark('contact', contact)
  for (const text of read.unused) remark('unused', text)
  const { name, count } = together(read.names.join(' '))
  if (name === '') {
    const text = read.address.join(', ')
    remark('nobody', text)
    return
  }
  if (count > MOST_TOGETHER) remark('many', name)
  const { minutes } = read
  const isShort = minutes !== null && (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES)
  if (isShort) remark('minutes', name)
  const plain = plainName(name)
  if (names.has(plain)) remark('twice', name)
  names.add(plain)
  people.push({
    line,
    name,
    minutes: isShort ? null : minutes,
    address: read.address.join(', '),
    start: read.start,
    people: Math.min(count, MOST_TOGETHER),
    avoidStairs: read.avoidStairs,
  })
}

/** "Anna et Paul", "Anna & Paul", "Anna +1": who walk together. */
function together(text: string): { name: string; count: number } {
  const parts = text
    .split(TOGETHER)
    .map((part) => part.replace(/^[\s"'.:,]+|[\s"':,]+$/gu, ''))
    .filter((part) => part !== '')
  const names = parts.filter((part) => !/^\d$/.test(part))
  const more = parts.filter((part) => /^\d$/.test(part)).reduce((sum, part) => sum + Number(part), 0)
  if (names.length === 0) return { name: '', count: 0 }
  return { name: [...names, ...(more > 0 ? [String(more)] : [])].join(' + '), count: names.length + more }
}

/** A line without a head. What stands in one column of a spreadsheet is never joined to what stands in the next. */
function byLine(text: string): Read {
  const rest: Rest = { text }
  const read: Read = {
    ...{ names: [], minutes: null, address: [], start: takePoint(rest), avoidStairs: false },
    ...{ contacts: [], unused: [] },
  }
  for (const column of splitCells(rest.text, COLUMN_SIGNS)) addColumn(read, column)
  return read
}

function addColumn(read: Read, text: string): void {
  const rest: Rest = { text }
  read.contacts.push(...takeContacts(rest))
  read.avoidStairs = takeNoStairs(rest) || read.avoidStairs
  const moment = takeMoment(rest)
  if (moment !== null) read.unused.push(moment)
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

function byColumns(text: string, { kinds, separator }: Columns): Read {
  const read: Read = {
    ...{ names: [], minutes: null, address: [], start: null, avoidStairs: false, contacts: [], unused: [] },
  }
  for (const [index, cell] of splitCells(text, separator).entries()) {
    if (cell === '') continue
    const rest: Rest = { text: cell }
    switch (kinds[index]) {
      case 'name':
        read.names.push(cell)
        break
      case 'minutes':
      case 'hours': {
        const bare = Number(cell.replace(',', '.'))
        const minutes = Number.isNaN(bare) ? takeMinutes(rest) : bare * (kinds[index] === 'hours' ? 60 : 1)
        if (minutes === null) read.unused.push(cell)
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
  return read
}

interface Line {
  line: number
  text: string
}

/** Lines that say something; one line with many names is one name a line. */
function linesOf(text: string): Line[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ line: index + 1, text: content.replace(BULLET, '') }))
    .filter(({ text: content }) => /[\p{L}\d]/u.test(content))
  const [only] = lines
  if (lines.length !== 1 || only === undefined) return lines
  const names = only.text.split(/[;\t]|,(?!\d)/u).map((part) => part.trim())
  const isNames = names.every(
    (name) => /^\p{L}/u.test(name) && !takeNoStairs({ text: name }) && !STREET.test(name),
  )
  return isNames ? names.map((name) => ({ line: only.line, text: name })) : lines
}
