/**
 * The forms of walks beside JSON, by the suffix that chooses them. A further one is its file and a line here: the API,
 * its document, the packs of a weekend and the command follow.
 */
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { geojson } from './geojson.ts'
import { gpx } from './gpx.ts'
import { html } from './html.ts'

/** In the order in which they are listed to callers. */
export const FORMATS = { geojson, gpx, html, csv } satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS
/** Those that a whole plan has too. */
export type PlanFormatName = {
  [Name in FormatName]: (typeof FORMATS)[Name] extends { plan: unknown } ? Name : never
}[FormatName]

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[]
export const PLAN_FORMAT_NAMES = FORMAT_NAMES.filter(isPlanFormat)

function isPlanFormat(name: FormatName): name is PlanFormatName {
  return 'plan' in FORMATS[name]
}
