/** The queue in the table: each job runs once, in order, whoever takes it, and none is lost. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PlanRequest } from '@doorwalk/core/request'
import { diskBlobs } from '@doorwalk/functions/blobs'
import { type EmbeddedDatabase, createTable, openEmbeddedDatabase } from '@doorwalk/functions/dynalite'
import { newId } from '@doorwalk/functions/id'
import type { Planner } from '@doorwalk/functions/planner'
import { type PlanRef, createPlan, readHead, writeHead } from '@doorwalk/functions/plans'
import { type Runner, tableRunner } from '@doorwalk/functions/runner'
import { openStore } from '@doorwalk/functions/store'
import type { Storage } from '@doorwalk/functions/world'
import { diskRegions } from '@doorwalk/prepare/disk-regions'
import { fixturePlan } from '../support/plan-fixture.ts'
import { writeTinyRegion } from '../support/tiny-region.ts'

let database: EmbeddedDatabase
let storage: Storage
let runners: Runner[]
let started: string[]

const request = PlanRequest.parse({ region: 'tiny', volunteers: 1 })

beforeEach(async () => {
  database = await openEmbeddedDatabase()
  await createTable(database.client, 'doorwalk')
  const clock = { now: () => Date.now() }
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-jobs-'))
  const store = openStore({ client: database.client, table: 'doorwalk', clock })
  storage = {
    store,
    blobs: diskBlobs(folder),
    regions: diskRegions([await writeTinyRegion()]),
    clock,
    id: newId,
  }
  runners = []
  started = []
})
afterEach(async () => {
  for (const runner of runners) await runner.close()
  await database.close()
})

function open(plan?: Planner['plan'], { capacity = 1, exclusive = false } = {}): Runner {
  const planner: Planner = {
    async plan(task, hooks) {
      started.push(task.planId)
      if (plan) return plan(task, hooks)
      await new Promise((done) => setTimeout(done, 5))
      return { ...fixturePlan({ walks: 1, stops: 1 }), id: task.planId }
    },
    close: async () => undefined,
  }
  const runner = tableRunner({ storage, planner, log: () => undefined, capacity, exclusive })
  runners.push(runner)
  return runner
}

async function newPlan(): Promise<PlanRef> {
  const ref: PlanRef = { campaign: 'alpha', planId: newId('pln') }
  await createPlan(storage, { ref, request })
  return ref
}

const statusOf = async (ref: PlanRef): Promise<string | undefined> =>
  (await readHead(storage, ref))?.head.status

async function until(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await check()) return
    await new Promise((done) => setTimeout(done, 10))
  }
  throw new Error('it did not happen within ten seconds')
}

it('runs each of twenty jobs once, with three runners after them', async () => {
  const [first] = [open(undefined, { capacity: 2 }), open(), open()]
  const refs = await Promise.all(Array.from({ length: 20 }, newPlan))
  await Promise.all(refs.map((ref) => first.submit(ref, 0)))
  await until(async () => (await Promise.all(refs.map(statusOf))).every((status) => status === 'done'))
  expect(started.length).toBe(20)
  expect(new Set(started).size).toBe(20)
  await until(
    async () =>
      (await storage.store.query({ pk: 'QUEUE#plan', prefix: 'pln_', limit: 1 })).items.length === 0,
  )
})

it('takes the oldest first', async () => {
  const refs: PlanRef[] = []
  for (let index = 0; index < 4; index++) {
    refs.push(await newPlan())
    // Ids of one millisecond have no order among themselves.
    await new Promise((done) => setTimeout(done, 2))
  }
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => (letGo = done))
  const runner = open(async ({ planId }) => {
    await gate
    return { ...fixturePlan({ walks: 1, stops: 1 }), id: planId }
  })
  await runner.submit(refs[0]!, 0)
  await until(async () => started.length === 1)
  for (const ref of [refs[3]!, refs[1]!, refs[2]!]) await runner.submit(ref, 0)
  letGo()
  await until(async () => (await statusOf(refs[3]!)) === 'done')
  expect(started).toEqual(refs.map(({ planId }) => planId))
})

it('answers who waits when the job has ended, and lets go of who waited long enough', async () => {
  const runner = open()
  const quick = await newPlan()
  await runner.submit(quick, 5_000)
  expect(await statusOf(quick)).toBe('done')
  const slow = open(() => new Promise(() => undefined))
  await runner.close()
  const stuck = await newPlan()
  await slow.submit(stuck, 50)
  expect(await statusOf(stuck)).not.toBe('done')
})

it('never starts what was cancelled before its turn', async () => {
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => (letGo = done))
  const runner = open(async ({ planId }) => {
    await gate
    return { ...fixturePlan({ walks: 1, stops: 1 }), id: planId }
  })
  const [first, second] = [await newPlan(), await newPlan()]
  await runner.submit(first, 0)
  await runner.submit(second, 0)
  const { head, version } = (await readHead(storage, second))!
  await writeHead(storage, { ref: second, head: { ...head, status: 'cancelled' }, version })
  runner.cancel(second)
  letGo()
  await until(
    async () =>
      (await storage.store.query({ pk: 'QUEUE#plan', prefix: 'pln_', limit: 1 })).items.length === 0,
  )
  expect(started).toEqual([first.planId])
  expect(await statusOf(second)).toBe('cancelled')
})

it('hands a job on when it closes, and does not count that as a try', async () => {
  const stuck = open(() => new Promise(() => undefined))
  const ref = await newPlan()
  await stuck.submit(ref, 0)
  await until(async () => started.length === 1)
  await stuck.close()
  const item = (await storage.store.query({ pk: 'QUEUE#plan', prefix: 'pln_', limit: 1 })).items[0]
  expect(item?.data).toMatchObject({ attempts: 0, owner: '', until: 0 })
  open()
  await until(async () => (await statusOf(ref)) === 'done')
})

it('does not wait for the leases of the dead where nobody else can be alive', async () => {
  const ref = await newPlan()
  const lease = { ...ref, attempts: 1, owner: 'run_dead', until: Date.now() + 30_000 }
  await storage.store.create({ pk: 'QUEUE#plan', sk: ref.planId, data: lease })
  open()
  await new Promise((done) => setTimeout(done, 200))
  expect(await statusOf(ref)).toBe('queued')
  open(undefined, { exclusive: true })
  await until(async () => (await statusOf(ref)) === 'done')
})
