/** The queue in the table: each job runs once, in order, whoever takes it, and none is lost. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { PlanRequest } from '@doorwalk/core/request'
import { diskBlobs } from '@doorwalk/functions/blobs'
import { type EmbeddedDatabase, createTable, openEmbeddedDatabase } from '@doorwalk/functions/dynalite'
import { newId } from '@doorwalk/functions/id'
import type { JobRef } from '@doorwalk/functions/jobs'
import type { Planner } from '@doorwalk/functions/planner'
import { readParts } from '@doorwalk/functions/parts'
import { type PlanRef, createPlan, readHead, readPlan, writeHead } from '@doorwalk/functions/plans'
import { runPart } from '@doorwalk/functions/run-part'
import { runPlan } from '@doorwalk/functions/run-plan'
import { type Runner, tableRunner } from '@doorwalk/functions/runner'
import { openStore } from '@doorwalk/functions/store'
import type { Storage } from '@doorwalk/functions/world'
import { diskRegions } from '@doorwalk/prepare/disk-regions'
import { fixturePlan } from '../support/plan-fixture.ts'
import { planOnly } from '../support/planner.ts'
import { writeTinyRegion } from '../support/tiny-region.ts'

let database: EmbeddedDatabase
let storage: Storage
let runners: Runner[]
let started: string[]
/** Plans whose end was announced. */
let told: string[]

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
  told = []
})
afterEach(async () => {
  for (const runner of runners) await runner.close()
  await database.close()
})

interface OpenOptions {
  capacity?: number
  exclusive?: boolean
  planner?: Partial<Planner>
}

