/**
 * Roll-call over HTTP, as an organiser meets it: a real server with its database, 800 targets leased by 20 walkers,
 * some of whose doors are done; 12 are present. Tells wall and processor seconds of the call, warm, and what stayed as
 * it was.
 *
 *     npx tsx bench/ledger/replan-http.ts REGION_FOLDER [targets] [planned] [present] [rounds]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Plan, Walk, WalkStop } from '@doorwalk/core/walk/answer'
import { processorSeconds } from '../../test/support/servers/processor.ts'
import { startServerProcess } from '../../test/support/servers/serve.ts'

const [folder, ...numbers] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: REGION_FOLDER [targets] [planned] [present] [rounds]')
const [targets = 800, planned = 20, present = 12, rounds = 4] = numbers.map(Number)
const region = basename(resolve(folder))
const data = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
const server = await startServerProcess(data, {
  regions: [folder],
  env: { DOORWALK_RATE: '100000' },
})
async function call<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(server.url + path, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
  const value = JSON.parse(text) as T & { status?: string; href?: string; walks?: unknown }
  if (answer.status !== 202) return value
  await new Promise((done) => setTimeout(done, 500))
  return call(String(value.href))
}

/** As many targets as asked for, around the meeting point; the others are skipped. */
async function requestFor(): Promise<object> {
  const whole = { region, volunteers: planned, minutes: 120 }
  const { id, walks, meetingPoint } = await call<Plan>('/v1/plans', { ...whole, iterations: 0 })
  const ids = walks.flatMap(targetsOf)
  let path = `/v1/plans/${id}/left-out?limit=1000`
  for (;;) {
    const page = await call<{ leftOut: Plan['leftOut']; next: string | null }>(path)
    ids.push(...page.leftOut.filter(({ reason }) => reason === 'not_selected').map(({ target }) => target))
    if (page.next === null) break
    path = `/v1/plans/${id}/left-out?limit=1000&cursor=${page.next}`
  }
  return { ...whole, ...(meetingPoint && { start: meetingPoint }), skip: { targets: ids.slice(targets) } }
}

const targetsOf = ({ stops }: Pick<Walk, 'stops'>): string[] =>
  stops.flatMap((stop) => stop.targets.map(({ id }) => id))
const walkOf = (plan: Plan, walker: string): Walk | undefined =>
  plan.walks.find((walk) => walk.walker === walker)
/** What a stop was, whatever the clock says. */
const asDone = ({ arriveAt: _arriveAt, done: _done, ...stop }: WalkStop): string => JSON.stringify(stop)

/** The first stops of every walk are begun and done; who they are stays on the walk for good. */
async function visitSome(plan: Plan, stops: number): Promise<void> {
  for (const { walkId } of plan.walks) await call(`/v1/walks/${walkId}/start`, {})
  const visits = plan.walks.flatMap((walk) =>
    walk.stops.slice(0, stops).flatMap(({ targets: some }) =>
      some.map(({ id, doors }) => ({
        id: `${walk.walkId.slice(-16)}-${id}`,
        target: id,
        walk: walk.walkId,
        at: new Date().toISOString(),
        knocked: doors,
        refused: doors,
      })),
    ),
  )
  await call('/v1/visits', { region, visits })
}

interface Measured {
  wall: number
  cpu: number
  stayed: number
  /** Walks of those present that are as they were, to the byte. */
  same: number
  /** Done stops that are not what they were. */
  changedDone: number
}

async function measure(request: object, { keep, done }: { keep: string; done: number }): Promise<Measured> {
  const plan = await call<Plan>('/v1/plans', { ...request, commit: true, iterations: 20_000 })
  if (plan.walks.length < planned) throw new Error(`only ${plan.walks.length} walks`)
  if (done > 0) await visitSome(plan, done)
  const walkers = plan.walks.toSorted((a, b) => a.rank - b.rank).map(({ walker }) => walker)
  // Spread over the ranks: those who stay away are not those with the poorest walks.
  const there = walkers.filter(
    (_, at) => Math.floor(((at + 1) * present) / planned) > Math.floor((at * present) / planned),
  )
  const [ticks, from] = [processorSeconds(server.pid), performance.now()]
  const after = await call<Plan>(`/v1/plans/${plan.id}/replan`, { present: there, keep })
  const wall = (performance.now() - from) / 1000
  const used = processorSeconds(server.pid) - ticks
  let [same, changedDone] = [0, 0]
  for (const walker of there) {
    const [was, is] = [walkOf(plan, walker), walkOf(after, walker)]
    if (JSON.stringify(was) === JSON.stringify(is)) same++
    for (let at = 0; at < done; at++) {
      const [before, now] = [was?.stops[at], is?.stops[at]]
      if (!before || !now || asDone(before) !== asDone(now)) changedDone++
    }
  }
  // Free for the next round.
  for (const { walkId } of after.walks) await call(`/v1/walks/${walkId}/release`, {})
  return { wall, cpu: used, stayed: after.replan?.stayed ?? 0, same, changedDone }
}

const median = (values: number[]): string =>
  (values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0).toFixed(2)
await fetch(`${server.url}/v1/campaigns/demo`, {
  method: 'PUT',
  headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ firstKnock: '00:00', lastKnock: '23:59' }),
})
const request = await requestFor()
for (const done of [0, 2])
  for (const keep of ['walks', 'least']) {
    const all: Measured[] = []
    for (let round = 0; round < rounds; round++) {
      // What is done in one round is done in the next: later ones begin with fewer targets.
      all.push(await measure(request, { keep, done }))
    }
    const warm = all.slice(1)
    console.log(
      `${keep}, ${done} stops of each walk done: ${median(warm.map(({ wall }) => wall))} s wall, ` +
        `${median(warm.map((each) => each.cpu))} CPU s; ${(100 * Math.min(...all.map(({ stayed }) => stayed))).toFixed(0)} % stay at least, ` +
        `${Math.min(...all.map(({ same }) => same))} of ${present} walks to the byte as they were, ` +
        `${all.reduce((sum, { changedDone }) => sum + changedDone, 0)} done stops changed`,
    )
  }
await server.stop()
await rm(data, { recursive: true })
