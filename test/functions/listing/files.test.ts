/** Lists as files: the same as all pages, fetched without a key, gone in time. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ListedTarget } from '@doorwalk/core/listing/listed-target'
import { findFile } from '@doorwalk/functions/listing/file'
import { failFile, runFile } from '@doorwalk/functions/listing/run-file'
import { writeRows } from '@doorwalk/functions/listing/rows'
import { sweepFiles } from '@doorwalk/functions/listing/retention'
import { sweepCampaigns } from '@doorwalk/functions/retention/sweep'
import { type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'
import { until } from '../../support/until.ts'

interface Told {
  id: string
  status: string
  targets: number | null
  bytes: number | null
  url: string | null
  urlExpiresAt: string | null
  error: { code: string } | null
  code?: string
}

let campaign: Campaign
beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

const ask = (path: string, method = 'GET', body?: object) =>
  campaign.api.call(path, { key: campaign.key, method, ...(body && { body }) })
const told = async (path: string, method = 'GET', body?: object) =>
  (await (await ask(path, method, body)).json()) as Told
const wish = (more: object = {}) => ({ region: REGION, ...more })
const filesLeft = () => campaign.api.world.blobs.list('files/')

async function written(more: object = {}): Promise<Told> {
  const opened = await ask('/v1/targets/files', 'POST', wish(more))
  expect([opened.status, await opened.clone().text()]).toEqual([202, expect.any(String)])
  const at = opened.headers.get('Location')!
  const ref = { campaign: 'alpha', fileId: at.slice(at.lastIndexOf('/') + 1) }
  await until(async () => (await findFile(campaign.api.world, ref))?.endedAt !== null)
  return told(at)
}
const fetched = (url: string | null) => campaign.api.call(url!.slice(url!.indexOf('/downloads')))

it('is what the pages are together, in each form, fetched without a key', async () => {
  const own = {
    id: 'hall;=1+1',
    location: [2.3512, 48.8744],
    doors: 30,
    address: { number: '1', street: '=cmd' },
  }
  await ask(`/v1/buildings?region=${REGION}`, 'POST', { targets: [own] })
  const page = async (accept: string) => {
    const headers = { Accept: accept }
    const answer = await campaign.api.call(`/v1/targets?region=${REGION}&limit=5000`, {
      key: campaign.key,
      headers,
    })
    return answer.text()
  }
  const csv = await written()
  expect(csv).toMatchObject({ status: 'done', error: null })
  const answer = await fetched(csv.url)
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="targets-[0-9a-z]{6}\.csv"$/,
  )
  expect(answer.headers.get('Content-Length')).toBe(String(csv.bytes))
  const text = await answer.text()
  expect(text).toBe(await page('text/csv'))
  expect(Buffer.byteLength(text)).toBe(csv.bytes)
  const map = await (await fetched((await written({ form: 'geojson' })).url)).json()
  const { next: _none, ...pages } = JSON.parse(await page('application/geo+json')) as { next: null }
  expect(map).toEqual(pages)
  const list = (await (await fetched((await written({ form: 'json' })).url)).json()) as {
    targets: ListedTarget[]
  }
  const { next: _no, ...whole } = JSON.parse(await page('application/json')) as { next: null }
  expect(list).toEqual(whole)
  expect(list.targets.every(({ doors, state }) => doors < 11 === (state === null))).toBe(true)
  expect((await filesLeft()).filter((name) => name.includes('rows'))).toEqual([])
})

it('is refused where it cannot be written, at once or as failed', async () => {
  const refused = async (more: object) => (await told('/v1/targets/files', 'POST', wish(more))).code
  expect(await refused({ area: 'area_none' })).toBe('area.unknown')
  expect(await refused({ area: 'a', precincts: ['b'] })).toBe('request.invalid')
  expect(await refused({ ranking: 'nobody' })).toBe('ranking.unknown')
  expect(await refused({ colour: 'red' })).toBe('request.invalid')
  expect(await refused({ form: 'gpx' })).toBe('request.invalid')
  const failed = await written({ precincts: ['1'] })
  expect(failed).toMatchObject({
    status: 'failed',
    error: { code: 'area.no_precincts', detail: expect.stringMatching(/^\/precincts: /) as string },
    url: null,
    targets: null,
  })
  expect(await filesLeft()).toEqual([])
})

it('ends when it is removed, and its address with it', async () => {
  const { id, url } = await written()
  expect((await ask(`/v1/targets/files/${id}`, 'DELETE')).status).toBe(204)
  expect((await told(`/v1/targets/files/${id}`)).code).toBe('targets.unknown_file')
  const gone = await fetched(url)
  expect([gone.status, ((await gone.json()) as Told).code]).toEqual([403, 'targets.link_expired'])
  expect(await filesLeft()).toEqual([])
})

it('ends with the last ballot: nothing is told from then on, and the sweep takes it', async () => {
  const { id, url, urlExpiresAt } = await written()
  const ballots = ['2026-03-15']
  expect(urlExpiresAt).toBe('2026-03-15T13:00:00.000Z')
  await ask('/v1/campaigns/alpha', 'PUT', { timeZone: 'Europe/Paris', ballots })
  campaign.api.clock.time = Date.parse('2026-03-15T22:59:00Z')
  const late = await written()
  expect(late.urlExpiresAt).toBe('2026-03-15T23:00:00.000Z')
  campaign.api.clock.time = Date.parse('2026-03-15T23:00:01Z')
  expect((await told(`/v1/targets/files/${id}`)).code).toBe('campaign.over')
  expect(((await (await fetched(late.url)).json()) as Told).code).toBe('campaign.over')
  expect(((await (await fetched(url)).json()) as Told).code).toMatch(/campaign\.over|targets\.link_expired/)
  await sweepCampaigns(campaign.api.world)
  expect(await filesLeft()).toEqual([])
  expect(await findFile(campaign.api.world, { campaign: 'alpha', fileId: late.id })).toBeUndefined()
})

it('goes with the campaign that is erased, and when nobody tells of it', async () => {
  const { id } = await written()
  await campaign.api.world.store.remove({ pk: 'C#alpha', sk: `TARGETFILE#${id}` })
  expect(await filesLeft()).toHaveLength(1)
  await sweepFiles(campaign.api.world)
  expect(await filesLeft()).toEqual([])
  await written()
  expect((await ask('/v1/campaigns/alpha', 'DELETE')).status).toBeLessThan(300)
  expect(await filesLeft()).toEqual([])
})

it('is not more than twenty at once', async () => {
  for (let at = 0; at < 20; at++) await written({ precincts: ['1'] })
  expect((await told('/v1/targets/files', 'POST', wish())).code).toBe('targets.too_many_files')
})

it('is done again by a run that finds it half done, left off when it is removed, and given up with words', async () => {
  const { world } = campaign.api
  const lister = (order: Parameters<typeof writeRows>[1]) => writeRows(world, order)
  const opened = await told('/v1/targets/files', 'POST', wish())
  const ref = { campaign: 'alpha', fileId: opened.id }
  await until(async () => (await findFile(world, ref))?.endedAt !== null)
  const item = (await world.store.get({ pk: 'C#alpha', sk: `TARGETFILE#${ref.fileId}` }))!
  const again = { ...item, data: { ...item.data, status: 'running', endedAt: null } }
  await world.store.putMany([again])
  // What a run before has left behind.
  await world.blobs.put(`files/alpha/${ref.fileId}.rows/rows-99999.json`, new Uint8Array())
  await runFile(world, { ref, lister })
  const done = await told(`/v1/targets/files/${ref.fileId}`)
  expect([done.status, done.targets]).toEqual(['done', 192])
  expect((await filesLeft()).filter((name) => name.includes('rows-'))).toEqual([])
  await world.store.putMany([again])
  const whileRemoved = async (order: Parameters<typeof writeRows>[1]) => {
    await ask(`/v1/targets/files/${ref.fileId}`, 'DELETE')
    return lister(order)
  }
  await runFile(world, { ref, lister: whileRemoved })
  expect((await filesLeft()).filter((name) => name.includes('.csv'))).toEqual([])
  await world.store.putMany([again])
  await failFile(world, ref, 'it died')
  expect((await told(`/v1/targets/files/${ref.fileId}`)).error).toEqual({
    code: 'targets.gave_up',
    detail: 'it died',
  })
})
