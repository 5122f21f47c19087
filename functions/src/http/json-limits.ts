/**
 * What a JSON body may look like before anybody parses it: how deep it is nested, and how much there is of everything.
 * It is looked at as text, once, so that what is too much costs no more than its bytes.
 */
import type { Context } from 'hono'
import { personalField } from '@doorwalk/core/request/contacts'
import { LIMITS } from '@doorwalk/core/request/request'
import { strangeIn, textOf } from '@doorwalk/core/request/text'
import type { Env } from './env.ts'
import { openSlices, turnToParse } from '../threads/slices.ts'
import { HttpProblem } from './problem.ts'

/** The deepest request has 9 levels; a GeoJSON of somebody else's may have some of its own. */
const MOST_LEVELS = 64
/** Of one list: the longest that any call takes. */
const MOST_ENTRIES = LIMITS.targets
/** Of one object; the largest request has 20. */
const MOST_FIELDS = 1_000
/** Entries and fields in all: twice what 100,000 targets with their places have. */
const MOST_VALUES = 1_000_000
/** Characters of a field's name in a pointer. */
const NAMED = 40

/**
 * Refuses a JSON body that no call could take.
 *
 * @param input.mayBreak  texts may hold tabs and line breaks: whoever reads them makes blanks of those
 * @throws HttpProblem 400 `request.too_deep`, `request.too_many`, `request.malformed` where it is no UTF-8,
 *   `request.invalid` where a text holds what no text has, or an id an e-mail address or a phone number
 */
export async function checkJsonBody(c: Context<Env>, { mayBreak }: { mayBreak: boolean }): Promise<void> {
  if (!/json/i.test(c.req.header('Content-Type') ?? '')) return
  // As bytes: whoever reads them after us, for a signature, gets them as they came.
  const bytes = await c.req.arrayBuffer()
  await turnToParse(bytes.byteLength)
  const text = textOf(new Uint8Array(bytes))
  if (text === undefined) {
    throw new HttpProblem(400, 'request.malformed', 'the body is not UTF-8; expected one JSON value in UTF-8')
  }
  await checkJson(text, mayBreak)
  await turnToParse(bytes.byteLength)
}

/** All that JSON is built with, outside of strings. */
const STRUCTURE = /["[\]{},]/g
/** Looked at between two looks at the clock. */
const SIGNS = 1_000

/** One list or object that the text is inside of. */
interface Level {
  isList: boolean
  /** Commas so far. */
  count: number
  /** Where the name of its latest field begins and ends, quotes included. */
  nameFrom: number
  nameTo: number
  /** What comes next is the name of a field. */
  isBeforeName: boolean
}

/** In slices. Of text that is no JSON nothing is said: the parser does that. @throws as {@link checkJsonBody} */
async function checkJson(text: string, mayBreak: boolean): Promise<void> {
  const slice = openSlices()
  const structure = new RegExp(STRUCTURE)
  const levels: Level[] = []
  let values = 0
  for (let signs = 0; structure.test(text); signs++) {
    if (signs % SIGNS === 0) await slice()
    const at = structure.lastIndex - 1
    const sign = text[at]
    const level = levels.at(-1)
    if (sign === '"') {
      structure.lastIndex = endOfString(text, at) + 1
      const isName = level?.isBeforeName === true
      if (isName) {
        level.isBeforeName = false
        level.nameFrom = at
        level.nameTo = structure.lastIndex
      }
      const written = text.slice(at, structure.lastIndex)
      checkString(written, { text, levels, mayBreak })
      if (!isName && !mayBreak) checkId(written, { text, levels })
    } else if (sign === ',') {
      values++
      if (level) countEntry(text, levels, level)
    } else if (sign === ']' || sign === '}') levels.pop()
    else {
      values++
      const isList = sign === '['
      if (levels.length === MOST_LEVELS)
        refuse('request.too_deep', pointerOf(text, levels), `nested deeper than ${MOST_LEVELS} levels`)
      levels.push({ isList, count: 0, nameFrom: 0, nameTo: 0, isBeforeName: !isList })
    }
    if (values > MOST_VALUES)
      refuse('request.too_many', '', `more than ${MOST_VALUES} values in all; send it in parts`)
  }
}

interface At {
  text: string
  levels: Level[]
  mayBreak: boolean
}

/** @param written  with its quotes */
function checkString(written: string, { text, levels, mayBreak }: At): void {
  // Few strings have escapes, and what came as it is can be no half character.
  const isEscaped = written.includes('\\')
  if (!isEscaped && strangeIn(written) === undefined) return
  const detail = strangeIn(isEscaped ? unescaped(written) : written, mayBreak)
  if (detail === undefined || levels.some((level) => nameIn(text, level) === 'properties')) return
  refuse('request.invalid', pointerOf(text, levels), detail)
}

/**
 * Lists whose lines are refused one by one, by whoever reads them; ids that exist already; shapes of which nothing but
 * the outline is read.
 */
const WITHOUT_IDS = new Set(['visits', 'late', 'area', 'properties'])

/** An id is opaque: of what would tell of somebody it is told what it is, not what it says. */
function checkId(written: string, { text, levels }: Omit<At, 'mayBreak'>): void {
  const name = levels.length === 0 ? '' : nameIn(text, levels.at(-1)!)
  const personal = personalField(name, written.includes('\\') ? unescaped(written) : written.slice(1, -1))
  if (personal === undefined || levels.some((level) => WITHOUT_IDS.has(nameIn(text, level)))) return
  const { came, expected } = personal
  refuse(
    'request.invalid',
    pointerOf(text, levels),
    `got one of ${came}; expected ${expected}: make one up, and keep to yourself whom it stands for`,
  )
}

/** Of what is no JSON string the parser tells. */
function unescaped(written: string): string {
  try {
    return String(JSON.parse(written))
  } catch {
    return ''
  }
}

/** Of its latest field; empty for a list. */
function nameIn(text: string, { isList, nameFrom, nameTo }: Level): string {
  return isList ? '' : text.slice(nameFrom + 1, nameTo - 1)
}

/** After a comma. */
function countEntry(text: string, levels: Level[], level: Level): void {
  level.count++
  level.isBeforeName = !level.isList
  const most = level.isList ? MOST_ENTRIES : MOST_FIELDS
  if (level.count < most) return
  const what = `more than ${most} ${level.isList ? 'entries' : 'fields'}`
  refuse('request.too_many', pointerOf(text, levels.slice(0, -1)), `${what}; send it in parts`)
}

/** Place of the quote that ends the string which begins here; the end of the text where none does. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text[end - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return end
  }
  return text.length
}

/** Where the latest value of the innermost of these levels stands. */
function pointerOf(text: string, levels: Level[]): string {
  return levels
    .map(({ isList, count, nameFrom, nameTo }) => {
      if (isList) return `/${count}`
      const name = text.slice(nameFrom + 1, Math.min(nameTo - 1, nameFrom + 1 + NAMED))
      return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    })
    .join('')
}

function refuse(code: string, pointer: string, detail: string): never {
  throw new HttpProblem(400, code, `${pointer || '/'}: ${detail}`, { errors: [{ pointer, detail }] })
}
