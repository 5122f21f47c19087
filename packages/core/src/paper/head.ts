/** The top of a printed walk: which it is, where, when, from where and whose; and how high that will be. */
import { MM_PER_POINT, PLACE_POINTS, type PrintLook, SHEET, TITLE_POINTS } from '../sheet/style.ts'
import { linesOf, textWidth } from '../sheet/text-width.ts'
import type { Walk } from '../walk/answer.ts'
import { mainStreets } from '../walk/streets.ts'
import { escapeMarkup } from '../words/escape.ts'
import { type Language, wordsOf } from '../words/languages.ts'
import { sayDate, sayDuration, sayMetres, sayTime } from '../words/say.ts'
import type { MapFeatures } from './map-svg.ts'
import { qrSvg } from './qr.ts'
import { type StartAddresses, sayStart } from './start.ts'

/** What a plan was asked for: the label of an area, or codes of polling stations; empty: its streets say it. */
export interface PlaceOnPaper {
  label?: string
  precincts?: readonly string[]
  /** Of precincts, where not all codes are there. */
  count?: number
}

export interface HeadOptions {
  /** By id of the walk, what opens it on a phone. */
  links?: Readonly<Record<string, string>>
  place?: PlaceOnPaper
  starts?: StartAddresses
  streets: MapFeatures['streets']
  look: PrintLook
}

const CODE_MM = 21
const TITLE_MM = 9
/** Between the parts. */
const GAP_MM = 4
const BLANKS_MM = 50
/** Of normal print; it grows with the letters. */
const BLANK_MM = 5.6
const MOST_CODES = 3

export function header(walk: Walk, options: HeadOptions & { sheets: number }): string {
  const { links, sheets } = options
  const words = wordsOf(walk.language)
  const said = headSaid(walk, options)
  const blank = (label: string, value = ''): string =>
    `<div><dt>${label}</dt><dd>${escapeMarkup(value)}</dd></div>`
  const url = links?.[walk.walkId]
  const place = `<b class="place">${escapeMarkup(said.place)}</b>`
  return [
    '<header>',
    '<div class="title">',
    `<h1>${words.walk} ${walk.number}${sheets > 1 ? ` <small>1/${sheets}</small>` : ''}`,
    `${said.isPlaceBeside ? ` ${place}` : ''}</h1>`,
    ...(said.isPlaceBeside || said.place === '' ? [] : [`<p class="place">${escapeMarkup(said.place)}</p>`]),
    `<p>${escapeMarkup(said.date)} · <b>${escapeMarkup(said.times)}</b> · ${escapeMarkup(sayDuration(walk.seconds))}</p>`,
    `<p>${escapeMarkup(said.totals)}</p>`,
    ...(said.start === '' ? [] : [`<p>${escapeMarkup(said.start)}</p>`]),
    '</div>',
    `<dl>${blank(words.volunteer, walk.walker)}${blank(words.handedOut)}${blank(words.finishedAt)}</dl>`,
    ...(url === undefined ? [] : [qrSvg(url, { size: CODE_MM, label: words.scan })]),
    '</header>',
  ].join('')
}

/** mm */
export function headerHeight(walk: Walk, options: HeadOptions): number {
  const { links, look } = options
  const { date, times, totals, start, place, isPlaceBeside } = headSaid(walk, options)
  const width = widthOf(walk, options)
  const size = look.body
  const lines = [
    [
      { text: `${date} · `, size },
      { text: times, size, bold: true },
      { text: ` · ${sayDuration(walk.seconds)}`, size },
    ],
    [{ text: totals, size }],
    ...(start === '' ? [] : [[{ text: start, size }]]),
  ].reduce((sum, runs) => sum + linesOf(runs, width), 0)
  const code = links?.[walk.walkId] === undefined ? 0 : CODE_MM
  const where = isPlaceBeside || place === '' ? 0 : 1
  return Math.max(TITLE_MM + (lines + where) * look.line, 3 * BLANK_MM * look.scale, code)
}

/** At the top of a further sheet: whose it is when the sheets were mixed up. */
export function again(
  walk: Walk,
  { number, of, place }: Pick<HeadOptions, 'place'> & { number: number; of: number },
): string {
  const words = wordsOf(walk.language)
  const whose = [
    sayPlace(walk, place),
    sayDate(walk.startAt, walk.language),
    walk.walker,
    walk.walkId,
  ].filter((each) => each !== '')
  return (
    `<p class="again"><b>${words.walk} ${walk.number} · ${number}/${of}</b>` +
    ` · ${escapeMarkup(whose.join(' · '))}</p>`
  )
}

function headSaid(walk: Walk, options: HeadOptions) {
  const { place: asked, starts = {}, streets } = options
  const { language } = walk
  const words = wordsOf(language)
  const place = sayPlace(walk, asked)
  const start = sayStart(walk, { streets, addresses: starts })
  return {
    place,
    isPlaceBeside: place !== '' && isBeside(walk, place, options),
    date: sayDate(walk.startAt, language),
    times: `${sayTime(walk.startAt, language)} → ${sayTime(walk.endAt, language)}`,
    totals: [
      words.stops(walk.stops.length),
      words.doors(walk.doors),
      `${sayMetres(walk.metres, language)} ${words.walking}`,
      ...(walk.start === null ? [words.firstDoor] : []),
      ...(walk.end === null ? [words.lastDoor] : []),
    ].join(' · '),
    start: start === '' ? '' : `${words.start}${words.colon} ${start}`,
  }
}

/** Whether the place fits behind the number, which may say on how many sheets it is. */
function isBeside(walk: Walk, place: string, options: HeadOptions): boolean {
  const title = `${wordsOf(walk.language).walk} ${walk.number} 1/2 `
  const wide =
    textWidth({ text: title, size: TITLE_POINTS * MM_PER_POINT, bold: true }) +
    textWidth({ text: place, size: PLACE_POINTS * MM_PER_POINT * options.look.scale, bold: true })
  return wide <= widthOf(walk, options)
}

/** Of the lines of text. */
function widthOf(walk: Walk, { links }: HeadOptions): number {
  const code = links?.[walk.walkId] === undefined ? 0 : CODE_MM + GAP_MM
  return SHEET.width - BLANKS_MM - GAP_MM - code
}

/** As it was asked for, else by the street with most of it; empty: nothing tells. */
function sayPlace(
  { language, stops }: Pick<Walk, 'language' | 'stops'>,
  { label, precincts = [], count = precincts.length }: PlaceOnPaper = {},
): string {
  if (label !== undefined) return label
  if (precincts.length > 0) return sayStations(precincts, { count, language })
  return mainStreets(stops.flatMap(({ targets }) => targets.map(({ address }) => address)))[0] ?? ''
}

function sayStations(
  codes: readonly string[],
  { count, language }: { count: number; language: Language },
): string {
  const shown = codes.slice(0, MOST_CODES)
  return wordsOf(language).stations(shown, count - shown.length)
}