function open(
  plan?: Planner['plan'],
  { capacity = 1, exclusive = false, planner = {} }: OpenOptions = {},
): Runner {
  const runner = tableRunner({
    storage,
    planner: {
      ...planOnly(async (task, hooks) => {
        started.push(task.planId)
        if (plan) return plan(task, hooks)
        await new Promise((done) => setTimeout(done, 5))
        return { ...fixturePlan({ walks: 1, stops: 1 }), id: task.planId }
      }),
      ...planner,
    },
    log: () => undefined,
    capacity,
    exclusive,
    onEnd: async ({ planId }) => void told.push(planId),
  })
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

it('runs a job again whose process was killed time after time, and gives up in the end', async () => {
  const [ref, doomed] = [await newPlan(), await newPlan()]
  const killed = { breaks: 0, owner: 'run_dead', until: 0 }
  const put = (data: PlanRef & { attempts: number }) =>
    storage.store.create({ pk: 'QUEUE#plan', sk: data.planId, data: { ...killed, ...data } })
  await put({ ...ref, attempts: 9 })
  await put({ ...doomed, attempts: 10 })
  open()
  await until(async () => (await statusOf(ref)) === 'done')
  await until(async () => (await statusOf(doomed)) === 'failed')
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

const PIECES = 5

/** Cuts every plan into five pieces, each with one walk by the walker of that name. */
function cutter({ draft }: { draft?: (number: number) => Promise<void> } = {}): Partial<Planner> {
  return {
    cut: async ({ request }) => ({
      startAt: request.startAt ?? '2026-03-14T14:00:00+01:00',
      warnings: [],
      pieces: Array.from({ length: PIECES }, (_, number) => ({
        number,
        cells: [`cell-${number}`],
        volunteers: [{ id: String(number) }],
        targets: [],
      })),
    }),
    draft: async ({ request, cells }) => {
      started.push(cells[0]!)
      const walker = typeof request.volunteers === 'number' ? undefined : request.volunteers[0]?.id
      await draft?.(Number(walker))
      const { region, startAt, walks } = fixturePlan({ walks: 1, stops: 1 })
      return {
        ...{ region, startAt, walks: walks.map((walk) => ({ ...walk, walkId: '', walker: walker ?? '' })) },
        ...{
          meetingPoint: null,
          leftOut: [{ target: `osm:left-${walker}`, reason: 'not_selected' as const }],
        },
        ...{ warnings: [], walkers: 1, reached: 1, iterations: 10, stoppedBy: 'iterations' as const },
      }
    },
  }
}

const items = async (prefix: string) =>
  (await storage.store.query({ pk: 'QUEUE#plan', prefix, limit: 100 })).items
const isEmpty = async (): Promise<boolean> =>
  (await items('pln_')).length === 0 && (await items('part_')).length === 0

async function expectWhole(ref: PlanRef): Promise<void> {
  const plan = (await readPlan(storage, ref))!
  expect(plan.walks.map(({ walker, number, walkId }) => [walker, number, walkId])).toEqual(
    Array.from({ length: PIECES }, (_, number) => [
      String(number),
      number + 1,
      `${ref.planId.replace('pln', 'wlk')}_${number + 1}`,
    ]),
  )
  expect(plan.leftOut.length).toBe(PIECES)
  expect(plan.iterations).toBe(50)
  expect(await readParts(storage, ref)).toBeUndefined()
  expect(await storage.blobs.list(`campaigns/alpha/plans/${ref.planId}/parts/`)).toEqual([])
}

it('plans the pieces of a large plan apart, by several runners, and joins them once', async () => {
  const [first] = [1, 2, 3].map(() => open(undefined, { capacity: 2, planner: cutter() }))
  const ref = await newPlan()
  await first!.submit(ref, 10_000)
  await until(async () => (await statusOf(ref)) === 'done')
  await until(isEmpty)
  await expectWhole(ref)
  expect(started.sort()).toEqual(Array.from({ length: PIECES }, (_, number) => `cell-${number}`))
  expect(told).toEqual([ref.planId])
})

it('goes on with what is missing when a runner ends between the pieces, with the same plan', async () => {
  let calls = 0
  const stuck = open(undefined, {
    planner: cutter({ draft: () => (++calls === 3 ? new Promise(() => undefined) : Promise.resolve()) }),
  })
  const ref = await newPlan()
  await stuck.submit(ref, 0)
  await until(async () => calls === 3)
  await stuck.close()
  expect((await readParts(storage, ref))!.done).toEqual([0, 1])
  open(undefined, { planner: cutter() })
  await until(isEmpty)
  await expectWhole(ref)
  expect(started.length).toBe(PIECES + 1)
})

it('joins when the last piece died before it could say so, and a piece that runs twice counts once', async () => {
  const ref = await newPlan()
  const planner = { ...planOnly(() => Promise.reject(new Error('cut'))), ...cutter() }
  const log = (): void => undefined
  const opened: JobRef[] = []
  const openPart = async (part: JobRef): Promise<void> => void opened.push(part)
  expect(await runPlan(storage, { planner, log, ref, openPart })).toBe('parts')
  expect(opened.map(({ part }) => part)).toEqual(['00000', '00001', '00002', '00003', '00004'])
  for (const number of [3, 3, 0, 1, 2, 4]) {
    await runPart(storage, {
      planner,
      log,
      ref: { ...ref, part: String(number) },
      openPart: async () => undefined,
    })
  }
  expect((await readHead(storage, ref))!.head.progress).toEqual({ stage: 'pieces', share: 1 })
  opened.length = 0
  expect(await runPart(storage, { planner, log, ref: { ...ref, part: '4' }, openPart })).toBe('parts')
  expect(await runPlan(storage, { planner, log, ref, openPart })).toBe('parts')
  expect(opened).toEqual([
    { ...ref, part: 'join' },
    { ...ref, part: 'join' },
  ])
  const join = { planner, log, ref: { ...ref, part: 'join' }, openPart }
  expect(await Promise.all([runPart(storage, join), runPart(storage, join)])).toEqual(['ended', 'ended'])
  await expectWhole(ref)
  expect(await runPart(storage, join)).toBe('ended')
})

it('fails as a whole with the error of a piece, and leaves nothing of the others', async () => {
  const runner = open(undefined, {
    planner: cutter({
      draft: async (number) => {
        if (number === 2) throw new VisibleError('input', 'start.unreachable', 'no street there')
      },
    }),
  })
  const ref = await newPlan()
  await runner.submit(ref, 10_000)
  expect((await readHead(storage, ref))!.head).toMatchObject({
    status: 'failed',
    error: { code: 'start.unreachable' },
  })
  await until(isEmpty)
  expect(await storage.blobs.list(`campaigns/alpha/plans/${ref.planId}/parts/`)).toEqual([])
})

it('takes a plan that somebody may wait for before the pieces of a large one', async () => {
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => (letGo = done))
  const large = await newPlan()
  const runner = open(undefined, {
    planner: {
      ...cutter({ draft: () => gate }),
      cut: async (task) => (task.planId === large.planId ? cutter().cut!(task) : null),
    },
  })
  await runner.submit(large, 0)
  await until(async () => started.length === 1)
  const small = await newPlan()
  await runner.submit(small, 0)
  letGo()
  await until(isEmpty)
  expect(started.indexOf(small.planId)).toBe(1)
  await expectWhole(large)
})

it('stops at a cancellation between the pieces', async () => {
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => (letGo = done))
  const runner = open(undefined, { planner: cutter({ draft: () => gate }) })
  const ref = await newPlan()
  await runner.submit(ref, 0)
  await until(async () => started.length === 1)
  const { head, version } = (await readHead(storage, ref))!
  await writeHead(storage, { ref, head: { ...head, status: 'cancelled' }, version })
  runner.cancel(ref)
  letGo()
  await until(isEmpty)
  expect(started.length).toBe(1)
  expect(await readParts(storage, ref)).toBeUndefined()
})
