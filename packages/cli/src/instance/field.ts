/** Canvassing instances: walking seconds between real doors, service times, prizes, walkers with budgets. */
import { UNREACHABLE, metresPerDegree } from '@doorwalk/core/units'
import { z } from 'zod'
import type { Instance } from './instance.ts'
import { assertOnce, malformed, plainProblem } from './instance.ts'

const FieldFile = z.object({
  points: z.array(z.tuple([z.number(), z.number()])),
  durations: z.array(z.array(z.number().nullable())),
  doors: z.array(z.number()),
  service: z.array(z.number()),
  prize: z.array(z.number()),
  walkers: z.array(z.object({ start: z.number(), end: z.number().nullable(), budget: z.number() })),
})

export function readField(text: string, name: string): Instance {
  const parsed = FieldFile.safeParse(parseJson(text))
  if (!parsed.success) throw malformed(z.prettifyError(parsed.error))
  const file = parsed.data
  const n = file.points.length
  const sizes = [file.durations, file.doors, file.service, file.prize].map((list) => list.length)
  if (sizes.some((size) => size !== n) || file.durations.some((row) => row.length !== n))
    throw malformed(`durations, doors, service and prize must have ${n} entries, as points has`)
  const metres = metresPerDegree(file.points[0]?.[1] ?? 0)
  const durations = new Int32Array(n * n)
  file.durations.forEach((row, from) =>
    row.forEach((seconds, to) => {
      durations[from * n + to] = seconds === null ? UNREACHABLE : Math.round(seconds * 10)
    }),
  )
  // A meeting point is no stop; every other point is.
  const meeting = new Set(file.walkers.flatMap((walker) => [walker.start, walker.end ?? walker.start]))
  const customers = Array.from({ length: n }, (_, i) => i).filter((i) => !meeting.has(i))
  return {
    name,
    problem: plainProblem({
      points: file.points.map(([lng, lat]) => ({ x: lng * metres.lng, y: lat * metres.lat })),
      isMetres: true,
      at: customers,
      service: customers.map((i) => Math.round(file.service[i]! * 10)),
      prize: customers.map((i) => Math.round(file.prize[i]! * 100)),
      doors: customers.map((i) => file.doors[i]!),
      mandatory: false,
      durations,
      walkers: file.walkers.map((walker) => ({
        start: walker.start,
        end: walker.end ?? -1,
        budget: Math.round(walker.budget * 10),
        doors: Number.MAX_SAFE_INTEGER,
        forbidden: null,
        service: null,
        head: [],
      })),
    }),
    weights: {},
    customer: Int32Array.from(customers),
    evaluate(routes) {
      if (routes.length > file.walkers.length)
        throw new Error(`${routes.length} walks for ${file.walkers.length}`)
      assertOnce(routes, (customer) => Number.isInteger(customer) && customer < n && !meeting.has(customer))
      routes.forEach((route, w) => {
        const walker = file.walkers[w]!
        const path = [walker.start, ...route, ...(walker.end === null ? [] : [walker.end])]
        const walking = path
          .slice(1)
          .reduce((sum, to, i) => sum + (file.durations[path[i]!]![to] ?? Infinity), 0)
        const seconds = walking + route.reduce((sum, customer) => sum + file.service[customer]!, 0)
        if (route.length > 0 && !(seconds <= walker.budget)) throw new Error(`walk ${w} lasts ${seconds} s`)
      })
      return routes.flat().reduce((sum, customer) => sum + file.prize[customer]!, 0)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('not JSON')
  }
}
