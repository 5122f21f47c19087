/** A plan in pieces, each a job: planned apart, joined once, whoever dies in between. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { linkOf } from '@doorwalk/functions/batches/removal'
import { batchKey } from '@doorwalk/functions/batches/stored-batch'
import type { JobRef } from '@doorwalk/functions/jobs/job'
import { readParts } from '@doorwalk/functions/plans/parts'
import { readHead, readPlan, removePlan, writeHead, writePlan } from '@doorwalk/functions/plans/plans'
import { eraseCampaign } from '@doorwalk/functions/campaigns/erasing'
import { runPart } from '@doorwalk/functions/jobs/run-part'
import { runPlan } from '@doorwalk/functions/jobs/run-plan'
import { writtenPlan } from '@doorwalk/functions/planner/written-plan'
import { type JobScene, openJobScene } from '../../support/scenes/job-scene.ts'
import { PIECES, cutter } from '../../support/servers/cutter.ts'
import { planOnly } from '../../support/servers/planner.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'
import { until } from '../../support/until.ts'
import type { PlanRef } from '@doorwalk/functions/ports/jobs'

let scene: JobScene
beforeEach(async () => void (scene = await openJobScene()))
afterEach(() => scene.close())

const isEmpty = async (): Promise<boolean> =>
  (await scene.items('pln_')).length === 0 && (await scene.items('part_')).length === 0

async function expectWhole(ref: PlanRef): Promise<void> {
  const plan = (await readPlan(scene.storage, ref))!
  expect(plan.walks.map(({ walker, number, walkId }) => [walker, number, walkId])).toEqual(
    Array.from({ length: PIECES }, (_, number) => [
      String(number),
      number + 1,
      `${ref.planId.replace('pln', 'wlk')}_${number + 1}`,
    ]),
  )
  expect(plan.leftOut.length).toBe(PIECES)
  expect(plan.iterations).toBe(50)
  expect(await readParts(scene.storage, ref)).toBeUndefined()
  expect(await scene.storage.blobs.list(`campaigns/alpha/plans/${ref.planId}/parts/`)).toEqual([])
}

it('plans the pieces of a large plan apart, by several runners, and joins them once', async () => {
  const [first] = [1, 2, 3].map(() => scene.open(undefined, { capacity: 2, planner: cutter(scene) }))
  const ref = await scene.newPlan()
  // Nobody waits: whoever joins them may be another runner, and tells no caller of this one.
  await first!.submit(ref)
  await until(async () => (await scene.statusOf(ref)) === 'done')
  await until(isEmpty)
  await expectWhole(ref)
  expect(scene.started.sort()).toEqual(Array.from({ length: PIECES }, (_, number) => `cell-${number}`))
  expect(scene.told).toEqual([ref.planId])
  expect(scene.lines.filter(({ event }) => event === 'plan.done')).toMatchObject([
    { planId: ref.planId, solverMilliseconds: 100, walkMilliseconds: 5, prizePercent: 25 },
  ])
})

it('goes on with what is missing when a runner ends between the pieces, with the same plan', async () => {
  let calls = 0
  const stuck = scene.open(undefined, {
    planner: cutter(scene, {
      draft: () => (++calls === 3 ? new Promise(() => undefined) : Promise.resolve()),
    }),
  })
  const ref = await scene.newPlan()
  await stuck.submit(ref, 0)
  await until(async () => calls === 3)
  await stuck.close()
  expect((await readParts(scene.storage, ref))!.done).toEqual([0, 1])
  scene.open(undefined, { planner: cutter(scene) })
  await until(isEmpty)
  await expectWhole(ref)
  expect(scene.started.length).toBe(PIECES + 1)
})

it('joins when the last piece died before it could say so, and a piece that runs twice counts once', async () => {
  const ref = await scene.newPlan()
  const planner = { ...planOnly(() => Promise.reject(new Error('cut'))), ...cutter(scene) }
  const log = (): void => undefined
  const opened: JobRef[] = []
  const openPart = async (part: JobRef): Promise<void> => void opened.push(part)
  expect(await runPlan(scene.storage, { planner, log, ref, openPart })).toBe('parts')
  expect(opened.map(({ part }) => part)).toEqual(['00000', '00001', '00002', '00003', '00004'])
  for (const number of [3, 3, 0, 1, 2, 4]) {
    await runPart(scene.storage, {
      planner,
      log,
      ref: { ...ref, part: String(number) },
      openPart: async () => undefined,
    })
  }
  expect((await readHead(scene.storage, ref))!.head.progress).toEqual({ stage: 'pieces', share: 1 })
  opened.length = 0
  expect(await runPart(scene.storage, { planner, log, ref: { ...ref, part: '4' }, openPart })).toBe('parts')
  expect(await runPlan(scene.storage, { planner, log, ref, openPart })).toBe('parts')
  expect(opened).toEqual([
    { ...ref, part: 'join' },
    { ...ref, part: 'join' },
  ])
  const join = { planner, log, ref: { ...ref, part: 'join' }, openPart }
  expect(await Promise.all([runPart(scene.storage, join), runPart(scene.storage, join)])).toEqual([
    'ended',
    'ended',
  ])
  await expectWhole(ref)
  expect(await runPart(scene.storage, join)).toBe('ended')
})

it('fails as a whole with the error of a piece, and leaves nothing of the others', async () => {
  const runner = scene.open(undefined, {
    planner: cutter(scene, {
      draft: async (number) => {
        if (number === 2) throw new VisibleError('input', 'start.unreachable', 'no street there')
      },
    }),
  })
  const ref = await scene.newPlan()
  await runner.submit(ref, 600_000)
  expect((await readHead(scene.storage, ref))!.head).toMatchObject({
    status: 'failed',
    error: { code: 'start.unreachable' },
  })
  await until(isEmpty)
  expect(await scene.storage.blobs.list(`campaigns/alpha/plans/${ref.planId}/parts/`)).toEqual([])
})

it('takes a plan that somebody may wait for before the pieces of a large one', async () => {
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => (letGo = done))
  const large = await scene.newPlan()
  const runner = scene.open(undefined, {
    planner: {
      ...cutter(scene, { draft: () => gate }),
      cut: async (task) => (task.planId === large.planId ? cutter(scene).cut!(task) : null),
    },
  })
  await runner.submit(large, 0)
  await until(async () => scene.started.length === 1)
  const small = await scene.newPlan()
  await runner.submit(small, 0)
  letGo()
  await until(isEmpty)
  expect(scene.started.indexOf(small.planId)).toBe(1)
  await expectWhole(large)
})

it('stops at a cancellation between the pieces', async () => {
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => (letGo = done))
  const runner = scene.open(undefined, { planner: cutter(scene, { draft: () => gate }) })
  const ref = await scene.newPlan()
  await runner.submit(ref, 0)
  await until(async () => scene.started.length === 1)
  const { head, version } = (await readHead(scene.storage, ref))!
  await writeHead(scene.storage, { ref, head: { ...head, status: 'cancelled' }, version })
  await runner.cancel(ref)
  letGo()
  await until(isEmpty)
  expect(scene.started.length).toBe(1)
  expect(await readParts(scene.storage, ref)).toBeUndefined()
})

it('stops the pieces at once when their campaign is erased, and leaves nothing', async () => {
  let stopped = 0
  const jobs = scene.open(undefined, {
    capacity: 2,
    planner: cutter(scene, {
      draft: (_number, signal) =>
        new Promise(() => signal?.addEventListener('abort', () => stopped++, { once: true })),
    }),
  })
  await jobs.submit(await scene.newPlan())
  await until(async () => scene.started.length === 2)
  await eraseCampaign({ ...scene.storage, jobs }, 'alpha')
  expect(stopped).toBe(2)
  expect(await isEmpty()).toBe(true)
  expect(scene.started.length).toBe(2)
  expect(await scene.storage.blobs.list('campaigns/alpha/')).toEqual([])
})

it('is cut and planned again where another plan of its batch took a target meanwhile', async () => {
  const { storage } = scene
  const [ref, other] = [await scene.newPlan(), await scene.newPlan()]
  const batch = { campaign: 'alpha', batchId: 'bat_1' }
  const plans = [ref, other].map(({ planId }) => ({ planId, area: '', isStarted: true, isAgain: false }))
  const shifts = [{ startAt: '2026-03-14T14:00:00+01:00', minutes: 60, label: '', plans }]
  const data = { id: 'bat_1', label: '', region: 'tiny', createdAt: '', shifts }
  await storage.store.create({ ...batchKey(batch), data })
  await storage.store.create({ ...linkOf(ref), data: { batchId: 'bat_1' } })
  const target = fixturePlan({ walks: 1, stops: 1 })
  const runner = scene.open(undefined, {
    planner: cutter(scene, {
      draft: async () => {
        // Between the reading of the ledger and the end of the first round; by the second it is gone.
        if (scene.started.length === 1)
          await writePlan(storage, { ref: other, plan: writtenPlan({ ...target, id: other.planId }) })
        if (scene.started.length === PIECES + 1) await removePlan(storage, other)
      },
    }),
  })
  await runner.submit(ref, 600_000)
  expect(await scene.statusOf(ref)).toBe('done')
  await expectWhole(ref)
  expect(scene.started.length).toBe(2 * PIECES)
  await until(isEmpty)
})
