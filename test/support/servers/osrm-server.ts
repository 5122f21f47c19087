/** Serves recorded answers of a real OSRM by HTTP, in OSRM's own form, with its limits. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import type { LngLat } from '@doorwalk/core/units'

interface Recording {
  points: LngLat[]
  sources: [lng: number, lat: number, metres: number, street: string][]
  durations: (number | null)[][]
  routes: {
    from: LngLat
    to: LngLat
    duration: number
    distance: number
    geometry: { type: string; coordinates: LngLat[] }
    steps: {
      type: string
      modifier?: string
      location: LngLat
      name: string
      distance: number
      duration: number
    }[]
  }[]
}

export interface OsrmServer {
  url: string
  recording: Recording
  /** Paths asked for so far. */
  asked: string[]
  /** Statuses to answer instead, first come first served; 0 hangs. */
  trouble: number[]
  close(): Promise<void>
}

export async function serveOsrm({ tableSize = 100 }: { tableSize?: number } = {}): Promise<OsrmServer> {
  const file = new URL('../../functions/osrm/osrm-paris.json', import.meta.url)
  const recording = JSON.parse(await readFile(file, 'utf8')) as Recording
  const asked: string[] = []
  const trouble: number[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    asked.push(url.pathname)
    const status = trouble.shift()
    if (status === 0) return
    const { code, ...body } = status ? { code: 'Trouble' } : answer(recording, url, tableSize)
    response.writeHead(status ?? (code === 'Ok' ? 200 : 400), { 'content-type': 'application/json' })
    response.end(JSON.stringify({ code, ...body }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    recording,
    asked,
    trouble,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function answer(
  recording: Recording,
  url: URL,
  tableSize: number,
): { code: string } & Record<string, unknown> {
  const [, service, version, profile, list] = url.pathname.split('/')
  if (version !== 'v1' || profile !== 'foot' || !list) return { code: 'InvalidUrl' }
  const points = decodeURIComponent(list)
    .split(';')
    .map((text) => recording.points.findIndex(([lng, lat]) => `${lng.toFixed(6)},${lat.toFixed(6)}` === text))
  if (points.includes(-1)) return { code: 'NoSegment', message: 'not recorded' }
  if (service === 'table') return table(recording, { points, url, tableSize })
  return service === 'route' ? route(recording, points) : { code: 'InvalidService' }
}

function table(
  { sources, durations }: Recording,
  { points, url, tableSize }: { points: number[]; url: URL; tableSize: number },
) {
  const pick = (key: string) =>
    url.searchParams
      .get(key)!
      .split(';')
      .map((index) => points[Number(index)]!)
  const [rows, columns] = [pick('sources'), pick('destinations')]
  if (rows.length * columns.length > tableSize ** 2) {
    return { code: 'TooBig', message: 'Too many table coordinates' }
  }
  const waypoint = (point: number) => {
    const [lng, lat, distance, name] = sources[point]!
    return { location: [lng, lat], distance, name, hint: '' }
  }
  return {
    code: 'Ok',
    durations: rows.map((row) => columns.map((column) => durations[row]![column]!)),
    sources: rows.map(waypoint),
    destinations: columns.map(waypoint),
  }
}

function route({ points, durations, routes }: Recording, [from = 0, to = 0]: number[]) {
  if (durations[from]![to] === null) return { code: 'NoRoute', message: 'Impossible route between points' }
  const found = routes.find(
    (one) => `${one.from.join()};${one.to.join()}` === `${points[from]!.join()};${points[to]!.join()}`,
  )
  if (!found) return { code: 'InvalidQuery', message: 'this route was not recorded' }
  const { duration, distance, geometry } = found
  const steps = found.steps.map(({ type, modifier, location, ...step }) => ({
    ...step,
    maneuver: { type, modifier, location, bearing_before: 0, bearing_after: 0 },
  }))
  return {
    code: 'Ok',
    routes: [{ duration, distance, geometry, legs: [{ duration, distance, steps }] }],
    waypoints: [],
  }
}
