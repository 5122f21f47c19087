/**
 * A campaign of random calls, in everything that a caller may ask: plans, walks, visits, imports, replans, exports. It
 * tries to smuggle in exact places and personal fields, and reports counts at small targets that no other number looks
 * like.
 */
import { randomUUID } from 'node:crypto'
import { Random } from '@doorwalk/core/solver/chance/random'
import type { LngLat } from '@doorwalk/core/units'
import { SMALLEST_SHOWN_DOORS, type Visit } from '@doorwalk/core/ledger/visit'
import { censusFor } from '@doorwalk/functions/ledger/census'
import type { CoverageAnswer } from '@doorwalk/functions/coverage/coverage'
import { signatureHeaders } from '@doorwalk/functions/webhooks/sign'
import type { CallInit } from '../servers/api.ts'
import { type Campaign, REGION, openCampaign, quarter } from './campaign.ts'
import { place } from '../worlds/osm-fixture.ts'
import { collection, fileWith, prepareWorld, rectangle } from '../worlds/prepared.ts'
import { type Receiver, openReceiver } from '../servers/receiver.ts'
import { until } from '../until.ts'

/** What nobody may find again: values of fields that do not exist. */
export const PERSONAL = ['Ada Lovelace', 'ada@example.org', '+33612345678', 'votes for nobody'] as const
/** Half the quarter each; the line between them cuts blocks. */
const PRECINCTS = { west: [-60, -60, 250, 420], east: [190, -60, 330, 420] } as const
const FORMS = ['', '.geojson', '.gpx', '.html', '.csv', '/pack', '/state', '/pack?since=0']
const LISTS = ['plans', 'areas', 'keys', 'holdouts', 'batches', 'webhooks', 'inbound/sources', 'regions']
const HOUR = 3_600_000
const COUNTS = ['knocked', 'opened', 'refused', 'revisit', 'optedOut'] as const
/** From here up to the 2,000 that a visit may count: more than any target has. */
const FIRST_MARK = 1_009

type Counts = Record<(typeof COUNTS)[number], number>

/** A visit that was acknowledged, with what was known of its target when the target was first reported. */
export interface Reported {
  block: string
  target: string
  doors: number
  counts: Counts
}

export interface Lived {
  campaign: Campaign
  receiver: Receiver
  /** Every answer, errors included. */
  answers: { call: string; text: string }[]
  reported: Reported[]
  /** Each with how many visits had been acknowledged by then. */
  coverages: { after: number; area: string | undefined; coverage: CoverageAnswer }[]
  /** Places of volunteers. */
  exact: LngLat[]
  /** Numbers reported at small targets, and nowhere else. */
  marks: Set<number>
  /** How often each kind of call succeeded. */
  done: Record<string, number>
}

let prepared: Promise<string> | undefined

async function halves(): Promise<string> {
  const features = Object.entries(PRECINCTS).map(
    ([code, [x, y, width, height]]): [object, GeoJSON.Polygon] => [
      { code },
      rectangle([x, y, width, height]),
    ],
  )
  const precincts = await fileWith('precincts.geojson', collection(features))
  return (await prepareWorld(quarter(), { precincts })).root
}

