/**
 * The Router port on an external OSRM server (foot profile): for those who run one. Times are OSRM's own, at its speed
 * and from the street, without sides, crossings or private ways; the embedded router is the better walker.
 */
import { stayingAt, type Path, type Step } from '@doorwalk/core/graph/route/path'
import { isSamePlace, type Snap, type SnapQuery } from '@doorwalk/core/graph/route/snap'
import type { Matrix } from '@doorwalk/core/matrix/matrix'
import { inParallel } from '@doorwalk/core/parallel'
import type { Router } from '@doorwalk/core/matrix/router'
import { type LngLat, toDeciseconds, UNREACHABLE } from '@doorwalk/core/units'
import type { z } from 'zod'
import { asker, refused, type OsrmServer } from './client.ts'
import { Route, Table, type TableAnswer, type Waypoint, isRefusal, read } from './answers.ts'

export interface OsrmOptions extends OsrmServer {
  /** OSRM's name in the path; it serves one data set whatever is written here. */
  profile?: string
  /** `--max-table-size` of the server: its sources × destinations stay below the square. A lower one is found out. */
  tableSize?: number
  /** Snaps further away count as none, metres. */
  maxMetresAway?: number
  /** Requests at a time. */
  parallel?: number
}

/** OSRM's own default for `--max-table-size`. */
const TABLE_SIZE = 100
/**
 * Sources, and as many destinations again, whose request stays below the 8 kB that proxies and servers read of a line.
 */
const LONGEST_BLOCK = 120
const MAX_METRES_AWAY = 250
const PARALLEL = 4

/**
 * A router on an OSRM server.
 *
 * Tables are asked for in blocks that the server allows. Connection failures, timeouts, 429 and 5xx are tried again.
 *
 * @throws VisibleError `osrm.unreachable` (no answer after all tries), `osrm.refused` (an answer we cannot use)
 */
export function osrmRouter(options: OsrmOptions): Router {
  const { tableSize = TABLE_SIZE, maxMetresAway = MAX_METRES_AWAY, parallel = PARALLEL } = options
  const ask = asker(options)
  const block = Math.min(tableSize, LONGEST_BLOCK)
  const table = async (from: LngLat[], to: LngLat[]): Promise<TableAnswer> => {
    const answer = await ask(`table/v1/${profileOf(options)}/${[...from, ...to].map(coordinate).join(';')}`, {
      sources: from.map((_, i) => i).join(';'),
      destinations: to.map((_, i) => from.length + i).join(';'),
      annotations: 'duration',
    })
    // a server with a lower limit than OSRM's own says so: halves are asked for until it agrees
    if (isRefusal(answer, 'TooBig') && from.length * to.length > 1) {
      const half = Math.ceil(Math.max(from.length, to.length) / 2)
      return from.length > to.length
        ? below(await table(from.slice(0, half), to), await table(from.slice(half), to))
        : beside(await table(from, to.slice(0, half)), await table(from, to.slice(half)))
    }
    return whole(read(Table, answer, options.url), { from, to, url: options.url })
  }
  return {
    async snap(queries) {
      const batches = chunks(queries, block)
      const answers = await inParallel(batches, parallel, async (batch) => {
        // one source, all destinations: the cheapest call that puts many points on the network
        const places = batch.map(({ location }) => location)
        const { destinations } = await table(places.slice(0, 1), places)
        return batch.map((query, i) => toSnap(query, destinations[i] ?? null, maxMetresAway))
      })
      return answers.flat()
    },
    async table(points) {
      const places = points.map(({ from }) => from)
      const blocks = chunks([...places.keys()], block)
      const pairs = blocks.flatMap((rows) => blocks.map((columns) => ({ rows, columns })))
      const matrix: Matrix = {
        size: points.length,
        durations: new Int32Array(points.length ** 2).fill(UNREACHABLE),
      }
      await inParallel(pairs, parallel, async ({ rows, columns }) => {
        const { durations } = await table(
          rows.map((row) => places[row]!),
          columns.map((column) => places[column]!),
        )
        rows.forEach((row, i) => {
          columns.forEach((column, j) => {
            const seconds = durations[i]?.[j] ?? null
            if (seconds !== null) matrix.durations[row * matrix.size + column] = toDeciseconds(seconds)
          })
        })
      })
      points.forEach((from, i) =>
        points.forEach((to, j) => {
          if (isSamePlace(from, to)) matrix.durations[i * matrix.size + j] = 0
        }),
      )
      return matrix
    },
    async reach(from, to) {
      const answers = await inParallel(chunks(to, block), parallel, async (part) => {
        const { durations } = await table(
          [from.from],
          part.map((point) => point.from),
        )
        return part.map((point, i) => {
          if (isSamePlace(from, point)) return 0
          const seconds = durations[0]?.[i] ?? null
          return seconds === null ? UNREACHABLE : toDeciseconds(seconds)
        })
      })
      return answers.flat()
    },
    routes: (pairs) =>
      inParallel(pairs, parallel, async ([from, to]) => {
        if (isSamePlace(from, to)) return stayingAt(to.location)
        const places = [from.from, to.from].map(coordinate).join(';')
        const answer = await ask(`route/v1/${profileOf(options)}/${places}`, {
          steps: 'true',
          geometries: 'geojson',
          overview: 'full',
        })
        if (isRefusal(answer, 'NoRoute')) return null
        return toPath(read(Route, answer, options.url))
      }),
  }
}

