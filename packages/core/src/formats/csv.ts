/** Walks as CSV (RFC 4180, UTF-8, CRLF): one line per target in walking order, reserves last. */
import type { Plan, Walk, WalkTarget } from '../walk/answer.ts'
import { csvCell } from '../words/escape.ts'
import { numberedTargets, reserveLabel } from '../walk/numbering.ts'
import type { Language } from '../words/languages.ts'
import { sayWithin } from '../words/say.ts'
import type { Format } from './format.ts'
import { walksToTable } from './walk-table.ts'

export const csv = {
  type: 'text/csv',
  walk: (walk, { table }) => (table ? walksToTable([walk], table) : walkToCsv(walk)),
  plan: (plan, { table }) => (table ? walksToTable(plan.walks, table) : planToCsv(plan)),
} as const satisfies Format

/**
 * Column names are those of the JSON; `within` says entrance and storeys in the language of the walk. A reserve has
 * `reserve` in `kind` and neither stop number nor arrival.
 */
export const CSV_COLUMNS = [
  'walk',
  'walkId',
  'walker',
  'kind',
  'stop',
  'label',
  'target',
  'address',
  'entrance',
  'fromFloor',
  'toFloor',
  'within',
  'doors',
  'doorsSource',
  'floors',
  'access',
  'minutes',
  'prize',
  'key',
  'why',
  'arriveAt',
  'lng',
  'lat',
] as const
type Row = Partial<Record<(typeof CSV_COLUMNS)[number], string | number | boolean>>

export function walkToCsv(walk: Walk): string {
  return lines(rowsOf(walk))
}

/** Walk after walk, each in its own order. */
export function planToCsv({ walks }: Pick<Plan, 'walks'>): string {
  return lines(walks.flatMap(rowsOf))
}

function rowsOf(walk: Walk): Row[] {
  const ofWalk = { walk: walk.number, walkId: walk.walkId, walker: walk.walker }
  return [
    ...numberedTargets(walk).map(({ label, number, stop, target }) => ({
      ...ofWalk,
      kind: 'stop',
      stop: number,
      label,
      arriveAt: stop.arriveAt,
      ...cells(target, walk.language),
    })),
    ...walk.reserves.map((target, index) => ({
      ...ofWalk,
      kind: 'reserve',
      label: reserveLabel(index),
      ...cells(target, walk.language),
    })),
  ]
}

function cells(target: WalkTarget, language: Language): Row {
  const within = sayWithin(target, language).join(' · ')
  return {
    target: target.id,
    address: target.address,
    doors: target.doors,
    doorsSource: target.doorsSource,
    floors: target.floors,
    access: target.access,
    minutes: target.minutes,
    prize: target.prize,
    lng: target.location[0],
    lat: target.location[1],
    ...(within === '' ? {} : { within }),
    ...(target.entrance?.label === undefined ? {} : { entrance: target.entrance.label }),
    ...(target.part === undefined ? {} : { fromFloor: target.part.fromFloor, toFloor: target.part.toFloor }),
    ...(target.key === undefined ? {} : { key: target.key }),
    ...(target.why === undefined ? {} : { why: target.why }),
  }
}

function lines(rows: Row[]): string {
  const body = rows.map((row) => CSV_COLUMNS.map((column) => csvCell(row[column])).join(','))
  return [CSV_COLUMNS.join(','), ...body].map((line) => `${line}\r\n`).join('')
}
