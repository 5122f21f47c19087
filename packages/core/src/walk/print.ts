/**
 * Walks on paper: one A4 page each up to about 25 stops, with map, doors to tick, reserves and totals. One HTML file
 * without script or network, good in black and white; the browser prints it or makes the PDF.
 */
import type { Language } from '../request.ts'
import type { Plan, Walk, WalkStop, WalkTarget } from './answer.ts'
import { escapeMarkup } from './escape.ts'
import { walkMapSvg, type MapFeatures } from './map-svg.ts'
import { reserveLabel } from './numbering.ts'
import { PRINT_STYLE } from './print-style.ts'
import { qrSvg } from './qr.ts'
import { sayDate, sayDuration, sayFloor, sayMetres, sayPart, sayTime, wordsOf } from './words.ts'

export interface PrintOptions {
  /** Public address of the service, without slash at the end; only with it does a page carry a QR code. */
  baseUrl?: string
}

/** All walks of a plan, a page each. */
export function planToPrintHtml(plan: Plan, map: MapFeatures, options: PrintOptions = {}): string {
  const { attribution } = plan.region
  return document(plan.walks, map, { ...options, attribution })
}

/** One walk; `attribution` as the region of its plan says. */
export function walkToPrintHtml(
  walk: Walk,
  map: MapFeatures,
  options: PrintOptions & { attribution: string[] },
): string {
  return document([walk], map, options)
}

type PageOptions = PrintOptions & { attribution: string[] }

