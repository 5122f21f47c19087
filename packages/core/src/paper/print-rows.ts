/** Lines of a printed walk: stops with boxes to tick, rows of houses, directions between; and how high each will be. */
import { nameDoor } from '../words/seen.ts'
import { writeStreet } from '../words/street-names.ts'
import type { Walk, WalkStop, WalkTarget } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import { targetLabel } from '../walk/numbering.ts'
import { type Language, wordsOf } from '../words/languages.ts'
import { sayDuration, sayFloor, sayMetres, sayTime, sayWithin } from '../words/say.ts'

export interface Row {
  kind: 'stop' | 'way'
  html: string
  /** On paper, mm. */
  height: number
}

const LINE_MM = 3.6
const ROW_PADDING_MM = 1.65
const WAY_LINE_MM = 3.6
/** Characters that surely fit on a line of the address column (73 mm at 8.5 pt), and of the whole width at 7 pt. */
const ADDRESS_CHARACTERS = 44
const WHY_LINE_MM = 3.9
const WHY_CHARACTERS = 46
const WAY_CHARACTERS = 118
/** A letter of 7 pt regular against one of 8.5 pt bold. */
const SMALL_LETTER = 0.77
const DOORS_PER_LINE = 13
const FLOORS_PER_LINE = 8
/** Doors column less padding, mm; a house takes its number, its boxes and a gap. */
const DOORS_WIDTH_MM = 56
const FLOORS_WIDTH_MM = 35
/** The number of doors before their boxes. */
const COUNT_MM = 6.5

/** The table of the walk in walking order; heights agree with print-style.ts. */
export function rowsOf(walk: Walk): Row[] {
  const rows: Row[] = []
  const firstLeg = walk.start === null ? -1 : 0
  const common = commonWhy(walk)
  for (const [index, stop] of walk.stops.entries()) {
    const way = [directions(walk, index + firstLeg), detourTo(stop, walk.language)].filter(
      (part) => part !== '',
    )
    if (way.length > 0) rows.push(wayRow(way.join(' · ')))
    const number = String(index + 1)
    if (stop.targets.length > 1 && stop.targets.every(isHouse)) {
      rows.push(houseRow(stop, number, walk.language))
    } else {
      for (const [place, target] of stop.targets.entries()) {
        const time = place === 0 ? sayTime(stop.arriveAt, walk.language) : ''
        rows.push(
          targetRow(target, {
            stop,
            number: targetLabel(stop, { index, place }),
            time,
            why: target.why === common ? undefined : target.why,
            language: walk.language,
          }),
        )
      }
    }
  }
  const back = walk.end === null ? '' : directions(walk, walk.legs.length - 1)
  if (back !== '' && walk.stops.length > 0) rows.push(wayRow(back))
  return rows
}

/** What to do on a leg long enough to have instructions; the arrival is the next line of the table. */
function directions(walk: Walk, index: number): string {
  const leg = walk.legs[index]
  if (!leg || leg.steps.length === 0) return ''
  const said = leg.steps.filter(({ type }) => type !== 'arrive').map(({ instruction }) => instruction)
  const toEnd = index === walk.legs.length - 1 && walk.end !== null
  const words = wordsOf(walk.language)
  return [
    `${toEnd ? `${words.back}${words.colon} ` : ''}${sayMetres(leg.metres, walk.language)}`,
    ...said,
  ].join(' · ')
}

function detourTo({ detour }: WalkStop, language: Language): string {
  return detour ? wordsOf(language).detour(sayDuration(detour.seconds), detour.stops) : ''
}

function wayRow(text: string): Row {
  return {
    kind: 'way',
    html: `<tr class="way"><td></td><td colspan="4">↓ ${escapeMarkup(text)}</td></tr>`,
    height: WAY_LINE_MM * Math.max(1, Math.ceil(text.length / WAY_CHARACTERS)),
  }
}

interface TargetContext {
  stop: WalkStop
  number: string
  time: string
  why: string | undefined
  language: Language
}

function targetRow(target: WalkTarget, { stop, number, time, why, language }: TargetContext): Row {
  const words = wordsOf(language)
  const address = nameDoor(target, stop.street, language)
  const details = [
    ...sayWithin(target, language),
    ...(words.access[target.access] === '' ? [] : [words.access[target.access]]),
  ].join(' · ')
  const storeys = floorsTopDown(target)
  const lines = Math.max(
    Math.ceil((address.length + details.length * SMALL_LETTER + 1) / ADDRESS_CHARACTERS),
    Math.ceil(target.doors / DOORS_PER_LINE),
    Math.ceil(storeys.length / FLOORS_PER_LINE),
    1,
  )
  return {
    kind: 'stop',
    html:
      `<tr${target.key === true ? ' class="key"' : ''}>` +
      `<td class="number">${target.key === true ? '★' : ''}${number}</td>` +
      `<td><b>${escapeMarkup(address)}</b> <small>${escapeMarkup(details)}</small>${why === undefined ? '' : `<br><em>${escapeMarkup(why)}</em>`}</td>` +
      `<td class="time">${time}</td><td>${storeys.map((floor) => floorBox(floor, language)).join('')}</td>` +
      `<td>${doorBoxes(target)}</td></tr>`,
    height:
      lines * LINE_MM +
      ROW_PADDING_MM +
      (why === undefined ? 0 : WHY_LINE_MM * Math.ceil(why.length / WHY_CHARACTERS)),
  }
}

