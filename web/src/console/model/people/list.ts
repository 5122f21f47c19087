/**
 * People as they are pasted from a spreadsheet or a message: a name a line, with minutes, where they start, whom they
 * walk with, whether they avoid stairs. What is not understood is told, never dropped in silence.
 */
import type { LngLat } from '@doorwalk/core/units'
import { readColumns } from './columns.ts'
import { type Read, STREET, byColumns, byLine, withoutWhen } from './line.ts'
import { plainName } from './name.ts'
import { takeNoStairs } from './text.ts'
import type { When } from './when.ts'

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
  /** Null: whenever the others come. */
  when: When | null
}

type RemarkKind =
  /** A phone number or an address of mail, which is not kept. */
  | 'contact'
  /** Nobody is named in the line. */
  | 'nobody'
  /** No length of a walk between 10 and 600 minutes. */
  | 'minutes'
  /** A time of day that is neither a beginning nor an end. */
  | 'clock'
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

function addPerson({ people, remarks, names }: Reading, read: Read & { line: number }): void {
  const { line } = read
  const remark = (kind: RemarkKind, text: string): void => void remarks.push({ line, kind, text })
  for (const contact of read.contacts) remark('contact', contact)
  for (const text of read.clocks) remark('clock', text)
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
    when: read.when,
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

interface Line {
  line: number
  text: string
}

/** Lines that say something; one line with many names is one name a line. */
function linesOf(text: string): Line[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ line: index + 1, text: content.replace(BULLET, '') }))
    .filter(({ text: content }) => /[\p{L}\d]/u.test(content))
  const [only] = lines
  if (lines.length !== 1 || only === undefined) return lines
  const names = only.text.split(/[;\t]|,(?!\d)/u).map((part) => part.trim())
  const isNames = names.every(
    (name) => /^\p{L}/u.test(withoutWhen(name)) && !takeNoStairs({ text: name }) && !STREET.test(name),
  )
  return isNames ? names.map((name) => ({ line: only.line, text: name })) : lines
}