/** A row or column too few would be read as out of reach. */
function whole(
  answer: TableAnswer,
  { from, to, url }: { from: LngLat[]; to: LngLat[]; url: string },
): TableAnswer {
  const { durations, destinations } = answer
  const complete = durations.length === from.length && durations.every((row) => row.length === to.length)
  if (complete && destinations.length === to.length) return answer
  throw refused(url, `a table of another size than the ${from.length} × ${to.length} asked for`)
}

function below(upper: TableAnswer, lower: TableAnswer): TableAnswer {
  return { destinations: upper.destinations, durations: [...upper.durations, ...lower.durations] }
}

function beside(left: TableAnswer, right: TableAnswer): TableAnswer {
  return {
    destinations: [...left.destinations, ...right.destinations],
    durations: left.durations.map((row, i) => [...row, ...right.durations[i]!]),
  }
}

function profileOf({ profile = 'foot' }: OsrmOptions): string {
  return encodeURIComponent(profile)
}

function toSnap(
  query: SnapQuery,
  waypoint: z.infer<typeof Waypoint> | null,
  maxMetresAway: number,
): Snap | null {
  if (!waypoint || waypoint.distance > maxMetresAway) return null
  return {
    edge: -1,
    position: 0,
    location: waypoint.location,
    from: query.location,
    metresAway: waypoint.distance,
    street: waypoint.name,
    side: null,
    rule: 'nearest_any',
    confidence: query.street !== undefined && query.street === waypoint.name ? 1 : 0.5,
  }
}

function toPath({ routes }: z.infer<typeof Route>): Path {
  const route = routes[0]!
  const deciseconds = toDeciseconds(route.duration)
  const steps: Step[] = []
  let seconds = 0
  let used = 0
  const all = route.legs[0]!.steps
  all.forEach((step, i) => {
    // rounded where they end, so that steps add up to the whole
    seconds += step.duration
    const until = i === all.length - 1 ? deciseconds : Math.min(deciseconds, toDeciseconds(seconds))
    const type = TYPES.find((known) => known === step.maneuver.type) ?? 'turn'
    const known = MODIFIERS.find((one) => one === step.maneuver.modifier)
    // words need a direction for everything but the ends
    const modifier = known ?? (type === 'depart' || type === 'arrive' ? undefined : 'straight')
    steps.push({
      type,
      ...(modifier && { modifier }),
      name: step.name,
      location: step.maneuver.location,
      bearingBefore: step.maneuver.bearing_before,
      bearingAfter: step.maneuver.bearing_after,
      metres: step.distance,
      deciseconds: until - used,
    })
    used = until
  })
  const metres = steps.reduce((sum, step) => sum + step.metres, 0)
  return { deciseconds, metres, geometry: route.geometry.coordinates, steps }
}

const TYPES = [
  'depart',
  'turn',
  'new name',
  'continue',
  'end of road',
  'fork',
  'notification',
  'arrive',
] as const
const MODIFIERS = [
  ...(['straight', 'slight left', 'slight right', 'left', 'right'] as const),
  ...(['sharp left', 'sharp right', 'uturn'] as const),
]

/** OSRM keeps six decimals. */
function coordinate([lng, lat]: LngLat): string {
  return `${lng.toFixed(6)},${lat.toFixed(6)}`
}

function chunks<T>(list: T[], size: number): T[][] {
  const parts: T[][] = []
  for (let i = 0; i < list.length; i += size) parts.push(list.slice(i, i + size))
  return parts
}