/** Doors of a house that share a line with its neighbours. */
const HOUSE_DOORS = 4

function isHouse(target: WalkTarget): boolean {
  return target.doors <= HOUSE_DOORS && floorsTopDown(target).length === 0 && target.why === undefined
}

/** A row of houses in one line: each house with its number and its door. */
function houseRow(stop: WalkStop, number: string, language: Language): Row {
  const words = wordsOf(language)
  const numbers = stop.targets.map(({ address }) => houseNumber(address, stop.street))
  const ends = [numbers[0] ?? '', numbers.at(-1) ?? ''].join(' → ')
  const street = stop.street === '' ? words.noAddress : writeStreet(stop.street)
  const key = stop.targets.some((target) => target.key === true)
  const houses = stop.targets.map(
    (target, place) =>
      `<span class="house">${target.key === true ? '★' : ''}${escapeMarkup(numbers[place] ?? '')} ` +
      `${boxes(target.doors)}</span>`,
  )
  const gate = stop.access === 'gate' ? ` · ${words.access.gate}` : ''
  const doors = stop.targets.reduce((sum, target) => sum + target.doors, 0)
  const isCounted = stop.targets.every(({ doorsSource }) => COUNTED.has(doorsSource))
  const width = stop.targets.reduce(
    (sum, target, place) => sum + (numbers[place] ?? '').length * 1.7 + target.doors * 3.8 + 2.3,
    COUNT_MM,
  )
  const lines = Math.max(
    Math.ceil((street.length + ends.length + gate.length + 3) / ADDRESS_CHARACTERS),
    Math.ceil((width * 1.08) / (DOORS_WIDTH_MM + FLOORS_WIDTH_MM)),
  )
  return {
    kind: 'stop',
    html:
      `<tr${key ? ' class="key"' : ''}><td class="number">${number}</td>` +
      `<td><b>${escapeMarkup(street)}</b> <small>${escapeMarkup(`${ends}${gate}`)}</small></td>` +
      `<td class="time">${sayTime(stop.arriveAt, language)}</td>` +
      `<td colspan="2"><span class="count">${isCounted ? '' : '≈'}${doors}</span>${houses.join(' ')}</td></tr>`,
    height: lines * LINE_MM + ROW_PADDING_MM,
  }
}

/** "12 bis" of "12 bis rue Condorcet", "3" of "Weg 3"; the whole address of another street than the stop's. */
function houseNumber(address: string, street: string): string {
  const [whole, name] = [address.toLowerCase(), writeStreet(street).toLowerCase()]
  if (whole === '' || whole === name) return '·'
  if (name === '') return /^\d+\s?(?:bis|ter|quater|[a-z])?(?=[\s,])/i.exec(address)?.[0] ?? address
  if (whole.endsWith(` ${name}`)) return address.slice(0, -name.length - 1).replace(/,$/, '')
  return whole.startsWith(`${name} `) ? address.slice(name.length + 1) : address
}

/** Storeys of the target from the top; empty for a house, where the floor is no question. */
function floorsTopDown({ floors, part }: WalkTarget): number[] {
  if (floors <= 2 && part === undefined) return []
  const top = part === undefined ? floors - 1 : Math.max(part.fromFloor, part.toFloor)
  const bottom = part === undefined ? 0 : Math.min(part.fromFloor, part.toFloor)
  return Array.from({ length: top - bottom + 1 }, (_, below) => top - below)
}

function floorBox(floor: number, language: Language): string {
  const text = sayFloor(floor, language)
  return `<span class="floor${text.length > 2 ? ' wide' : ''}">${text}</span>`
}

/** Sources that counted doors; all others estimate, which paper says with "≈". */
const COUNTED: ReadonlySet<WalkTarget['doorsSource']> = new Set([
  'client',
  'dwellings',
  'flats',
  'units',
  'numbers',
])

/** How many doors, and a box for each. */
export function doorBoxes({ doors, doorsSource }: WalkTarget): string {
  return `<span class="count">${COUNTED.has(doorsSource) ? '' : '≈'}${doors}</span>${boxes(doors)}`
}

function boxes(count: number): string {
  return '<span class="box"></span>'.repeat(count)
}

/** The one reason that all key buildings of the walk share: said once, below the table. */
export function commonWhy(walk: Walk): string | undefined {
  const reasons = new Set(walk.stops.flatMap((stop) => stop.targets.flatMap(({ why }) => why ?? [])))
  return reasons.size === 1 ? [...reasons][0] : undefined
}
