/**
 * Values that hold under conditions, as `access:conditional=no @ (20:00-08:00); private @ (Sa)` has them:
 * https://wiki.openstreetmap.org/wiki/Conditional_restrictions
 */
import { openHours, type HoursRule, type Minute } from './hours.ts'
import { readHours } from './read-hours.ts'
import type { When } from './when.ts'

/** A value and under which conditions; all of them must hold. */
export interface Clause {
  value: string
  conditions: string[]
}

/** What a condition is about. */
type Condition =
  | { kind: 'hours'; rules: HoursRule[] }
  | { kind: 'season'; months: readonly number[] }
  | { kind: 'always' | 'never' }

/** Months of the northern half of the earth; half a year later in the southern. */
export const SEASONS: Readonly<Record<string, readonly number[]>> = {
  spring: [3, 4, 5],
  summer: [6, 7, 8],
  autumn: [9, 10, 11],
  fall: [9, 10, 11],
  winter: [12, 1, 2],
}
/** Who walks to doors is on foot and goes to those who live there. */
const ALWAYS = new Set(['foot', 'pedestrian', 'destination'])
/** Of vehicles, of weather that nobody knows beforehand, of people that no canvasser is. */
const NEVER = new RegExp(
  '^!?(?:(?:max|min)?(?:weight|length|width|height|axle ?load|wheels|axles|occupants|draught|speed)|' +
    'hgv|bus|psv|taxi|bicycle|moped|motorcycle|motor_vehicle|motorcar|goods|agricultural|forestry|emergency|hov|trailer|' +
    'wet|snow|ice|rain|fog|flood(?:ed|ing)?|dry|high_?water|low_?water|high_?tide|low_?tide|' +
    'delivery|residents?|permit|private|customers?|employees?|disabled|staff|members?|resident_permit|event|' +
    'stay|doctor|escort|school)\\b',
)

/**
 * Values with their conditions, in the order written: the last that holds wins. A part without "@" belongs to the
 * condition before it, as hours with semicolons do that nobody put into brackets.
 */
export function readConditional(text: string): Clause[] {
  const parts: string[] = []
  for (const part of splitOutside(text, ';')) {
    if (part.includes('@') || parts.length === 0) parts.push(part)
    else parts[parts.length - 1] += `;${part}`
  }
  return parts.flatMap((part) => {
    const [value = '', ...rest] = part.split('@')
    const condition = unwrapped(rest.join('@').trim())
    if (value.trim() === '' || condition === '') return []
    return [{ value: value.trim(), conditions: condition.split(/\s+AND\s+/i).map(unwrapped) }]
  })
}

/** The same, as it is written. */
export function writeClause({ value, conditions }: Clause): string {
  return `${value} @ (${conditions.join(' AND ')})`
}

/** Whether it is known what a condition means. */
export function isReadable(condition: string): boolean {
  return readCondition(condition) !== null
}

/** Tells of minutes whether a condition holds; never where nobody knows what it means. */
export function holdsAt(condition: string, when: When): (at: Minute) => boolean {
  const read = readCondition(condition)
  switch (read?.kind) {
    case 'hours':
      return openHours(read.rules, when)
    case 'season':
      return ({ day }) => read.months.includes(northern(day.month, when))
    default:
      return () => read?.kind === 'always'
  }
}

function readCondition(condition: string): Condition | null {
  const word = condition.trim().toLowerCase()
  if (ALWAYS.has(word)) return { kind: 'always' }
  if (NEVER.test(word)) return { kind: 'never' }
  const seasons = word.split(/\s*[,;]\s*/)
  if (seasons.every((season) => SEASONS[season] !== undefined))
    return { kind: 'season', months: seasons.flatMap((season) => SEASONS[season]!) }
  const rules = readHours(condition)
  return rules && { kind: 'hours', rules }
}

/** The month that has the same season in the north. */
function northern(month: number, { place }: When): number {
  return place[1] < 0 ? ((month + 5) % 12) + 1 : month
}

/** Without brackets around the whole. */
function unwrapped(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return trimmed
  let depth = 0
  for (let i = 0; i < trimmed.length; i++) {
    if (trimmed[i] === '(') depth++
    if (trimmed[i] === ')' && --depth === 0 && i < trimmed.length - 1) return trimmed
  }
  return unwrapped(trimmed.slice(1, -1))
}

/** Not within brackets or quotes. */
function splitOutside(text: string, mark: string): string[] {
  const parts = ['']
  let depth = 0
  let quoted = false
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    if (!quoted && letter === '(') depth++
    if (!quoted && letter === ')') depth = Math.max(0, depth - 1)
    if (letter === mark && depth === 0 && !quoted) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
