/**
 * Walks on paper: A4 sheets with map, doors to tick, reserves and totals. One HTML file without script or network,
 * good in black and white; the browser prints it or makes the PDF.
 */
import type { Plan, Walk, WalkStop } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import { DEFAULT_LANGUAGE, wordsOf } from '../words/languages.ts'
import { sayDate, sayDuration, sayMetres, sayTime } from '../words/say.ts'
import { walkMapSvg, type MapFeatures } from './map-svg.ts'
import { commonWhy, reserveBlocks, stopBlocks } from '../sheet/rows.ts'
import { type PrintLook, type PrintSize, SHEET, printLook, printStyle } from '../sheet/style.ts'
import { qrSvg } from './qr.ts'
import { type Block, dealOut, heightOf } from '../sheet/deal-out.ts'
import { linesOf } from '../sheet/text-width.ts'

export interface PrintOptions {
  /** By id of the walk, what opens it on a phone; only with one does its page carry a QR code. */
  links?: Readonly<Record<string, string>>
  /** Of the letters; default: normal. */
  print?: PrintSize
}

/** All walks of a plan, each on sheets of its own. */
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
type SheetOptions = PageOptions & { look: PrintLook }

function document(walks: Walk[], map: MapFeatures, options: PageOptions): string {
  const language = walks[0]?.language ?? DEFAULT_LANGUAGE
  const title = walks.map(({ number }) => number)
  const words = wordsOf(language)
  const look = printLook(options.print ?? 'normal')
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${words.walk} ${title.length > 1 ? `${title[0]}–${title.at(-1)}` : (title[0] ?? '')}</title>`,
    `<style>${printStyle(look)}</style>`,
    '</head>',
    '<body>',
    ...walks.map((walk) => sheetsOf(walk, map, { ...options, look })),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const CODE_MM = 21
const TITLE_MM = 9
const GAP_MM = 2
/** Between the parts of the header. */
const HEADER_GAP_MM = 4
const BLANKS_MM = 50
/** Of normal print; they grow with the letters. */
const BLANK_MM = 5.6
const AGAIN_MM = 5
const TABLE_HEAD_MM = 5.6
const FOOTER_GAP_MM = 1.5
const RESERVES_TITLE_MM = 2
/** Below this the numbers on the map crowd: better two sheets. */
const MAP_MIN_MM = 66
const MAP_MAX_MM = 175
const MAP_ON_TWO_SHEETS_MM = 110

/** A block of rows, and the table it belongs to. */
interface Part extends Block {
  table: 'stops' | 'reserves'
}

/**
 * The sheets of a walk. The first has the map, which takes what the rows leave; header, footer and rows are measured by
 * their text, and where a font is wider than any known one, the browser makes the map smaller.
 */
function sheetsOf(walk: Walk, map: MapFeatures, options: SheetOptions): string {
  const { look } = options
  const footer = footerOf(walk, options)
  const tableHead = TABLE_HEAD_MM * look.scale
  const above = headerHeight(walk, options) + GAP_MM
  const free = SHEET.height - above - GAP_MM - tableHead - footer.height
  const rest = SHEET.height - AGAIN_MM * look.scale - GAP_MM - tableHead
  const parts = partsOf(walk, look)
  const sheets = dealSheets(parts, { free, rest })
  const mapHeight = Math.floor(Math.min(MAP_MAX_MM, free - heightOf(sheets[0] ?? [])))
  const words = wordsOf(walk.language)
  return [
    `<section class="walk" lang="${walk.language}">`,
    ...sheets.map((rows, index) =>
      [
        '<div class="sheet">',
        ...(index === 0
          ? [
              header(walk, { ...options, sheets: sheets.length }),
              walkMapSvg(walk, map, { width: SHEET.width, height: mapHeight, scale: look.scale }),
              ...(walk.stops.length === 0 ? [`<p>${words.empty}</p>`] : []),
            ]
          : [again(walk, { number: index + 1, of: sheets.length })]),
        ...tables(rows, walk),
        ...(index === 0 ? [footer.html] : []),
        '</div>',
      ].join('\n'),
    ),
    '</section>',
  ].join('\n')
}

/** On one sheet where that leaves room for the map; on several the map may be larger, as long as it costs none. */
function dealSheets(parts: Part[], { free, rest }: { free: number; rest: number }): Part[][] {
  const small = dealOut(parts, { first: free - MAP_MIN_MM, rest })
  const large = dealOut(parts, { first: free - MAP_ON_TWO_SHEETS_MM, rest })
  return large.length > small.length ? small : large
}

function partsOf(walk: Walk, look: PrintLook): Part[] {
  const [first, ...others] = reserveBlocks(walk, look)
  const title = first && { ...first, height: first.height + RESERVES_TITLE_MM + look.line }
  return [
    ...stopBlocks(walk, look).map((block): Part => ({ ...block, table: 'stops' })),
    ...[...(title ? [title] : []), ...others].map((block): Part => ({ ...block, table: 'reserves' })),
  ]
}

function header(walk: Walk, { links, sheets }: PrintOptions & { sheets: number }): string {
  const words = wordsOf(walk.language)
  const [date, times, totals] = headerLines(walk)
  const blank = (label: string, value = ''): string =>
    `<div><dt>${label}</dt><dd>${escapeMarkup(value)}</dd></div>`
  const url = links?.[walk.walkId]
  return [
    '<header>',
    '<div class="title">',
    `<h1>${words.walk} ${walk.number}${sheets > 1 ? ` <small>1/${sheets}</small>` : ''}</h1>`,
    `<p>${escapeMarkup(date)} · <b>${escapeMarkup(times)}</b> · ${escapeMarkup(sayDuration(walk.seconds))}</p>`,
    `<p>${escapeMarkup(totals)}</p>`,
    '</div>',
    `<dl>${blank(words.volunteer, walk.walker)}${blank(words.handedOut)}${blank(words.finishedAt)}</dl>`,
    ...(url === undefined ? [] : [qrSvg(url, { size: CODE_MM, label: words.scan })]),
    '</header>',
  ].join('')
}

/** Day; from when till when; how much. */
function headerLines(walk: Walk): [date: string, times: string, totals: string] {
  const { language } = walk
  const words = wordsOf(language)
  return [
    sayDate(walk.startAt, language),
    `${sayTime(walk.startAt, language)} → ${sayTime(walk.endAt, language)}`,
    [
      words.stops(walk.stops.length),
      words.doors(walk.doors),
      `${sayMetres(walk.metres, language)} ${words.walking}`,
      ...(walk.start === null ? [words.firstDoor] : []),
      ...(walk.end === null ? [words.lastDoor] : []),
    ].join(' · '),
  ]
}

function headerHeight(walk: Walk, { links, look }: SheetOptions): number {
  const withCode = links?.[walk.walkId] !== undefined
  const [date, times, totals] = headerLines(walk)
  const code = withCode ? CODE_MM + HEADER_GAP_MM : 0
  const width = SHEET.width - BLANKS_MM - HEADER_GAP_MM - code
  const size = look.body
  const said = [
    linesOf(
      [
        { text: `${date} · `, size },
        { text: times, size, bold: true },
        { text: ` · ${sayDuration(walk.seconds)}`, size },
      ],
      width,
    ),
    linesOf([{ text: totals, size }], width),
  ]
  const lines = said.reduce((sum, each) => sum + each, 0)
  return Math.max(TITLE_MM + lines * look.line, 3 * BLANK_MM * look.scale, withCode ? CODE_MM : 0)
}

/** At the top of a further sheet: whose it is when the sheets were mixed up. */
function again(walk: Walk, { number, of }: { number: number; of: number }): string {
  const words = wordsOf(walk.language)
  const whose = [sayDate(walk.startAt, walk.language), walk.walker, walk.walkId].join(' · ')
  return `<p class="again"><b>${words.walk} ${walk.number} · ${number}/${of}</b> · ${escapeMarkup(whose)}</p>`
}

const COLUMNS = '<colgroup><col class="number"><col class="address"><col class="time"><col></colgroup>'

function tables(parts: Part[], { language }: Walk): string[] {
  const words = wordsOf(language)
  const rows = (table: Part['table']): string =>
    parts
      .filter((part) => part.table === table)
      .map(({ html }) => html)
      .join('\n')
  const [stops, reserves] = [rows('stops'), rows('reserves')]
  const head =
    `<thead><tr><th></th><th>${words.columnAddress}</th><th>${words.columnArrive}</th>` +
    `<th>${words.columnFloors} · ${words.columnDoors}</th></tr></thead>`
  return [
    ...(stops === '' ? [] : [`<table>${COLUMNS}${head}`, `<tbody>${stops}</tbody></table>`]),
    ...(reserves === ''
      ? []
      : [`<h2>${words.reserves}</h2>`, `<table>${COLUMNS}<tbody>${reserves}</tbody></table>`]),
  ]
}

/** What the signs mean, how to type the sheet in, whose data it is: below the map that shows it. */
function footerOf(walk: Walk, { attribution, look }: SheetOptions): Block {
  const words = wordsOf(walk.language)
  const texts = [
    `${words.legend} · ${words.estimated}${starred(walk)}`,
    words.retype(walk.walkId),
    attribution.join(' · '),
  ].filter((text) => text !== '')
  const lines = texts.map((text) => linesOf([{ text, size: look.note }], SHEET.width))
  return {
    html: `<footer>${texts.map((text) => `<p>${escapeMarkup(text)}</p>`).join('')}</footer>`,
    height: lines.reduce((sum, each) => sum + each, 0) * look.noteLine + FOOTER_GAP_MM,
  }
}

function starred(walk: Walk): string {
  if (!walk.stops.some(isKey)) return ''
  const common = commonWhy(walk)
  const words = wordsOf(walk.language)
  return ` · ★ ${words.key}${common === undefined ? '' : `${words.colon} ${common}`}`
}

function isKey(stop: WalkStop): boolean {
  return stop.targets.some(({ key }) => key === true)
}
