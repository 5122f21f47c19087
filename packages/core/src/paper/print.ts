/**
 * Walks on paper: A4 sheets with map, doors to tick, reserves and totals. One HTML file without script or network,
 * good in black and white; the browser prints it or makes the PDF.
 */
import type { Plan, Walk, WalkStop } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import { DEFAULT_LANGUAGE, wordsOf } from '../words/languages.ts'
import { sayDate } from '../words/say.ts'
import { shortCredits } from './credits.ts'
import { type PlaceOnPaper, again, header, headerHeight } from './head.ts'
import { leastMapHeight, walkMapSvg, type MapFeatures } from './map-svg.ts'
import type { StartAddresses } from './start.ts'
import { commonWhy, reserveBlocks, stopBlocks } from '../sheet/rows.ts'
import { type PrintLook, type PrintSize, SHEET, printLook, printStyle } from '../sheet/style.ts'
import { type Block, dealOut, heightOf } from '../sheet/deal-out.ts'
import { linesOf } from '../sheet/text-width.ts'

export interface PrintOptions {
  /** By id of the walk, what opens it on a phone; only with one does its page carry a QR code. */
  links?: Readonly<Record<string, string>>
  /** Of the letters; default: normal. */
  print?: PrintSize
  /** Where the plan is; default: the streets of each walk. */
  place?: PlaceOnPaper
  /** Addresses where walks begin; default: streets of the map say it. */
  starts?: StartAddresses
}

/** What is printed of one plan. */
export interface PlanToPrint {
  plan: Pick<Plan, 'walks' | 'region'>
  map: MapFeatures
  options?: PrintOptions
}

/** All walks of a plan, each on sheets of its own. */
export function planToPrintHtml(plan: Plan, map: MapFeatures, options: PrintOptions = {}): string {
  return plansToPrintHtml([{ plan, map, options }])
}

/** Plan after plan in one file; letters are those of the first. */
export function plansToPrintHtml(plans: readonly PlanToPrint[]): string {
  return document(
    plans.map(({ plan: { walks, region }, map, options }) => ({
      ...{ walks, map, options: { ...options, attribution: region.attribution } },
    })),
  )
}

/** One walk; `attribution` as the region of its plan says. */
export function walkToPrintHtml(
  walk: Walk,
  map: MapFeatures,
  options: PrintOptions & { attribution: string[] },
): string {
  return document([{ walks: [walk], map, options }])
}

type PageOptions = PrintOptions & { attribution: string[] }
type SheetOptions = PageOptions & { look: PrintLook; isLast: boolean }

/** Walks of one plan. */
interface Group {
  walks: Walk[]
  map: MapFeatures
  options: PageOptions
}

function document(groups: Group[]): string {
  const walks = groups.flatMap((group) => group.walks)
  const language = walks[0]?.language ?? DEFAULT_LANGUAGE
  const look = printLook(groups[0]?.options.print ?? 'normal')
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeMarkup(titleOf(groups))}</title>`,
    `<style>${printStyle(look)}</style>`,
    '</head>',
    '<body>',
    ...groups.flatMap(({ walks, map, options }) =>
      walks.map((walk) =>
        sheetsOf(walk, map, { ...options, look, isLast: groups.at(-1)?.walks.at(-1) === walk }),
      ),
    ),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Numbers of the walks; of several plans, whose numbers are the same, the day of the first. */
function titleOf(groups: readonly Group[]): string {
  const walks = groups.flatMap((group) => group.walks)
  const [first] = walks
  const language = first?.language ?? DEFAULT_LANGUAGE
  if (first && groups.length > 1) return `Doorwalk · ${sayDate(first.startAt, language)}`
  const numbers = walks.length > 1 ? `${first?.number}–${walks.at(-1)?.number}` : (first?.number ?? '')
  return `${wordsOf(language).walk} ${numbers}`
}

const GAP_MM = 2
/** Of normal print; they grow with the letters. */
const AGAIN_MM = 5
const TABLE_HEAD_MM = 5.6
const FOOTER_GAP_MM = 1.5
const RESERVES_TITLE_MM = 2
/** Below this the numbers on the map crowd: better two sheets. A map that is wide anyway may be lower. */
const MAP_MIN_MM = { usual: 66, wide: 50 }
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
  const { look, attribution, isLast } = options
  const head = { ...options, streets: map.streets }
  const footer = footerOf(walk, options)
  const named = notes([shortCredits(attribution).join(' · ')], look)
  const told = notes([attribution.join(' · ')], look)
  const tableHead = TABLE_HEAD_MM * look.scale
  const above = headerHeight(walk, head) + GAP_MM
  const free = SHEET.height - above - GAP_MM - tableHead - footer.height
  const rest = SHEET.height - AGAIN_MM * look.scale - GAP_MM - tableHead - (isLast ? told.height : 0)
  const sheets = dealSheets(partsOf(walk, look), { free: free - named.height, rest, walk, look })
  // Sources in full take of the map, never a sheet.
  const credits = isLast && sheets.length === 1 ? told : named
  const mapHeight = Math.floor(Math.min(MAP_MAX_MM, free - credits.height - heightOf(sheets[0] ?? [])))
  const words = wordsOf(walk.language)
  return [
    `<section class="walk" lang="${walk.language}">`,
    ...sheets.map((rows, index) =>
      [
        '<div class="sheet">',
        ...(index === 0
          ? [
              header(walk, { ...head, sheets: sheets.length }),
              walkMapSvg(walk, map, { width: SHEET.width, height: mapHeight, scale: look.scale }),
              ...(walk.stops.length === 0 ? [`<p>${words.empty}</p>`] : []),
            ]
          : [again(walk, { ...options, number: index + 1, of: sheets.length })]),
        ...tables(rows, walk),
        ...(index === 0 ? [`<footer>${footer.html}${credits.html}</footer>`] : []),
        ...(isLast && index > 0 && index === sheets.length - 1 ? [`<footer>${told.html}</footer>`] : []),
        '</div>',
      ].join('\n'),
    ),
    '</section>',
  ].join('\n')
}

interface Room {
  /** On the first sheet, the map included, mm. */
  free: number
  /** On each further one, mm. */
  rest: number
  walk: Walk
  look: PrintLook
}

/** On one sheet where that leaves room for the map; on several the map may be larger, as long as it costs none. */
function dealSheets(parts: Part[], { free, rest, walk, look }: Room): Part[][] {
  const least = leastMapHeight(walk, { width: SHEET.width, scale: look.scale, ...MAP_MIN_MM })
  const small = dealOut(parts, { first: free - least, rest })
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

/** What the signs mean, and how to type the sheet in. */
function footerOf(walk: Walk, { look }: SheetOptions): Block {
  const words = wordsOf(walk.language)
  const { html, height } = notes(
    [`${words.legend} · ${words.estimated}${starred(walk)}`, words.retype(walk.walkId)],
    look,
  )
  return { html, height: height + FOOTER_GAP_MM }
}

/** Paragraphs of small letters; empty ones are left out. */
function notes(texts: readonly string[], { note, noteLine }: PrintLook): Block {
  const said = texts.filter((text) => text !== '')
  const lines = said.map((text) => linesOf([{ text, size: note }], SHEET.width))
  return {
    html: said.map((text) => `<p>${escapeMarkup(text)}</p>`).join(''),
    height: lines.reduce((sum, each) => sum + each, 0) * noteLine,
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
