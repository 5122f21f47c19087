/**
 * Walks as GPX 1.1: a track and one waypoint per target, in walking order, as OsmAnd and Organic Maps show
 * them. Elements stand in the order of the schema (http://www.topografix.com/GPX/1/1/gpx.xsd).
 */
import { nameDoor } from '../words/seen.ts'
import type { LngLat } from '../units.ts'
import type { Walk, WalkTarget } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import { numberedTargets, reserveLabel, walkLine } from '../walk/numbering.ts'
import { walkLook } from '../walk/palette.ts'
import { type Language, wordsOf } from '../words/languages.ts'
import { sayDuration, sayMetres, sayTime, sayWithin } from '../words/say.ts'
import type { Format } from './format.ts'

export const gpx = {
  type: 'application/gpx+xml',
  walk: walkToGpx,
  file: 'walk-NN.gpx',
} as const satisfies Format

/** Colour of reserves, dim beside the walk's own. */
const RESERVE_COLOUR = '#777777'

export interface GpxOptions {
  /** Of the region; the first names the copyright holder. */
  attribution?: string[]
}

/** One file of one walk. */
export function walkToGpx(walk: Walk, { attribution = [] }: GpxOptions = {}): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Doorwalk" xmlns="http://www.topografix.com/GPX/1/1"' +
      ' xmlns:osmand="https://osmand.net/docs/technical/osmand-file-formats/osmand-gpx">',
    '<metadata>',
    element('name', `${wordsOf(walk.language).walk} ${walk.number}`),
    ...(attribution.length === 0
      ? []
      : [
          element('desc', attribution.join(' · ')),
          `<copyright author="${escapeMarkup(attribution[0] ?? '')}"></copyright>`,
        ]),
    element('time', walk.startAt),
    '</metadata>',
    ...waypoints(walk),
    ...track(walk),
    '</gpx>',
    '',
  ].join('\n')
}

function waypoints(walk: Walk): string[] {
  const words = wordsOf(walk.language)
  const { colour } = walkLook(walk.number)
  return [
    ...(walk.start === null
      ? []
      : [waypoint(walk.start, { name: words.start, type: 'start', colour, icon: 'special_flag_start' })]),
    ...numberedTargets(walk).map(({ label, stop, target }) =>
      waypoint(target.location, {
        name: `${label} · ${nameDoor(target, stop.street, walk.language)}`,
        desc: [...describe(target, walk.language), sayTime(stop.arriveAt, walk.language)].join(' · '),
        type: 'stop',
        colour,
        icon: target.key === true ? 'special_star' : 'building',
      }),
    ),
    ...walk.reserves.map((target, index) =>
      waypoint(target.location, {
        name: `${reserveLabel(index)} · ${nameDoor(target, '', walk.language)}`,
        desc: describe(target, walk.language).join(' · '),
        type: 'reserve',
        colour: RESERVE_COLOUR,
        icon: 'building',
      }),
    ),
  ]
}

function describe(target: WalkTarget, language: Language): string[] {
  const words = wordsOf(language)
  const parts = [words.doors(target.doors)]
  if (target.floors > 1 && target.part === undefined) parts.push(words.floors(target.floors))
  parts.push(...sayWithin(target, language))
  if (words.access[target.access] !== '') parts.push(words.access[target.access])
  if (target.key === true) parts.push(words.key)
  if (target.why !== undefined) parts.push(target.why)
  return parts
}

interface Waypoint {
  name: string
  desc?: string
  type: string
  colour: string
  icon: string
}

function waypoint(at: LngLat, { name, desc, type, colour, icon }: Waypoint): string {
  return [
    `<wpt ${latLon(at)}>`,
    element('name', name),
    ...(desc === undefined ? [] : [element('desc', desc)]),
    element('type', type),
    `<extensions><osmand:icon>${icon}</osmand:icon><osmand:color>${colour}</osmand:color></extensions>`,
    '</wpt>',
  ].join('')
}

function track(walk: Walk): string[] {
  const line = walkLine(walk)
  if (line.length === 0) return []
  const words = wordsOf(walk.language)
  const { colour } = walkLook(walk.number)
  const summary = [
    words.stops(walk.stops.length),
    words.doors(walk.doors),
    sayDuration(walk.seconds),
    sayMetres(walk.metres, walk.language),
  ]
  return [
    '<trk>',
    element('name', `${words.walk} ${walk.number}`),
    element('desc', summary.join(' · ')),
    element('number', String(walk.number)),
    element('type', 'walking'),
    `<extensions><osmand:color>${colour}</osmand:color></extensions>`,
    '<trkseg>',
    ...line.map((at) => `<trkpt ${latLon(at)}></trkpt>`),
    '</trkseg>',
    '</trk>',
  ]
}

/** Six decimals are 0.1 m; never an exponent, which xsd:decimal forbids. */
function latLon([lng, lat]: LngLat): string {
  return `lat="${lat.toFixed(6)}" lon="${lng.toFixed(6)}"`
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`
}