/** @param calls  how many random ones are made */
export async function liveRandomly({ seed, calls }: { seed: number; calls: number }): Promise<Lived> {
  prepared ??= halves()
  const receiver = await openReceiver()
  const campaign = await openCampaign({
    regionRoots: [await prepared],
    webhookAllow: [receiver.origin],
  })
  const { api, key } = campaign
  const random = new Random(seed)
  const lived: Lived = {
    ...{ campaign, receiver, answers: [], reported: [], coverages: [], exact: [], done: {} },
    marks: new Set(),
  }
  const walks: string[] = []
  const plans: string[] = []
  const areas: string[] = []
  const firstDoors = new Map<string, number>()
  const chance = (share: number): boolean => random.unit() < share
  const pick = <T>(values: readonly T[]): T => values[random.below(values.length)]!
  const some = (count: number): number[] => Array.from({ length: 1 + random.below(count) }, (_, at) => at)
  const census = () => censusFor(api.world, { campaign: 'alpha', region: REGION })

  async function call(path: string, init: CallInit = {}): Promise<Record<string, unknown> | undefined> {
    const method = init.method ?? (init.body === undefined ? 'GET' : 'POST')
    const answer = await api.call(path, { key, ...init, method })
    const text = await answer.text()
    lived.answers.push({ call: `${method} ${path} ${answer.status}`, text })
    if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    if (answer.status >= 300) return undefined
    const isJson = answer.headers.get('Content-Type')?.startsWith('application/json')
    return isJson ? (JSON.parse(text) as Record<string, unknown>) : {}
  }
  const keyed = (): Record<string, string> => (chance(0.7) ? { 'Idempotency-Key': randomUUID() } : {})

  /** Somewhere in the quarter, to the last digit. */
  function exactly(): LngLat {
    const [lng, lat] = place(20 + 360 * random.unit(), 20 + 200 * random.unit())
    const digits = (): number => (1 + random.below(999_999)) / 1e10
    const exact: LngLat = [Number((lng + digits()).toFixed(10)), Number((lat + digits()).toFixed(10))]
    lived.exact.push(exact)
    return exact
  }
  /** Sometimes with a field that does not exist; whole bodies are then refused, and visits by themselves. */
  function sneaky<T extends object>(body: T, share = 0.1): T {
    if (!chance(share)) return body
    return { ...body, [pick(['name', 'phone', 'email', 'note', 'opinion'])]: pick(PERSONAL) }
  }
  function keep(walksOf: unknown): void {
    if (!Array.isArray(walksOf)) return
    for (const { walkId } of walksOf as { walkId: string }[]) walks.push(walkId)
  }
  const volunteers = () =>
    some(3).map((at) =>
      sneaky(
        {
          ...{ id: `v${at}`, start: exactly(), minutes: 20 + random.below(40) },
          ...(chance(0.5) ? { end: exactly() } : {}),
        },
        0.03,
      ),
    )
  async function area(): Promise<object> {
    if (chance(0.3)) return {}
    if (chance(0.3)) return { area: { precincts: [pick(Object.keys(PRECINCTS))] } }
    if (areas.length > 0 && chance(0.5)) return { area: { id: pick(areas) } }
    const blocks = [...new Set((await census()).all().map(({ block }) => block))]
    return { area: { cells: blocks.filter(() => chance(0.6)).concat(pick(blocks)) } }
  }

  /** Counts of one visit; at a small target most numbers are marks. */
  function outcome(doors: number): Partial<Visit> {
    const isSmall = doors < SMALLEST_SHOWN_DOORS
    const mark = (): number => {
      if (!isSmall) return 1 + random.below(Math.max(1, Math.floor(doors / 4)))
      const next = FIRST_MARK + lived.marks.size
      lived.marks.add(next)
      return next
    }
    if (chance(0.15)) return { noAccess: true }
    if (isSmall) {
      if (chance(0.2)) return { knocked: 1 + random.below(doors) }
      if (chance(0.4)) return { knocked: mark() }
      const [few, more] = [mark(), mark()]
      return { knocked: more, [pick(['opened', 'refused', 'optedOut'])]: few }
    }
    const [opened, refused] = [mark(), mark()]
    return { knocked: doors, opened, refused, revisit: random.below(opened + 1), optedOut: random.below(2) }
  }
  async function visits(): Promise<object[]> {
    const all = (await census()).all()
    const at = new Date(api.clock.time - random.below(60) * 60_000).toISOString()
    return some(8).map(() => {
      const { id, doors } = pick(all)
      const walk = walks.length > 0 && chance(0.3) ? { walk: pick(walks) } : {}
      const visit = { id: randomUUID(), target: id, at, ...walk, ...outcome(firstDoors.get(id) ?? doors) }
      return chance(0.05) ? { ...visit, knocked: pick(PERSONAL) } : sneaky(visit)
    })
  }
  async function remember(sent: object[], answer: Record<string, unknown> | undefined): Promise<void> {
    const accepted = new Set((answer?.['accepted'] ?? []) as string[])
    const known = await census()
    for (const visit of sent as Visit[]) {
      const target = known.find(visit.target)
      if (!accepted.has(visit.id) || !target) continue
      const doors = firstDoors.get(visit.target) ?? target.doors
      firstDoors.set(visit.target, doors)
      const counts = Object.fromEntries(COUNTS.map((name) => [name, visit[name] ?? 0])) as Counts
      lived.reported.push({ block: target.block, target: visit.target, doors, counts })
    }
  }

  const source = await call('/v1/inbound/sources', { body: { label: 'phone bank' } })
  await call('/v1/webhooks', { body: { url: `${receiver.origin}/hook`, label: 'crm' } })
  // Open day and night: what hour it is matters for nothing here.
  await call('/v1/campaigns/alpha', { method: 'PUT', body: { firstKnock: '00:00', lastKnock: '23:59' } })

  const acts: Record<string, () => Promise<unknown>> = {
    async plan() {
      const crew = chance(0.8) ? volunteers() : 1 + random.below(3)
      const body = {
        region: REGION,
        volunteers: crew,
        iterations: 100,
        commit: chance(0.6),
        ...(await area()),
      }
      const plan = await call('/v1/plans', { body: sneaky(body), headers: keyed() })
      if (plan) plans.push(String(plan['id']))
      keep(plan?.['walks'])
      return plan
    },
    async now() {
      const body = { region: REGION, start: exactly(), end: exactly(), minutes: 20 }
      const walk = await call('/v1/walks', { body: sneaky(body), headers: keyed() })
      if (walk) walks.push(String(walk['walkId']))
      return walk
    },
    async visits() {
      const sent = await visits()
      const answer = await call('/v1/visits', { body: { region: REGION, visits: sent } })
      await remember(sent, answer)
      // Again, as phones do.
      if (chance(0.2)) await call('/v1/visits', { body: { region: REGION, visits: sent } })
      return answer
    },
    async inbound() {
      const sent = await visits()
      const body = JSON.stringify({ region: REGION, visits: sent })
      const secrets = [String(source?.['secret'])]
      const headers = signatureHeaders({ id: randomUUID(), at: api.clock.time, body, secrets })
      const path = `/v1/inbound/visits?source=${String(source?.['id'])}`
      const answer = await call(path, { body, headers })
      await remember(sent, answer)
      return answer
    },
    async paper() {
      if (walks.length === 0) return undefined
      const walkId = pick(walks)
      // Nothing is ticked: which number stands for which target is the walk's own matter.
      const lines = some(3).map((at) => sneaky({ stop: String(at + 1), knocked: 0 }))
      if (chance(0.5)) return call(`/v1/walks/${walkId}/paper`, { body: { stops: lines } })
      const csv = chance(0.8) ? 'stop,knocked\n1,0\n' : `stop,name\n1,${PERSONAL[0]}\n`
      return call(`/v1/walks/${walkId}/paper`, { body: csv, headers: { 'Content-Type': 'text/csv' } })
    },
    async replan() {
      if (plans.length === 0) return undefined
      const body = sneaky({ present: 1 + random.below(3), keep: pick(['walks', 'least']), iterations: 100 })
      const plan = await call(`/v1/plans/${pick(plans)}/replan`, { body, headers: keyed() })
      if (plan) plans.push(String(plan['id']))
      keep(plan?.['walks'])
      return plan
    },
    async life() {
      if (walks.length === 0) return undefined
      const name = pick(['start', 'finish', 'release', 'extend', 'handover', 'shorten'])
      const walker = { walker: `w${random.below(9)}` }
      const bodies: Record<string, object> = {
        extend: { minutes: 20 },
        shorten: { minutes: 15 },
        handover: walker,
      }
      const body = bodies[name]
      const init = body ? { body: sneaky(body) } : {}
      return call(`/v1/walks/${pick(walks)}/${name}`, { method: 'POST', ...init })
    },
    async imports() {
      const targets = (await census()).all().filter(() => chance(0.05))
      const body = {
        region: REGION,
        targets: targets.map(({ id }) => sneaky({ id, doors: 1 + random.below(20) }, 0.02)),
      }
      return targets.length === 0 ? undefined : call('/v1/buildings', { body })
    },
    async area() {
      const body = { label: 'part', region: REGION, ...(await area()) }
      const made = 'area' in body && !('id' in (body.area as object)) && (await call('/v1/areas', { body }))
      if (made) areas.push(String(made['id']))
      return made
    },
    async coverage() {
      const chosen = areas.length > 0 && chance(0.6) ? pick(areas) : undefined
      const path = `/v1/coverage?region=${REGION}${chosen === undefined ? '' : `&area=${chosen}`}`
      const coverage = (await call(path)) as CoverageAnswer | undefined
      if (coverage) lived.coverages.push({ after: lived.reported.length, area: chosen, coverage })
      return call(path, { headers: { Accept: 'application/geo+json' } })
    },
    async holdout() {
      const made = await call('/v1/holdouts', { body: sneaky({ region: REGION, unit: 'block', share: 0.1 }) })
      if (!made || chance(0.5)) return made
      const path = `/v1/holdouts/${String(made['id'])}`
      await call(`${path}/unseal`, { method: 'POST' })
      return call(`${path}/assignment`)
    },
    estimate: async () =>
      call('/v1/plans/estimate', {
        body: { region: REGION, start: exactly(), minutes: 30, upTo: 4, ...(await area()) },
      }),
    async advice() {
      if (plans.length === 0) return undefined
      const wish = { for: 'latecomer', minutes: 30, start: exactly(), end: exactly(), most: 2 }
      const path = `/v1/plans/${pick(plans)}`
      await call(`${path}/wishes`, { body: { wishes: ['hold_outs'] } })
      await call('/v1/plans/compare', { body: { plans: [pick(plans), pick(plans)] } })
      return call(`${path}/suggest`, { body: sneaky(wish, 0.1) })
    },
    async batch() {
      const shifts = [{ startAt: new Date(api.clock.time + HOUR).toISOString(), minutes: 30 }]
      const body = { region: REGION, shifts, volunteers: volunteers(), iterations: 50, commit: chance(0.5) }
      const made = await call('/v1/batches', { body: sneaky(body) })
      if (!made) return undefined
      const path = `/v1/batches/${String(made['id'])}`
      await until(async () => (await call(path))?.['status'] === 'done')
      return call(`${path}/pack`)
    },
    forms: async () => walks.length > 0 && call(`/v1/walks/${pick(walks)}${pick(FORMS)}`),
    planForms: async () =>
      plans.length > 0 && call(`/v1/plans/${pick(plans)}${pick(['', '.geojson', '.html', '/left-out'])}`),
    async reported() {
      const after = chance(0.5) ? '' : `&limit=${1 + random.below(5)}`
      return call(`/v1/visits?region=${REGION}${after}`)
    },
    lists: async () => call(`/v1/${pick(LISTS)}`),
    accesses: async () => call('/v1/campaigns/alpha/accesses'),
    wait: async () => (api.clock.time += random.below(30) * HOUR),
  }
  // What changes the ledger, and what tells of it, more often.
  const names = [
    ...Object.keys(acts),
    ...Array<string[]>(3).fill(['visits', 'inbound', 'coverage', 'plan', 'now']).flat(),
  ]
  for (let at = 0; at < calls; at++) {
    const name = at === 0 ? 'plan' : pick(names)
    if (await acts[name]!()) lived.done[name] = (lived.done[name] ?? 0) + 1
  }
  await acts['coverage']!()
  await call(`/v1/visits?region=${REGION}&limit=1000`)
  return lived
}
