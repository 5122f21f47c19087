/** `doorwalk matrix`: walking times and distances between points, on the streets of a prepared region. */
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fieldError, VisibleError } from '@doorwalk/core/error'
import { PROFILES, type Profile, type Snap, type SnapQuery } from '@doorwalk/core/graph/graph'
import { loadStreets } from '@doorwalk/core/graph/load'
import type { Graph } from '@doorwalk/core/graph/network'
import { snapAll } from '@doorwalk/core/graph/snap'
import { buildMatrix, isWorthHierarchy } from '@doorwalk/core/matrix/build'
import { buildDistances } from '@doorwalk/core/matrix/distances'
import { buildHierarchy } from '@doorwalk/core/matrix/hierarchy'
import { UNREACHABLE } from '@doorwalk/core/units'
import { diskRegions } from '@doorwalk/prepare/disk-regions'
import { z } from 'zod'

export interface CommandIo {
  out(text: string): void
  err(text: string): void
  isTerminal: boolean
}

const HELP = `doorwalk matrix: walking times between points

  --region DIR      a prepared region (the folder with current.json)
  --points FILE     JSON: [[lng, lat], …], or [{"location": [lng, lat], "street": "…", "houseNumber": "…"}, …]
  --profile NAME    canvass (default) or osrm-compat
  --out FILE        JSON: durations (seconds), distances (metres), sources ([lng, lat, metres away, street]), cpuMs

A point further than the profile allows from any street has a null source, null rows and null columns.
Seconds of canvass count the way from the door to the street; those of osrm-compat do not, as OSRM's do not.
cpuMs: processor time of snapping, hierarchy and search of the durations; not reading, distances or writing.
`

const Place = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const Point = z.union([
  Place,
  z.strictObject({ location: Place, street: z.string().optional(), houseNumber: z.string().optional() }),
])
const Points = z.union([z.array(Point), z.object({ points: z.array(Point) })])

/** Returns the exit code: 0, or 2 after saying on `err` what was wrong with the request. */
export async function matrixCommand(args: string[], io: CommandIo): Promise<number> {
  try {
    const options = readArguments(args)
    if (options === 'help') {
      io.out(HELP)
      return 0
    }
    const queries = await readPoints(options.points)
    const regions = diskRegions([options.region])
    const [name] = await regions.list()
    if (name === undefined) throw fieldError('region.unknown', '--region', `no region in ${options.region}.`)
    const manifest = await regions.manifest(name)
    const area = { bbox: boxOf(queries) }
    const graph = await loadStreets(regions, { manifest, area, profile: options.profile })
    const answer = answerOf(graph, queries)
    await writeFile(options.out, JSON.stringify(answer))
    const missing = answer.sources.filter((source) => source === null).length
    io.out(`${queries.length} points, ${missing} without a street, ${answer.cpuMs} ms → ${options.out}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof VisibleError)) throw error
    io.err(`${error.message}\n`)
    return 2
  }
}

function answerOf(graph: Graph, queries: SnapQuery[]) {
  const started = process.cpuUsage()
  const snaps = snapAll(graph, queries)
  const found = snaps.filter((snap): snap is Snap => snap !== null)
  const hierarchy = isWorthHierarchy(graph, found.length) ? buildHierarchy(graph) : undefined
  const matrix = buildMatrix(graph, found, hierarchy)
  const used = process.cpuUsage(started)
  const metres = buildDistances(graph, found)
  let rows = 0
  const rowOf = snaps.map((snap) => (snap ? rows++ : null))
  const table = (valueAt: (index: number) => number) =>
    rowOf.map((row) =>
      rowOf.map((column) => {
        if (row === null || column === null) return null
        const index = row * matrix.size + column
        return matrix.durations[index]! >= UNREACHABLE ? null : valueAt(index)
      }),
    )
  return {
    durations: table((index) => matrix.durations[index]! / 10),
    distances: table((index) => toTenth(metres[index]!)),
    sources: snaps.map((snap) => snap && [...snap.location, toTenth(snap.metresAway), snap.street]),
    cpuMs: (used.user + used.system) / 1000,
  }
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10
}

interface Options {
  region: string
  points: string
  profile: Profile
  out: string
}

function readArguments(args: string[]): Options | 'help' {
  const values = parse(args)
  if (values.help === true) return 'help'
  const wanted = values.profile ?? 'canvass'
  const profile = PROFILES.find((known) => known === wanted)
  if (!profile)
    throw fieldError('input.profile', '--profile', `"${wanted}" is none of ${PROFILES.join(', ')}.`)
  const { region, points, out } = values
  if (region === undefined)
    throw fieldError('input.missing', '--region', 'name the folder of a prepared region.')
  if (points === undefined) throw fieldError('input.missing', '--points', 'name a JSON file of points.')
  if (out === undefined) throw fieldError('input.missing', '--out', 'name the file to write.')
  return { region, points, profile, out }
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        region: { type: 'string' },
        points: { type: 'string' },
        profile: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return values
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new VisibleError('input', 'input.arguments', `${detail}\n\n${HELP}`)
  }
}

async function readPoints(path: string): Promise<SnapQuery[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw fieldError('input.points', '--points', `cannot read ${path}; give a JSON file.`)
  })
  const parsed = Points.safeParse(parseJson(text, path))
  if (!parsed.success) {
    throw fieldError(
      'input.points',
      '--points',
      `${z.prettifyError(parsed.error)}; expected [[lng, lat], …].`,
    )
  }
  const list = Array.isArray(parsed.data) ? parsed.data : parsed.data.points
  if (list.length === 0) throw fieldError('input.points', '--points', 'empty list; expected [[lng, lat], …].')
  return list.map((point) => {
    if (Array.isArray(point)) return { location: point }
    const { location, street, houseNumber } = point
    return { location, ...(street && { street }), ...(houseNumber && { houseNumber }) }
  })
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw fieldError('input.points', '--points', `${path} is no JSON.`)
  }
}

function boxOf(queries: SnapQuery[]): [number, number, number, number] {
  const lngs = queries.map(({ location }) => location[0])
  const lats = queries.map(({ location }) => location[1])
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}