function document(walks: Walk[], map: MapFeatures, options: PageOptions): string {
  const language = walks[0]?.language ?? 'fr'
  const title = walks.map(({ number }) => number)
  const words = wordsOf(language)
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${words.walk} ${title.length > 1 ? `${title[0]}–${title.at(-1)}` : (title[0] ?? '')}</title>`,
    `<style>${PRINT_STYLE}</style>`,
    '</head>',
    '<body>',
    ...walks.map((walk) => page(walk, map, options)),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** A4 height less the margins of the style sheet, and what is kept free for rounding by the browser, mm. */
const PAGE_MM = 297 - 2 * 9
const SPARE_MM = 3
const PAGE_WIDTH_MM = 190
const HEADER_MM = 15
const HEADER_WITH_CODE_MM = 22
const CODE_MM = 21
const TABLE_HEAD_MM = 5
const FOOTER_MM = 8.2
const MAP_GAP_MM = 2
/** Below this the numbers on the map crowd: better two pages. */
const MAP_MIN_MM = 58
const MAP_MAX_MM = 175
const MAP_ON_TWO_PAGES_MM = 120

function page(walk: Walk, map: MapFeatures, options: PageOptions): string {
  const withCode = options.baseUrl !== undefined
  const fixed =
    (withCode ? HEADER_WITH_CODE_MM : HEADER_MM) +
    MAP_GAP_MM +
    TABLE_HEAD_MM +
    reservesHeight(walk) +
    FOOTER_MM
  const rows = rowsOf(walk)
  const directions = rows.filter(({ kind }) => kind === 'way')
  const height = (of: Row[]): number => of.reduce((sum, row) => sum + row.height, 0)
  const free = PAGE_MM - SPARE_MM - fixed - height(rows)
  // Directions are on the map as well: the first thing to go when the page is full.
  const withDirections = free >= MAP_MIN_MM
  const room = withDirections ? free : free + height(directions)
  const mapHeight = room >= MAP_MIN_MM ? Math.min(MAP_MAX_MM, Math.floor(room)) : MAP_ON_TWO_PAGES_MM
  const shown = withDirections || room < MAP_MIN_MM ? rows : rows.filter(({ kind }) => kind !== 'way')
  const words = wordsOf(walk.language)
  return [
    `<section class="walk" lang="${walk.language}">`,
    header(walk, options),
    walkMapSvg(walk, map, { width: PAGE_WIDTH_MM, height: mapHeight }),
    walk.stops.length === 0 ? `<p>${words.empty}</p>` : table(shown, walk.language),
    reserves(walk),
    footer(walk, options.attribution),
    '</section>',
  ].join('\n')
}

function header(walk: Walk, { baseUrl }: PrintOptions): string {
  const words = wordsOf(walk.language)
  const times = [
    sayDate(walk.startAt, walk.language),
    `${words.departure} ${sayTime(walk.startAt, walk.language)}`,
    `${walk.end === null ? words.until : words.back} ${sayTime(walk.endAt, walk.language)}`,
  ]
  const totals = [
    words.stops(walk.stops.length),
    words.doors(walk.doors),
    sayDuration(walk.seconds),
    `${sayMetres(walk.metres, walk.language)} ${words.walking}`,
  ]
  const blank = (label: string, value = ''): string =>
    `<div><dt>${label}</dt><dd>${escapeMarkup(value)}</dd></div>`
  const url = baseUrl === undefined ? '' : `${baseUrl}/v1/walks/${walk.walkId}`
  return [
    `<header${baseUrl === undefined ? '' : ' class="withcode"'}>`,
    '<div class="title">',
    `<h1>${words.walk} ${walk.number} <small>${totals.join(' · ')}</small></h1>`,
    `<p>${escapeMarkup(times.join(' · '))}${walk.start === null ? ` · ${words.firstDoor}` : ''}</p>`,
    '</div>',
    `<dl>${blank(words.volunteer, walk.walker)}${blank(words.handedOut)}${blank(words.finishedAt)}</dl>`,
    ...(baseUrl === undefined ? [] : [qrSvg(url, { size: CODE_MM, label: `${words.scan}: ${url}` })]),
    '</header>',
  ].join('')
}

interface Row {
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

function rowsOf(walk: Walk): Row[] {
  const rows: Row[] = []
  const firstLeg = walk.start === null ? -1 : 0
  const common = commonWhy(walk)
  for (const [index, stop] of walk.stops.entries()) {
    const way = directions(walk, index + firstLeg)
    if (way !== '') rows.push(wayRow(way))
    const number = String(index + 1)
    if (stop.targets.length > 1 && stop.targets.every(isHouse)) {
      rows.push(houseRow(stop, number, walk.language))
    } else {
      for (const [place, target] of stop.targets.entries()) {
        const time = place === 0 ? sayTime(stop.arriveAt, walk.language) : ''
        rows.push(
          targetRow(target, {
            stop,
            number: place === 0 ? number : '',
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
  const address = target.address === '' ? stop.street || words.noAddress : target.address
  const details = [
    ...(target.entrance?.label === undefined ? [] : [`${words.entrance} ${target.entrance.label}`]),
    ...(target.part === undefined ? [] : [sayPart(target.part, language)]),
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
  const street = stop.street === '' ? words.noAddress : stop.street
  const key = stop.targets.some((target) => target.key === true)
  const houses = stop.targets.map(
    (target, place) =>
      `<span class="house">${target.key === true ? '★' : ''}${escapeMarkup(numbers[place] ?? '')} ` +
      `${boxes(target.doors)}</span>`,
  )
  const doors = stop.targets.reduce((sum, target) => sum + target.doors, 0)
  const isCounted = stop.targets.every(({ doorsSource }) => COUNTED.has(doorsSource))
  const width = stop.targets.reduce(
    (sum, target, place) => sum + (numbers[place] ?? '').length * 1.7 + target.doors * 3.8 + 2.3,
    COUNT_MM,
  )
  const lines = Math.max(
    Math.ceil((street.length + ends.length + 3) / ADDRESS_CHARACTERS),
    Math.ceil((width * 1.08) / (DOORS_WIDTH_MM + FLOORS_WIDTH_MM)),
  )
  return {
    kind: 'stop',
    html:
      `<tr${key ? ' class="key"' : ''}><td class="number">${number}</td>` +
      `<td><b>${escapeMarkup(street)}</b> <small>${escapeMarkup(ends)}</small></td>` +
      `<td class="time">${sayTime(stop.arriveAt, language)}</td>` +
      `<td colspan="2"><span class="count">${isCounted ? '' : '≈'}${doors}</span>${houses.join(' ')}</td></tr>`,
    height: lines * LINE_MM + ROW_PADDING_MM,
  }
}

/** "12 bis" of "12 bis rue Condorcet"; the whole address when it is in another street than the stop. */
function houseNumber(address: string, street: string): string {
  const match = /^(\d+\s?(?:bis|ter|quater|[a-z])?)[\s,]+(.+)$/i.exec(address)
  if (!match) return address === '' ? '·' : address
  return match[2]?.toLowerCase() === street.toLowerCase() || street === '' ? (match[1] ?? address) : address
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
const COUNTED: ReadonlySet<WalkTarget['doorsSource']> = new Set(['client', 'dwellings', 'flats'])

function doorBoxes({ doors, doorsSource }: WalkTarget): string {
  return `<span class="count">${COUNTED.has(doorsSource) ? '' : '≈'}${doors}</span>${boxes(doors)}`
}

function boxes(count: number): string {
  return '<span class="box"></span>'.repeat(count)
}

function table(rows: Row[], language: Language): string {
  const words = wordsOf(language)
  return [
    '<table>',
    '<colgroup><col class="number"><col class="address"><col class="time"><col class="floors"><col></colgroup>',
    `<thead><tr><th></th><th>${words.columnAddress}</th><th>${words.columnArrive}</th>` +
      `<th>${words.columnFloors}</th><th>${words.columnDoors}</th></tr></thead>`,
    '<tbody>',
    ...rows.map(({ html }) => html),
    '</tbody>',
    '</table>',
  ].join('\n')
}

const RESERVES_TITLE_MM = 5.6
const RESERVE_MM = 4.2

function reservesHeight({ reserves }: Walk): number {
  return reserves.length === 0 ? 0 : RESERVES_TITLE_MM + Math.ceil(reserves.length / 2) * RESERVE_MM
}

function reserves(walk: Walk): string {
  if (walk.reserves.length === 0) return ''
  const words = wordsOf(walk.language)
  const items = walk.reserves.map(
    (target, index) =>
      `<li><b>${reserveLabel(index)}</b>` +
      `<span class="where">${escapeMarkup(target.address === '' ? words.noAddress : target.address)}</span>` +
      `<span class="boxes">${doorBoxes(target)}</span></li>`,
  )
  return `<h2>${words.reserves}</h2><ol class="reserves">${items.join('')}</ol>`
}

function footer(walk: Walk, attribution: string[]): string {
  const words = wordsOf(walk.language)
  return (
    `<footer><p>${words.legend} · ${words.estimated}${starred(walk)}</p>` +
    `<p>${escapeMarkup(attribution.join(' · '))}</p></footer>`
  )
}

function starred(walk: Walk): string {
  if (!walk.stops.some(isKey)) return ''
  const common = commonWhy(walk)
  const words = wordsOf(walk.language)
  return ` · ★ ${words.key}${common === undefined ? '' : `${words.colon} ${escapeMarkup(common)}`}`
}

/** The one reason that all key buildings of the walk share: said once, below the table. */
function commonWhy(walk: Walk): string | undefined {
  const reasons = new Set(walk.stops.flatMap((stop) => stop.targets.flatMap(({ why }) => why ?? [])))
  return reasons.size === 1 ? [...reasons][0] : undefined
}

function isKey(stop: WalkStop): boolean {
  return stop.targets.some(({ key }) => key === true)
}
