/**
 * Walks on paper: one A4 page each up to about 25 stops, with map, doors to tick, reserves and totals. One HTML file
 * without script or network, good in black and white; the browser prints it or makes the PDF.
 */
import { nameDoor } from '../words/seen.ts'
import type { Plan, Walk, WalkStop } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import { walkMapSvg, type MapFeatures } from './map-svg.ts'
import { reserveLabel } from '../walk/numbering.ts'
import { commonWhy, doorBoxes, rowsOf, type Row } from './print-rows.ts'
import { PRINT_STYLE } from './print-style.ts'
import { qrSvg } from './qr.ts'
import { DEFAULT_LANGUAGE, type Language, wordsOf } from '../words/languages.ts'
import { sayDate, sayDuration, sayMetres, sayTime, sayWithin } from '../words/say.ts'

export interface PrintOptions {
  /** By id of the walk, what opens it on a phone; only with one does its page carry a QR code. */
  links?: Readonly<Record<string, string>>
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
  const language = walks[0]?.language ?? DEFAULT_LANGUAGE
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
const FOOTER_MM = 11.3
const MAP_GAP_MM = 2
/** Below this the numbers on the map crowd: better two pages. */
const MAP_MIN_MM = 58
const MAP_MAX_MM = 175
const MAP_ON_TWO_PAGES_MM = 120

function page(walk: Walk, map: MapFeatures, options: PageOptions): string {
  const withCode = options.links?.[walk.walkId] !== undefined
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

function header(walk: Walk, { links }: PrintOptions): string {
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
  const url = links?.[walk.walkId]
  return [
    `<header${url === undefined ? '' : ' class="withcode"'}>`,
    '<div class="title">',
    `<h1>${words.walk} ${walk.number} <small>${totals.join(' · ')}</small></h1>`,
    `<p>${escapeMarkup(times.join(' · '))}${walk.start === null ? ` · ${words.firstDoor}` : ''}</p>`,
    '</div>',
    `<dl>${blank(words.volunteer, walk.walker)}${blank(words.handedOut)}${blank(words.finishedAt)}</dl>`,
    ...(url === undefined ? [] : [qrSvg(url, { size: CODE_MM, label: words.scan })]),
    '</header>',
  ].join('')
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
  const items = walk.reserves.map((target, index) => {
    const within = escapeMarkup(sayWithin(target, walk.language).join(' · '))
    return (
      `<li><b>${reserveLabel(index)}</b>` +
      `<span class="where">${escapeMarkup(nameDoor(target, '', walk.language))}</span>` +
      `${within === '' ? '' : `<small>${within}</small>`}<span class="boxes">${doorBoxes(target)}</span></li>`
    )
  })
  return `<h2>${words.reserves}</h2><ol class="reserves">${items.join('')}</ol>`
}

function footer(walk: Walk, attribution: string[]): string {
  const words = wordsOf(walk.language)
  return (
    `<footer><p>${words.legend} · ${words.estimated}${starred(walk)}</p>` +
    `<p>${escapeMarkup(words.retype(walk.walkId))}</p>` +
    `<p>${escapeMarkup(attribution.join(' · '))}</p></footer>`
  )
}

function starred(walk: Walk): string {
  if (!walk.stops.some(isKey)) return ''
  const common = commonWhy(walk)
  const words = wordsOf(walk.language)
  return ` · ★ ${words.key}${common === undefined ? '' : `${words.colon} ${escapeMarkup(common)}`}`
}

function isKey(stop: WalkStop): boolean {
  return stop.targets.some(({ key }) => key === true)
}
