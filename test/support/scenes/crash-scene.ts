/**
 * A server that dies at one of its writes, the same data under a new server, and the same requests again: what must be
 * true then, whatever the write was.
 */
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { holdState } from '@doorwalk/core/ledger/hold'
import { DEFAULTS } from '@doorwalk/functions/config'
import { type Server, startServer } from '@doorwalk/functions/laptop/server'
import { allBlocks } from '@doorwalk/functions/ledger/blocks'
import { HeldWalk, readCommit } from '@doorwalk/functions/ledger/holds'
import { WALK } from '@doorwalk/functions/store/keys'
import type { Storage } from '@doorwalk/functions/world'
import { once } from '../once.ts'
import type { CrashingServers } from '../servers/crashing.ts'
import { planInline } from '../servers/plan-inline.ts'
import { CAMPAIGN, settle } from '../servers/settle.ts'
import { afterEachWrite } from '../servers/writes.ts'
import { prepareWorld } from '../worlds/prepared.ts'
import { REGION, quarter } from './campaign.ts'

type Json = Record<string, unknown>

export interface Answer {
  status: number
  json: Json
}

/**
 * Calls the server; rejects when it has died. `name` is the call's `Idempotency-Key`. What is to be deleted may be gone
 * already: that is 204, too.
 */
type Call = (name: string, path: string, body?: unknown, method?: 'POST' | 'DELETE') => Promise<Answer>

export interface LivingServer {
  call: Call
  get: (path: string) => Promise<Json>
  storage: Pick<Storage, 'store' | 'blobs'>
  close: () => Promise<void>
}

export interface Story<Given = unknown> {
  /** What was there before. */
  given: (server: LivingServer) => Promise<Given>
  /** The calls that are killed, and made again as they were. */
  act: (call: Call, given: Given) => Promise<unknown>
  /** Plans that there are in the end, by what was answered at last. */
  plans: (answers: Map<string, Answer>, given: Given) => string[]
  /** What else must be true. */
  check?: (server: LivingServer, answers: Map<string, Answer>, given: Given) => Promise<void>
}

/** Lets the types of a story fit each other. */
export const story = <Given>(it: Story<Given>): Story => it as Story

export interface Stage {
  regionRoots: string[]
  /** The data before the calls. */
  data: string
  given: unknown
  /** Writes of the calls when nobody dies. */
  writes: number
}

export async function setStage(it: Story): Promise<Stage> {
  const regionRoots = [await once(REGION, (folder) => prepareWorld(quarter(), {}, folder))]
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-crash-'))
  const before = await live({ data, regionRoots })
  const given = await it.given(before)
  await settle(before.storage)
  await before.close()
  const trial = `${data}-trial`
  await cp(data, trial, { recursive: true })
  const counting = await live({ data: trial, regionRoots })
  const from = counting.writes()
  await it.act(counting.call, given)
  await settle(counting.storage)
  const writes = counting.writes() - from
  await counting.close()
  await rm(trial, { recursive: true })
  return { regionRoots, data, given, writes }
}

/**
 * Kills one server after the other, each after so many writes of its own; starts another, asks again, and checks.
 *
 * @returns how many had so many writes to die of
 */
export async function killAt(
  it: Story,
  { stage, deaths, servers }: { stage: Stage; deaths: number[]; servers: CrashingServers },
): Promise<number> {
  const { regionRoots, given } = stage
  const data = `${stage.data}-${deaths.join('-')}`
  await cp(stage.data, data, { recursive: true })
  const told = new Map<string, Answer>()
  let died = 0
  for (const writes of deaths) {
    const dying = await servers.start({ data, regionRoots, writes })
    await it.act(noting(told, callTo(dying.url, await keyIn(data))), given).catch(() => undefined)
    if (await dying.end()) died++
  }
  const next = await live({ data, regionRoots })
  const answers = new Map<string, Answer>()
  await it.act(noting(answers, next.call), given)
  // A plan whose process died twice is given up, and told so once.
  const isGivenUp = [...answers.values()].some(({ json }) => json['code'] === 'plan.gave_up')
  if (deaths.length > 1 && isGivenUp) await it.act(noting(answers, next.call), given)
  for (const [name, { status, json }] of answers) {
    expect(status, `${name}: ${JSON.stringify(json)}`).toBeLessThan(300)
    const first = told.get(name)
    if (first && first.status < 300) expect({ status, json }, `${name}, told before`).toEqual(first)
  }
  await settle(next.storage)
  await checkSound(next, it.plans(answers, given))
  await it.check?.(next, answers, given)
  await next.close()
  expect((await filesIn(data)).filter((name) => name.endsWith('~'))).toEqual([])
  await rm(data, { recursive: true })
  return died
}

