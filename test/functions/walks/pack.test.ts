/** What a phone carries offline, and how it learns what happened meanwhile. */
import { gzipSync } from 'node:zlib'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Schemas, Visit } from '@doorwalk/client'
import { type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'

let campaign: Campaign
let count = 0
beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.api.close())

const packOf = (walkId: string, since?: string): Promise<Schemas['WalkPack']> =>
  campaign.client.GET('/v1/walks/{walkId}/pack', {
    params: { path: { walkId }, query: { ...(since !== undefined && { since }) } },
  })
const report = (target: string, counts: Partial<Visit>) => {
  const id = `visit-${String(++count).padStart(5, '0')}`
  const visit = { id, target, at: '2026-03-14T14:00:00+01:00', ...counts }
  return campaign.client.POST('/v1/visits', { body: { region: REGION, visits: [visit] } })
}
const release = (walkId: string) =>
  campaign.client.POST('/v1/walks/{walkId}/release', { params: { path: { walkId } } })
const nothing = { changed: [], removed: [] }

describe('the pack of a walk', () => {
  it('holds the walk, its reserves and the map around it', async () => {
    const [walk] = (await campaign.plan({ volunteers: 2, commit: true })).walks
    const pack = await packOf(walk!.walkId)
    expect(pack).toMatchObject({ state: 'leased', reachMetres: 150, ...nothing })
    expect(pack.walk).toEqual(walk)
    expect(pack.walk!.reserves.length).toBeGreaterThan(0)
    const kinds = pack.map!.features.map(({ properties }) => properties['kind'])
    expect(new Set(kinds)).toEqual(new Set(['building', 'street']))
    await release(walk!.walkId)
  })

  it(
    'stays below 150 KB compressed, also of the longest walk in a dense quarter',
    { timeout: 60_000 },
    async () => {
      const roots = join(import.meta.dirname, '../../../data')
      const dense = await openCampaign({ regionRoots: [roots] })
      const over = { region: 'paris-9e-10e', volunteers: 1, minutes: 600 }
      const [walk] = (await dense.plan({ ...over, iterations: 200 })).walks
      const answer = await dense.api.call(`/v1/walks/${walk!.walkId}/pack`, { key: dense.key })
      const text = await answer.text()
      expect(gzipSync(text).length).toBeLessThanOrEqual(150_000)
      expect((JSON.parse(text) as Schemas['WalkPack']).map!.features.length).toBeGreaterThan(100)
      await dense.api.close()
    },
  )
})

describe('what changed since', () => {
  it('is nothing, then what others visited, once; and what was partly done counts down', async () => {
    const [walk] = (await campaign.plan({ volunteers: 1, minutes: 120, commit: true })).walks
    const { cursor } = await packOf(walk!.walkId)
    const idle = await packOf(walk!.walkId, cursor)
    expect(idle).toMatchObject({ ...nothing, cursor, state: 'leased' })
    expect(idle.walk).toBeUndefined()
    const targets = walk!.stops.flatMap((stop) => stop.targets).filter(({ doors }) => doors >= 11)
    const [first, second] = targets
    await report(first!.id, { knocked: first!.doors, opened: first!.doors })
    await report(second!.id, { knocked: 4, opened: 4 })
    const after = await packOf(walk!.walkId, cursor)
    expect(after.removed).toMatchObject([{ target: first!.id, reason: 'visited' }])
    expect(after.changed).toMatchObject([{ target: second!.id, doors: second!.doors - 4 }])
    const place = walk!.stops.findIndex(({ targets: own }) => own.some(({ id }) => id === first!.id))
    expect(after.removed[0]!.label).toMatch(new RegExp(`^${place + 1}[a-z]?$`))
    expect(await packOf(walk!.walkId, after.cursor)).toMatchObject(nothing)
    // A phone that comes late learns the same from the walk as it was planned.
    expect(await packOf(walk!.walkId)).toMatchObject({ removed: after.removed, changed: after.changed })
    await release(walk!.walkId)
  })

  it('is that somebody else has the walk, and after its end who took its targets', async () => {
    const [walk] = (await campaign.plan({ volunteers: 1, commit: true })).walks
    const { cursor } = await packOf(walk!.walkId)
    const params = { path: { walkId: walk!.walkId } }
    await campaign.client.POST('/v1/walks/{walkId}/handover', { params, body: { walker: 'v-17' } })
    expect(await packOf(walk!.walkId, cursor)).toMatchObject({ walker: 'v-17', ...nothing })
    await release(walk!.walkId)
    await campaign.plan({ volunteers: 8, minutes: 120, commit: true })
    const over = await packOf(walk!.walkId, cursor)
    expect(over.state).toBe('released')
    expect(over.removed.some(({ reason }) => reason === 'leased')).toBe(true)
  })

  it('cannot be asked with the cursor of other targets, were they as many', async () => {
    const { walks } = await campaign.plan({ volunteers: 2, commit: true })
    const [one, two] = await Promise.all(walks.map(({ walkId }) => packOf(walkId)))
    const mark = (cursor: string) => cursor.slice(cursor.indexOf('~'))
    const [own, strange] = [one!.cursor, one!.cursor.replace(/~.*/, mark(two!.cursor))]
    await expect(packOf(walks[0]!.walkId, strange)).rejects.toMatchObject({ code: 'request.cursor' })
    // As versions before gave them out.
    expect(await packOf(walks[0]!.walkId, own.replace(/~.*/, ''))).toMatchObject({ cursor: own })
  })

  it.each(['x', '1.2', '1..2', '-', '99999.1'])('cannot be asked with %s for a cursor', async (since) => {
    const [walk] = (await campaign.plan({ volunteers: 1, minutes: 90 })).walks
    await expect(packOf(walk!.walkId, since)).rejects.toMatchObject({ status: 400, code: 'request.cursor' })
  })
})
