/** The queue in the table: each job runs once, in order, whoever takes it, and none is lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHead, writeHead, writePlan } from '@doorwalk/functions/plans/plans'
import { COMMIT } from '@doorwalk/functions/store/keys'
import { writtenPlan } from '@doorwalk/functions/planner/written-plan'
import { type JobScene, openJobScene } from '../../support/scenes/job-scene.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'
import { until } from '../../support/until.ts'
import type { MakePlan } from '../../support/servers/planner.ts'
import type { PlanRef } from '@doorwalk/functions/ports/jobs'

let scene: JobScene
beforeEach(async () => void (scene = await openJobScene()))
afterEach(() => scene.close())

it('runs each of twenty jobs once, with three runners after them', async () => {
  const [first] = [scene.open(undefined, { capacity: 2 }), scene.open(), scene.open()]
  const refs = await Promise.all(Array.from({ length: 20 }, () => scene.newPlan()))
  await Promise.all(refs.map((ref) => first.submit(ref, 0)))
  const allDone = async () =>
    (await Promise.all(refs.map(scene.statusOf))).every((status) => status === 'done')
  await until(allDone, { pause: 100 })
  expect(scene.started.length).toBe(20)
  expect(new Set(scene.started).size).toBe(20)
  await until(async () => (await scene.items('pln_')).length === 0)
})

it('takes the oldest first', async () => {
  const refs: PlanRef[] = []
  for (let index = 0; index < 4; index++) {
    refs.push(await scene.newPlan())
    // Ids of one millisecond have no order among themselves.
    await new Promise((done) => setTimeout(done, 2))
  }
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => (letGo = done))
  const runner = scene.open(async ({ planId }) => {
    await gate
    return { ...fixturePlan({ walks: 1, stops: 1 }), id: planId }
  })
  await runner.submit(refs[0]!, 0)
  await until(async () => scene.started.length === 1)
  for (const ref of [refs[3]!, refs[1]!, refs[2]!]) await runner.submit(ref, 0)
  letGo()
  await until(async () => (await scene.statusOf(refs[3]!)) === 'done')
  expect(scene.started).toEqual(refs.map(({ planId }) => planId))
})

it('answers who waits when the job has ended, and lets go of who waited long enough', async () => {
  const runner = scene.open()
  const quick = await scene.newPlan()
  await runner.submit(quick, 600_000)
  expect(await scene.statusOf(quick)).toBe('done')
  const slow = scene.open(() => new Promise(() => undefined))
  await runner.close()
  const stuck = await scene.newPlan()
  await slow.submit(stuck, 50)
  expect(await scene.statusOf(stuck)).not.toBe('done')
})

it('never starts what was cancelled before its turn', async () => {
  let letGo = (): void => undefined
  const gate = new Promise<void>((done) => (letGo = done))
  const runner = scene.open(async ({ planId }) => {
    await gate
    return { ...fixturePlan({ walks: 1, stops: 1 }), id: planId }
  })
  const [first, second] = [await scene.newPlan(), await scene.newPlan()]
  await runner.submit(first, 0)
  await runner.submit(second, 0)
  const { head, version } = (await readHead(scene.storage, second))!
  await writeHead(scene.storage, { ref: second, head: { ...head, status: 'cancelled' }, version })
  await runner.cancel(second)
  letGo()
  await until(async () => (await scene.items('pln_')).length === 0)
  expect(scene.started).toEqual([first.planId])
  expect(await scene.statusOf(second)).toBe('cancelled')
})

it('hands a job on when it closes, and does not count that as a try', async () => {
  const stuck = scene.open(() => new Promise(() => undefined))
  const ref = await scene.newPlan()
  await stuck.submit(ref, 0)
  await until(async () => scene.started.length === 1)
  await stuck.close()
  const item = (await scene.items('pln_'))[0]
  expect(item?.data).toMatchObject({ attempts: 0, owner: '', until: 0 })
  scene.open()
  await until(async () => (await scene.statusOf(ref)) === 'done')
})

it('gives a job up when its process has died twice, and says so', async () => {
  const [ref, doomed] = [await scene.newPlan(), await scene.newPlan()]
  const killed = { attempts: 1, breaks: 0, owner: 'run_dead', until: 0 }
  const put = (data: PlanRef & { deaths?: number }) =>
    scene.storage.store.create({ pk: 'QUEUE#plan', sk: data.planId, data: { ...killed, ...data } })
  // The first as an earlier release wrote it.
  await put(ref)
  await put({ ...doomed, deaths: 1 })
  scene.open()
  await until(async () => (await scene.statusOf(ref)) === 'done')
  await until(async () => (await scene.statusOf(doomed)) === 'failed')
  expect(scene.started).toEqual([ref.planId])
  expect((await readHead(scene.storage, doomed))?.head.error).toMatchObject({
    code: 'plan.gave_up',
    detail: expect.stringContaining('died 2 times') as string,
  })
})

it('gives up nothing that has ended, although every process died before it could forget the job', async () => {
  const [ref, doomed] = [await scene.newPlan(), await scene.newPlan()]
  const { head, version } = (await readHead(scene.storage, ref))!
  await writeHead(scene.storage, { ref, head: { ...head, status: 'done' }, version })
  await leave(ref, { deaths: 2 })
  await leave(doomed, { deaths: 2 })
  scene.open()
  await until(async () => (await scene.items('pln_')).length === 0)
  expect(await scene.statusOf(ref)).toBe('done')
  const given = scene.lines.filter(({ event }) => event === 'plan.gave_up')
  expect(given.map(({ planId }) => planId)).toEqual([doomed.planId])
})

const commitKey = ({ campaign, planId }: PlanRef) => COMMIT.key(campaign, planId)
const stateOf = async (ref: PlanRef) => (await scene.storage.store.get(commitKey(ref)))?.data['state']

/** As its process left it. */
async function leave(ref: PlanRef, { deaths, commit }: { deaths: number; commit?: string }): Promise<void> {
  const { store } = scene.storage
  const job = { ...ref, attempts: 1, breaks: 0, owner: 'run_dead', until: 0, deaths }
  await store.create({ pk: 'QUEUE#plan', sk: ref.planId, data: job })
  if (commit === undefined) return
  await store.create({ ...commitKey(ref), data: { state: commit, until: Date.now() + 60_000 } })
}