/** A server in this process, on data that another has left. */
async function live({
  data,
  regionRoots,
}: Pick<Stage, 'data' | 'regionRoots'>): Promise<LivingServer & { writes: () => number }> {
  let writes = 0
  let storage: LivingServer['storage'] | undefined
  const counting = afterEachWrite(() => writes++)
  const server: Server = await startServer({
    host: '127.0.0.1',
    port: 0,
    data,
    regionRoots,
    config: { ...DEFAULTS, requestsPerMinute: 100_000, sync: { ...DEFAULTS.sync, milliseconds: 600_000 } },
    log: () => undefined,
    around: (kept) => (storage = counting(kept)),
    openPlanner: planInline,
  })
  if (!storage) throw new Error('the server keeps nothing')
  const key = await keyIn(data)
  return {
    call: callTo(server.url, key),
    async get(path) {
      const answer = await fetch(server.url + path, { headers: { Authorization: `Bearer ${key}` } })
      expect(answer.status, path).toBe(200)
      return (await answer.json()) as Json
    },
    storage,
    writes: () => writes,
    close: async () => void (await server.close()),
  }
}

function callTo(url: string, key: string): Call {
  return async (name, path, body, method = 'POST') => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        'Idempotency-Key': name,
        'Content-Type': 'application/json',
        Connection: 'close',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (method === 'DELETE' && answer.status === 404) return { status: 204, json: {} }
    return { status: answer.status, json: text === '' ? {} : (JSON.parse(text) as Json) }
  }
}

function noting(answers: Map<string, Answer>, call: Call): Call {
  return async (name, path, body, method) => {
    const answer = await call(name, path, body, method)
    answers.set(name, answer)
    return answer
  }
}

const keyIn = async (data: string): Promise<string> => (await readFile(join(data, 'demo-key'), 'utf8')).trim()

/** Nothing is leased twice, nor by a plan that nobody was told of, and no plan is left half made. */
async function checkSound({ get, storage }: LivingServer, known: string[]): Promise<void> {
  const { plans } = (await get('/v1/plans?limit=1000')) as { plans: { id: string; status: string }[] }
  expect(plans.map(({ id, status }) => `${id} ${status}`).sort()).toEqual(
    known.map((id) => `${id} done`).sort(),
  )
  const { store } = storage
  const blocks = await allBlocks({ store }, { campaign: CAMPAIGN, region: REGION })
  const holds = new Map([...blocks.values()].flatMap((block) => Object.entries(block.holds)))
  const holders = new Map<string, string>()
  for await (const { data } of store.all(WALK.range(CAMPAIGN))) {
    const walk = HeldWalk.parse(data)
    const commit = (await readCommit(store, { campaign: CAMPAIGN, planId: walk.planId }))?.value
    if (holdState({ commit, walk }, Date.now()) !== 'held') continue
    expect(known, 'who holds something').toContain(walk.planId)
    for (const { id } of walk.targets) {
      expect(holders.get(id), `${id} is leased twice`).toBeUndefined()
      holders.set(id, walk.walkId)
      expect(holds.get(id), `${id} is held in its block`).toMatchObject({
        walk: walk.walkId,
        plan: walk.planId,
      })
    }
  }
}

async function filesIn(data: string): Promise<string[]> {
  return readdir(join(data, 'blobs'), { recursive: true }).catch(() => [])
}
