/** A disk without room while plans and their pieces are made: they wait, say so, and go on; a day at most. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { StoredJob } from '@doorwalk/functions/jobs/job'
import { readHead } from '@doorwalk/functions/plans/plans'
import type { Planner } from '@doorwalk/functions/ports/planner'
import { storageFull } from '@doorwalk/functions/store/disk-trouble'
import { openCampaign, REGION } from '../../support/scenes/campaign.ts'
import { type JobScene, openJobScene } from '../../support/scenes/job-scene.ts'
import { IS_LONG } from '../../support/length.ts'
import { cutter } from '../../support/servers/cutter.ts'
import { fillDisk } from '../../support/servers/full-disk.ts'
import { until } from '../../support/until.ts'

let scene: JobScene
beforeEach(async () => void (scene = await openJobScene()))
afterEach(() => scene.close())

/** A job that breaks off is given up after three. */
const OFTEN = 4
/** In `npm test` the disk is full from every so manieth write on. */
const STRIDE = IS_LONG ? 1 : 9
const SOON = { roomMilliseconds: 5 }
const DAY = 24 * 3_600_000

async function jobs(): Promise<StoredJob[]> {
  const items = [...(await scene.items('pln_')), ...(await scene.items('part_'))]
  return items.map(({ data }) => StoredJob.parse(data))
}

const WAYS: { what: string; planner: () => Partial<Planner> }[] = [
  { what: 'a plan', planner: () => ({}) },
  { what: 'a plan in pieces', planner: () => cutter(scene) },
]

it.each(WAYS)('$what waits wherever there is no room, breaks off never, and goes on', async ({ planner }) => {
  const queue = scene.open(undefined, { planner: planner(), capacity: 2, ...SOON })
  for (let after = 1; ; after += STRIDE) {
    const ref = await scene.newPlan()
    await queue.submit(ref)
    const disk = fillDisk(scene.storage, { after })
    const hasWaited = (): boolean => disk.refused() > OFTEN
    const isOver = async (): Promise<boolean> =>
      (await scene.statusOf(ref)) === 'done' && (await jobs()).length === 0
    await until(async () => hasWaited() || (await isOver()))
    for (const { breaks, deaths } of await jobs())
      expect({ breaks, deaths }).toEqual({ breaks: 0, deaths: 0 })
    disk.clear()
    await until(async () => (await jobs()).length === 0)
    expect(await scene.statusOf(ref), `after ${after} writes`).toBe('done')
    expect(queue.waitsForRoom(ref)).toBe(false)
    if (!hasWaited()) return expect(after).toBeGreaterThan(5)
  }
})

it('says that it waits for room, after a restart too', async () => {
  const disk = fillDisk(scene.storage, { isFull: (method) => method === 'put' })
  const refused = scene.newPlan()
  await expect(refused).rejects.toMatchObject({ code: 'storage.full' })
  disk.clear()
  const ref = await scene.newPlan()
  const full = fillDisk(scene.storage, { isFull: (method) => method === 'put' })
  const first = scene.open(undefined, { exclusive: true, ...SOON })
  await first.submit(ref)
  await until(() => first.waitsForRoom(ref))
  await first.close()
  const second = scene.open(undefined, { exclusive: true, ...SOON })
  await until(() => second.waitsForRoom(ref))
  full.clear()
  await until(async () => (await scene.statusOf(ref)) === 'done')
  await until(() => !second.waitsForRoom(ref))
})

it('is given up after a day without room, with the reason', async () => {
  const ref = await scene.newPlan()
  const full = fillDisk(scene.storage, { isFull: (method) => method === 'put' })
  const queue = scene.open(undefined, SOON)
  await queue.submit(ref)
  await until(async () => (await jobs()).some(({ fullSince }) => fullSince !== undefined))
  const { clock } = scene.storage
  const now = clock.now.bind(clock)
  clock.now = () => now() + DAY
  await until(async () => (await scene.statusOf(ref)) === 'failed')
  full.clear()
  const { error } = (await readHead(scene.storage, ref))!.head
  expect(error).toMatchObject({ code: 'plan.gave_up' })
  expect(error!.detail).toContain('24 hours there was no room')
})

it('tells whoever asks for the plan', async () => {
  const { api, key, send } = await openCampaign()
  const body = { region: REGION, volunteers: 1, minutes: 30, iterations: 50, seconds: 60 }
  const get = async (path: string): Promise<Record<string, unknown>> =>
    (await (await api.call(path, { key })).json()) as Record<string, unknown>
  const put = api.world.blobs.put.bind(api.world.blobs)
  api.world.blobs.put = (path, bytes) =>
    path.endsWith('/request.json') ? put(path, bytes) : Promise.reject(storageFull())
  const answer = await send('/v1/plans', body, { headers: { Prefer: 'respond-async' } })
  expect(answer.status, await answer.clone().text()).toBe(202)
  const { href } = (await answer.json()) as { href: string }
  await until(async () => (await get(href))['waitsFor'] === 'room')
  api.world.blobs.put = put
  await until(async () => (await get(href))['walks'])
  await api.close()
})