it('gives back what a plan that was cancelled while it was leased has leased, although its process died', async () => {
  const ref = await scene.newPlan()
  const { head, version } = (await readHead(scene.storage, ref))!
  await writeHead(scene.storage, { ref, head: { ...head, status: 'cancelled' }, version })
  await leave(ref, { deaths: 0, commit: 'committed' })
  scene.open()
  await until(async () => (await scene.items('pln_')).length === 0)
  expect(await stateOf(ref)).toBe('void')
  expect(await scene.statusOf(ref)).toBeUndefined()
})

it('gives back what a commit on its way has taken when its plan is given up', async () => {
  const ref = await scene.newPlan()
  await leave(ref, { deaths: 1, commit: 'pending' })
  scene.open()
  await until(async () => (await scene.statusOf(ref)) === 'failed')
  expect(await stateOf(ref)).toBe('void')
})

it('ends a plan that is leased although its process died twice: nothing is left to be planned', async () => {
  const ref = await scene.newPlan()
  const plan = { ...fixturePlan({ walks: 1, stops: 1 }), id: ref.planId }
  const written = writtenPlan({ ...plan, region: { ...plan.region, name: 'tiny' } })
  await writePlan(scene.storage, { ref, plan: written })
  await leave(ref, { deaths: 5, commit: 'committed' })
  scene.open()
  await until(async () => (await scene.statusOf(ref)) === 'done')
  expect(scene.started).toEqual([])
  expect(await stateOf(ref)).toBe('committed')
})

it('counts no clean restart as a death, however many there are', async () => {
  const ref = await scene.newPlan()
  for (let restarts = 1; restarts <= 12; restarts++) {
    const stuck = scene.open(() => new Promise(() => undefined), { exclusive: true })
    if (restarts === 1) await stuck.submit(ref, 0)
    await until(async () => scene.started.length === restarts)
    await stuck.close()
  }
  expect((await scene.items('pln_'))[0]?.data).toMatchObject({ attempts: 0, deaths: 0, owner: '' })
  scene.open()
  await until(async () => (await scene.statusOf(ref)) === 'done')
})

it('does not wait for a lease from a time that the clock was set back from', async () => {
  const ref = await scene.newPlan()
  const lease = { ...ref, attempts: 1, owner: 'run_dead', until: Date.now() + 3_600_000 }
  await scene.storage.store.create({ pk: 'QUEUE#plan', sk: ref.planId, data: lease })
  scene.open()
  await until(async () => (await scene.statusOf(ref)) === 'done')
})

