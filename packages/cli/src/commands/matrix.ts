/** `doorwalk matrix`: walking times and distances between points, on the streets of a prepared region. */
import { writeFile } from 'node:fs/promises'
import { fieldError } from '@doorwalk/core/error'
import { PROFILES, type Profile } from '@doorwalk/core/graph/osm/profile'
import type { Snap, SnapQuery } from '@doorwalk/core/graph/route/snap'
import { loadStreets } from '@doorwalk/core/graph/network/load'
import type { Graph } from '@doorwalk/core/graph/network/graph'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { buildMatrix, isWorthHierarchy } from '@doorwalk/core/matrix/build'
import { buildDistances } from '@doorwalk/core/matrix/distances'
import { buildHierarchy } from '@doorwalk/core/matrix/hierarchy'
import { nearbyTimes } from '@doorwalk/core/matrix/nearby'
import { parseInput } from '@doorwalk/core/request/parse'
import { UNREACHABLE } from '@doorwalk/core/units'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { z } from 'zod'
import { positionOption, readText, required } from '../terminal/arguments.ts'
import { command } from '../terminal/command.ts'

const HELP = `doorwalk matrix: walking times between points

  --region DIR      a prepared region (the folder with current.json)
  --points FILE     one "lng,lat" a line; or JSON with the addresses' streets, which "canvass" then prefers:
                    [{"location": [lng, lat], "street": "Rue Condorcet", "houseNumber": "12"}, …]
  --profile NAME    canvass (default) or osrm-compat
  --at TIME         RFC 3339 with offset: gates and ways that are open at certain hours are as they are then; canvass only
                    (default: as if no condition of an access tag held)
  --nearest NUMBER  instead of the full tables, which end at 2,000 points: only so many nearest points of each point
  --out FILE        JSON: durations (seconds), distances (metres), sources ([lng, lat, metres away, street]), cpuMs

With --nearest: nearest ([point, seconds] by point, soonest first), sources and cpuMs; any number of points.
A point further than the profile allows from any street has a null source, null rows and null columns.
Seconds of canvass count the way from the door to the street; those of osrm-compat do not, as OSRM's do not.
cpuMs: processor time of snapping, hierarchy and search of the durations; not reading, distances or writing.`

const Place = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const Point = z.union([
  Place,
  z.strictObject({ location: Place, street: z.string().optional(), houseNumber: z.string().optional() }),
])
const Points = z.array(Point)
const Time = z.iso.datetime({ offset: true })

const OPTIONS = {
  region: { type: 'string' },
  points: { type: 'string' },
  profile: { type: 'string' },
  at: { type: 'string' },
  out: { type: 'string' },
  nearest: { type: 'string' },
} as const

export const matrixCommand = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }, io) {
    const folder = required('region', values.region)
    const out = required('out', values.out)
    const profile = profileOf(values.profile ?? 'canvass')
    const nearest = values.nearest === undefined ? undefined : nearestOption(values.nearest)
    const at = timeOption(values.at)
    const queries = await readPoints(required('points', values.points))
    const regions = diskRegions([folder])
    const [name] = await regions.list()
    if (name === undefined) throw fieldError('region.unknown', '--region', `no region in ${folder}`)
    const manifest = await regions.manifest(name)
    const walked = at === undefined ? {} : { walked: { startAt: at, minutes: 1 } }
    const graph = await loadStreets(regions, { manifest, area: { bbox: boxOf(queries) }, profile, ...walked })
    const answer = nearest === undefined ? answerOf(graph, queries) : nearestAnswer(graph, queries, nearest)
    await writeFile(out, JSON.stringify(answer))
    const missing = answer.sources.filter((source) => source === null).length
    io.out(`${queries.length} points, ${missing} without a street, ${answer.cpuMs} ms → ${out}`)
  },
})

function timeOption(text: string | undefined): string | undefined {
  if (text === undefined || Time.safeParse(text).success) return text
  throw fieldError('usage', '--at', `got "${text}", expected a time such as 2026-03-14T14:00:00+01:00`)
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
    sources: snaps.map(sourceOf),
    cpuMs: (used.user + used.system) / 1000,
  }
}

function nearestAnswer(graph: Graph, queries: SnapQuery[], count: number) {
  const started = process.cpuUsage()
  const snaps = snapAll(graph, queries)
  const known = snaps.flatMap((snap, point) => (snap ? [{ snap, point }] : []))
  const placed = known.map(({ snap }) => snap)
  const nearby = nearbyTimes(graph, placed, buildHierarchy(graph))
  const lists = snaps.map((): [point: number, seconds: number][] => [])
  known.forEach(({ point }, row) => {
    const { points, times } = nearby.nearest(row, count)
    lists[point] = points.map((other, i) => [known[other]!.point, times[i]! / 10])
  })
  const used = process.cpuUsage(started)
  return { nearest: lists, sources: snaps.map(sourceOf), cpuMs: (used.user + used.system) / 1000 }
}

function sourceOf(snap: Snap | null) {
  return snap && [...snap.location, toTenth(snap.metresAway), snap.street]
}

function nearestOption(text: string): number {
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 1)
    throw fieldError('usage', '--nearest', `got "${text}", expected a whole number from 1 up`)
  return count
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10
}

function profileOf(wanted: string): Profile {
  const profile = PROFILES.find((known) => known === wanted)
  if (!profile)
    throw fieldError('usage', '--profile', `got "${wanted}", expected one of ${PROFILES.join(', ')}`)
  return profile
}

async function readPoints(path: string): Promise<SnapQuery[]> {
  const text = (await readText(path)).trim()
  const points = /^[[{]/.test(text) ? jsonPoints(text, path) : linePoints(text)
  if (points.length === 0)
    throw fieldError('points.empty', '--points', `${path} holds no points; expected lng,lat lines`)
  return points
}

function linePoints(text: string): SnapQuery[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [{ location: positionOption(`points, line ${index + 1}`, line) }],
    )
}

function jsonPoints(text: string, path: string): SnapQuery[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw fieldError('points.invalid', '--points', `${path} begins like JSON but is none`)
  }
  const parsed = parseInput(Points, json, { what: path, code: 'points.invalid' })
  return parsed.map((point) => {
    if (Array.isArray(point)) return { location: point }
    const { location, street, houseNumber } = point
    return { location, ...(street && { street }), ...(houseNumber && { houseNumber }) }
  })
}

function boxOf(queries: SnapQuery[]): [number, number, number, number] {
  const lngs = queries.map(({ location }) => location[0])
  const lats = queries.map(({ location }) => location[1])
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}
