/** The desk: the same bytes and the same errors in a thread and in the thread that answers, and nothing for nobody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import { inlineDesk } from '@doorwalk/functions/clerk/inline'
import { type ThreadDesk, threadDesk } from '@doorwalk/functions/clerk/threads'
import { threadCode } from '@doorwalk/functions/laptop/thread-code'
import type { DeskTasks } from '@doorwalk/functions/ports/desk'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { BUNDLED } from '../../support/worlds/regions.ts'
import { writeTinyRegion } from '../../support/worlds/tiny-region.ts'

const REGION = 'paris-9e-10e'
let api: TestApi
let key: string
let desk: ThreadDesk
let planId: string
let walkId: string
let rankingId: string
let regionVersion: string

beforeAll(async () => {
  api = await openTestApi({ regionRoots: [BUNDLED] })
  key = await api.key('alpha', 'organiser')
  const body = { region: REGION, area: { precincts: ['0925'] }, volunteers: 2, minutes: 45, iterations: 100 }
  const made = (await (await api.call('/v1/plans', { key, method: 'POST', body })).json()) as {
    id: string
    walks: { walkId: string }[]
  }
  planId = made.id
  walkId = made.walks[0]!.walkId
  const formula = { preset: 'mobilise', own: 'pct_gregoire' }
  const wish = { name: 'by hand', region: REGION, formula }
  const ranked = await api.call('/v1/rankings', { key, method: 'POST', body: wish })
  const { id, regionVersion: version } = (await ranked.json()) as { id: string; regionVersion: string }
  ;[rankingId, regionVersion] = [id, version]
  const nowhere = (): never => {
    throw new Error('this was not done in a thread')
  }
  desk = threadDesk({
    // Whatever is done here fails: what succeeds was done in a thread.
    world: {
      blobs: {
        ...{ put: nowhere, putStream: nowhere, get: nowhere },
        ...{ getStream: nowhere, remove: nowhere, list: nowhere },
      },
      regions: { list: nowhere, manifest: nowhere, read: nowhere },
    },
    blobFolder: api.blobFolder,
    regionRoots: [await writeTinyRegion(), BUNDLED],
    threads: 2,
    // As a server starts them.
    code: () => threadCode('clerk'),
  })
})
afterAll(async () => {
  await desk.close()
  await api.close()
})

/** One input of every task, heavy enough for a thread. */
const inputs = (): { [Name in keyof DeskTasks]: DeskTasks[Name]['input'] } => {
  const plan = { campaign: 'alpha', planId, targets: 1_000 }
  const walk = { campaign: 'alpha', walkId }
  return {
    planAnswer: { ...plan, area: null, streets: [], replacedBy: 'pln_other', stale: null },
    leftOut: { ...plan, from: 0, to: 1 },
    comparison: { first: plan, second: plan, from: 0, to: 1 },
    planForm: { ...plan, form: 'html' },
    walkForm: { ...walk, form: 'html' },
    walkPack: { ...walk, head: { walkId } },
    regionMap: { region: REGION, bbox: undefined },
    precinctMap: { region: REGION },
    targetRows: {
      ...{ region: REGION, version: undefined, area: undefined, priority: undefined, targets: [] },
      ...{ from: 0, to: 3 },
    },
    targetChunks: {
      ...{ region: REGION, version: undefined, area: undefined, priority: undefined, targets: [] },
      folder: 'files/alpha/lst_1.rows',
    },
    targetList: {
      text: new TextEncoder().encode(
        `id,lng,lat,doors\nown,2.35,48.875,3\nfar,0,0,1\n${'# \n'.repeat(10_000)}`,
      ),
      ...{ format: 'csv', bbox: [2.34, 48.87, 2.36, 48.88] },
    },
    ranking: {
      version: regionVersion,
      wish: {
        ...{ name: 'mobilise', region: REGION },
        formula: { preset: 'mobilise', own: 'pct_gregoire' },
      },
    },
    rankingForm: { campaign: 'alpha', id: rankingId, region: REGION, regionVersion, form: 'geojson' },
    batchPack: {
      campaign: 'alpha',
      createdAt: '2026-03-10T12:00:00.000Z',
      plans: [{ shift: 1, startAt: '2026-03-13T18:00:00+01:00', area: 'Été', planId }],
      links: {},
      most: 1_000_000,
    },
  }
}

describe('the desk', () => {
  it('writes in a thread what it writes here', async () => {
    const here = inlineDesk(api.world)
    for (const name of Object.keys(inputs()) as (keyof DeskTasks)[]) {
      const input = inputs()[name]
      expect(await desk.ask(name, input), name).toEqual(await here.ask(name, input))
    }
  })

  it('answers by HTTP with the same bytes and headers', async () => {
    const app = createApp({ ...api.world, desk })
    const headers = { Authorization: `Bearer ${key}` }
    const told = ({ headers: all }: Response) =>
      [...all].filter(([name]) => !name.startsWith('ratelimit') && name !== 'x-request-id')
    for (const path of [
      `/v1/plans/${planId}.html`,
      `/v1/walks/${walkId}.html`,
      `/v1/regions/${REGION}/map.geojson`,
      `/v1/regions/${REGION}/precincts`,
    ]) {
      const [inThread, here] = [await app.request(path, { headers }), await api.call(path, { key })]
      expect(inThread.status).toBe(200)
      expect(told(inThread)).toEqual(told(here))
      expect(await inThread.text()).toBe(await here.text())
    }
  })

  it('refuses in a thread as it does here', async () => {
    const app = createApp({ ...api.world, desk })
    for (const path of ['/v1/walks/wlk_none.html', '/v1/regions/none/map.geojson']) {
      const inThread = await app.request(path, { headers: { Authorization: `Bearer ${key}` } })
      const here = await api.call(path, { key })
      expect(inThread.status).toBe(404)
      const requestId = expect.any(String) as string
      expect(await inThread.json()).toEqual({ ...((await here.json()) as object), requestId })
    }
  })

  it('does nothing for a caller who has gone, and says so in the log', async () => {
    const gone = new AbortController()
    const app = createApp({ ...api.world, desk })
    const headers = { Authorization: `Bearer ${key}` }
    const asking = app.request(`/v1/walks/${walkId}.html`, { headers, signal: gone.signal })
    gone.abort()
    expect((await asking).status).toBe(499)
    expect(api.lines.at(-1)).toMatchObject({ event: 'request', status: 499, level: 'info' })
  })
})