it('does not wait for the leases of the dead where nobody else can be alive', async () => {
  const ref = await scene.newPlan()
  const lease = { ...ref, attempts: 1, owner: 'run_dead', until: Date.now() + 30_000 }
  await scene.storage.store.create({ pk: 'QUEUE#plan', sk: ref.planId, data: lease })
  scene.open()
  await new Promise((done) => setTimeout(done, 200))
  expect(await scene.statusOf(ref)).toBe('queued')
  scene.open(undefined, { exclusive: true })
  await until(async () => (await scene.statusOf(ref)) === 'done')
})

describe('turns', () => {
  /** Plans that wait until they are let go of, one by one. */
  function gates() {
    const open = new Map<string, () => void>()
    const plan: MakePlan = async ({ planId }, hooks) => {
      await new Promise<void>((done) => {
        open.set(planId, done)
        hooks?.signal?.addEventListener('abort', () => done())
      })
      return { ...fixturePlan({ walks: 1, stops: 1 }), id: planId }
    }
    return { plan, letGo: ({ planId }: PlanRef) => open.get(planId)?.() }
  }
  const started = (count: number) => until(() => scene.started.length === count)
  const names = (...refs: PlanRef[]): string[] => refs.map(({ planId }) => planId)

  it('let a plan that somebody waits for, and the plan of another campaign, pass long ones', async () => {
    const { plan, letGo } = gates()
    const runner = scene.open(plan, { capacity: 1, exclusive: true })
    const [first, second] = [await scene.newPlan(), await scene.newPlan()]
    for (const ref of [first, second]) await runner.submit(ref)
    await started(1)
    const [short, other] = [await scene.newPlan(), await scene.newPlan('beta')]
    const waited = runner.submit(short, 600_000)
    await started(2)
    await runner.submit(other)
    await started(3)
    expect(scene.started).toEqual(names(first, short, other))
    letGo(short)
    await waited
    expect(await scene.statusOf(short)).toBe('done')
    expect(await scene.statusOf(second)).toBe('queued')
    letGo(first)
    await started(4)
    expect(scene.started.at(-1)).toBe(second.planId)
  })

  it('send a short plan that takes long to the others: at once, or to wait for its turn there', async () => {
    const { plan, letGo } = gates()
    const runner = scene.open(plan, { capacity: 1, exclusive: true, shortMilliseconds: 1 })
    const long = await scene.newPlan()
    const waited = runner.submit(long, 600_000)
    await started(1)
    // It has gone over and made room for the next, which finds the lane of long ones taken.
    const next = await scene.newPlan()
    const alsoWaited = runner.submit(next, 600_000)
    await until(async () => (await scene.items('pln_')).some(({ data }) => data['lane'] === 'long'))
    const item = (await scene.items('pln_')).find(({ sk }) => sk === next.planId)
    expect(item?.data).toMatchObject({ owner: '', attempts: 0, deaths: 0 })
    letGo(long)
    await waited
    await until(async () => (letGo(next), (await scene.statusOf(next)) === 'done'))
    await alsoWaited
    expect(await scene.statusOf(next)).toBe('done')
  })

  it('take those that were running when a process died one at a time', async () => {
    const { plan, letGo } = gates()
    const refs = [await scene.newPlan(), await scene.newPlan(), await scene.newPlan('beta')]
    for (const ref of refs) {
      const data = { ...ref, attempts: 1, breaks: 0, owner: 'run_dead', until: 0 }
      await scene.storage.store.create({ pk: 'QUEUE#plan', sk: ref.planId, data })
    }
    const runner = scene.open(plan, { capacity: 4, exclusive: true })
    await started(1)
    const fresh = await scene.newPlan()
    await runner.submit(fresh)
    await started(2)
    expect(scene.started[1]).toBe(fresh.planId)
    for (let taken = 3; taken <= 4; taken++) {
      for (const ref of refs) letGo(ref)
      await started(taken)
    }
  })

  it('hand on at once what nobody waits for when the process is about to end', async () => {
    const { plan, letGo } = gates()
    const runner = scene.open(plan, { capacity: 2, exclusive: true })
    const [long, awaited, late] = [await scene.newPlan(), await scene.newPlan(), await scene.newPlan()]
    await runner.submit(long)
    await started(1)
    const waited = runner.submit(awaited, 600_000)
    await started(2)
    runner.drain()
    await until(async () => (await scene.items('pln_')).some(({ data }) => data['owner'] === ''))
    await runner.submit(late)
    letGo(awaited)
    await waited
    expect(await scene.statusOf(awaited)).toBe('done')
    await runner.close()
    expect(scene.started).toEqual(names(long, awaited))
    expect((await scene.items('pln_')).map(({ data }) => data['owner'])).toEqual(['', ''])
  })
})
