/** What the callers of a busy Saturday do, drawn from a seed: each act is one story of one or more calls. */
import { randomUUID } from 'node:crypto'
import type { Random } from '@doorwalk/core/solver/chance/random'

const REGION = 'paris-9e-10e'
/** Two polling stations for six volunteers: about 50 targets. */
export const PLAN = {
  region: REGION,
  area: { precincts: ['0925', '0926'] },
  volunteers: 6,
  minutes: 120,
}
/** Lies inside the region. */
const CORNER = { west: 2.34, south: 48.872, east: 2.358, north: 48.882 }
/** Plans and walks remembered by a caller, to be read, printed and replanned. */
const REMEMBERED = 20
const IMPORTED = 300
/** A caller who loses patience waits so long. */
const PATIENCE_MILLISECONDS = 150

export interface Caller {
  url: string
  key: string
  chance: Random
  /** Told of every answer. */
  heard: (answer: { what: string; status: number; retryAfter: string | null; text: string }) => void
  plans: string[]
  walks: string[]
}

type Act = (caller: Caller) => Promise<void>

interface Asking {
  body?: unknown
  type?: string
  method?: string
  signal?: AbortSignal
  headers?: Record<string, string>
}

async function ask<Answer>(
  { url, key, heard }: Caller,
  what: string,
  path: string,
  { body, type = 'application/json', method, signal, headers }: Asking = {},
): Promise<Answer | undefined> {
  const answer = await fetch(url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': type, ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  })
  const text = await answer.text()
  heard({ what, status: answer.status, retryAfter: answer.headers.get('Retry-After'), text })
  const isJson = answer.headers.get('Content-Type')?.includes('json') === true
  return answer.ok && isJson ? (JSON.parse(text) as Answer) : undefined
}

/** Goes away before the answer is there. */
async function abandon(caller: Caller, path: string, body: unknown): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
  await ask(caller, 'abandoned', path, { body, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

const any = <Each>({ chance }: Caller, all: readonly Each[]): Each | undefined =>
  all[chance.below(all.length)]

function place({ chance }: Caller): [number, number] {
  const along = (from: number, to: number) => from + (to - from) * (chance.below(1_000) / 1_000)
  return [along(CORNER.west, CORNER.east), along(CORNER.south, CORNER.north)]
}

function remember(list: string[], id: string): void {
  list.push(id)
  if (list.length > REMEMBERED) list.shift()
}

interface Planned {
  id: string
  walks?: { walkId: string }[]
}
interface Leased {
  walkId: string
  stops: { targets: { id: string }[] }[]
}

const planBody = (caller: Caller) => ({
  ...PLAN,
  volunteers: 2 + caller.chance.below(5),
  iterations: 2_000,
  seed: caller.chance.below(1_000_000),
})
const walkBody = (caller: Caller) => ({ region: REGION, start: place(caller), minutes: 20 })
const estimateBody = { region: REGION, area: PLAN.area, minutes: 60, upTo: 20 }

async function plan(caller: Caller): Promise<void> {
  const made = await ask<Planned>(caller, 'plan', '/v1/plans', { body: planBody(caller) })
  if (!made) return
  remember(caller.plans, made.id)
  for (const { walkId } of made.walks ?? []) remember(caller.walks, walkId)
}

/** Walk, knock, give back: what is leased is free again, and what was visited becomes due another day. */
async function walk(caller: Caller): Promise<void> {
  const leased = await ask<Leased>(caller, 'walk', '/v1/walks', { body: walkBody(caller) })
  if (!leased) return
  const path = `/v1/walks/${leased.walkId}`
  await ask(caller, 'start', `${path}/start`, { body: {} })
  await ask(caller, 'walk pack', `${path}/pack`)
  const [first] = leased.stops
  const at = new Date().toISOString()
  const visits = (first?.targets ?? []).map(({ id }) => ({
    ...{ id: randomUUID(), target: id, at, walk: leased.walkId },
    ...{ knocked: 1, revisit: 1, opened: 1 },
  }))
  if (visits.length > 0) await ask(caller, 'visits', '/v1/visits', { body: { region: REGION, visits } })
  await ask(caller, 'release', `${path}/release`, { body: {} })
}

async function replan(caller: Caller): Promise<void> {
  const id = any(caller, caller.plans)
  if (id === undefined) return
  const made = await ask<Planned>(caller, 'replan', `/v1/plans/${id}/replan`, { body: { present: 2 } })
  if (made) caller.plans.splice(caller.plans.indexOf(id), 1, made.id)
}

async function print(caller: Caller): Promise<void> {
  const id = any(caller, caller.plans)
  if (id !== undefined) await ask(caller, 'plan page', `/v1/plans/${id}.html`)
}

async function read(caller: Caller): Promise<void> {
  const id = any(caller, caller.walks)
  if (id !== undefined) await ask(caller, 'walk gpx', `/v1/walks/${id}.gpx`)
  await ask(caller, 'plans', '/v1/plans?limit=50')
}

async function importTargets(caller: Caller): Promise<void> {
  const rows = Array.from({ length: IMPORTED }, (_, index) => {
    const [lng, lat] = place(caller)
    return `own-${index};${lng.toFixed(5)};${lat.toFixed(5)};${1 + caller.chance.below(20)}`
  })
  const body = ['id;lng;lat;doors', ...rows].join('\n')
  await ask(caller, 'import', `/v1/buildings?region=${REGION}`, { body, type: 'text/csv' })
}

async function map(caller: Caller): Promise<void> {
  const [west, south] = place(caller)
  const bbox = [west, south, west + 0.005, south + 0.004].map((each) => each.toFixed(5)).join(',')
  await ask(caller, 'map', `/v1/regions/${REGION}/map.geojson?bbox=${bbox}`)
}

async function batch(caller: Caller): Promise<void> {
  const shift = (hours: number) => ({
    startAt: new Date(Date.now() + hours * 3_600_000).toISOString(),
    minutes: 60,
  })
  const areas = [{ label: 'A', area: { precincts: ['0925'] }, start: [2.3475, 48.8791] }]
  const body = { region: REGION, areas, shifts: [shift(1), shift(3)], volunteers: 2, iterations: 200 }
  const made = await ask<{ id: string }>(caller, 'batch', '/v1/batches', { body })
  if (!made) return
  for (let asked = 0; asked < 60; asked++) {
    const now = await ask<{ status: string }>(caller, 'batch read', `/v1/batches/${made.id}`)
    if (now?.status === 'done') break
    await new Promise((done) => setTimeout(done, 500))
  }
  await ask(caller, 'batch pack', `/v1/batches/${made.id}/pack`)
  await ask(caller, 'batch gone', `/v1/batches/${made.id}`, { method: 'DELETE' })
}

/** How often, of a hundred. */
const ACTS: [number, Act][] = [
  [22, plan],
  [22, walk],
  [
    8,
    (caller) => ask(caller, 'estimate', '/v1/plans/estimate', { body: estimateBody }).then(() => undefined),
  ],
  [6, importTargets],
  [8, map],
  [8, print],
  [8, read],
  [6, replan],
  [4, batch],
  [4, (caller) => ask(caller, 'coverage', `/v1/coverage?region=${REGION}`).then(() => undefined)],
  [2, (caller) => abandon(caller, '/v1/plans', { ...planBody(caller), commit: true })],
  [1, (caller) => abandon(caller, '/v1/walks', walkBody(caller))],
  [1, (caller) => abandon(caller, '/v1/plans/estimate', estimateBody)],
]

export async function actOnce(caller: Caller): Promise<void> {
  let left = caller.chance.below(ACTS.reduce((sum, [often]) => sum + often, 0))
  for (const [often, act] of ACTS) {
    left -= often
    if (left < 0) return act(caller)
  }
}
