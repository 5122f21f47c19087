/** What a campaign leaves behind: no exact start of a volunteer, no outcome of a target below 11 doors, in nothing it stores, exports or logs. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Walk } from '@doorwalk/core/walk/answer'
import { type Campaign, REGION, openCampaign } from '../support/campaign.ts'

/** In the quarter, with more digits than any rounded place has. */
const START: [number, number] = [2.3527263, 48.8810791]
const END: [number, number] = [2.3541417, 48.8803653]
const EXACT = [...START, ...END].map(String)
const FORMS = ['', '.geojson', '.gpx', '.html', '.csv', '/pack', '/state']

let campaign: Campaign
let smallIds: string[]
const answers: string[] = []

beforeAll(async () => {
  campaign = await openCampaign()
  const keep = async (answer: Response): Promise<string> => {
    const text = await answer.text()
    answers.push(text)
    return text
  }
  const volunteers = [
    { id: 'a', start: START, end: END, minutes: 60 },
    { id: 'b', start: START },
  ]
  const body = { region: REGION, volunteers, iterations: 500, commit: true }
  const headers = { 'Idempotency-Key': 'once' }
  const plan = JSON.parse(await keep(await campaign.send('/v1/plans', body, { headers }))) as {
    walks: Walk[]
  }
  const wish = { region: REGION, start: START, end: END, minutes: 30 }
  const now = JSON.parse(
    await keep(await campaign.send('/v1/walks', wish, { headers: { 'Idempotency-Key': 'now' } })),
  ) as Walk
  const walks = [...plan.walks, now]
  const targets = walks.flatMap((walk) => walk.stops.flatMap((stop) => stop.targets))
  smallIds = targets.filter(({ doors }) => doors < 11).map(({ id }) => id)
  expect(smallIds.length).toBeGreaterThan(2)
  const visits = targets.map(({ id, doors }, index) => ({
    ...{ id: `visit-${String(index).padStart(5, '0')}`, target: id, at: '2026-03-14T14:00:00+01:00' },
    ...{ knocked: doors, opened: 3, refused: 1, revisit: 1, optedOut: index % 4 === 0 ? 1 : 0 },
  }))
  await keep(await campaign.send('/v1/visits', { region: REGION, visits }))
  for (const { walkId } of walks)
    for (const form of FORMS)
      await keep(await campaign.api.call(`/v1/walks/${walkId}${form}`, { key: campaign.key }))
  for (const path of [`/v1/coverage?region=${REGION}`, '/v1/plans', '/v1/campaigns/alpha/accesses'])
    await keep(await campaign.api.call(path, { key: campaign.key }))
})
afterAll(() => campaign.api.close())

/** Every item and blob of the campaign, as text. */
async function stored(): Promise<string[]> {
  const { store, blobs } = campaign.api.world
  const texts: string[] = []
  for (const pk of ['C#alpha', 'C#alpha#ACCESS', `C#alpha#BLOCKS#${REGION}`, 'QUEUE#plan']) {
    const { items } = await store.query({ pk, prefix: '', limit: 1_000 })
    texts.push(...items.map((item) => JSON.stringify(item)))
  }
  for (const key of await blobs.list('campaigns/'))
    texts.push(Buffer.from((await blobs.get(key)) ?? []).toString())
  return texts
}

it('no exact start or end is stored, answered or logged', async () => {
  const texts = [...(await stored()), ...answers, ...campaign.api.lines.map((line) => JSON.stringify(line))]
  expect(texts.length).toBeGreaterThan(40)
  for (const text of texts)
    for (const digits of EXACT) expect(text.includes(digits), text.slice(0, 200)).toBe(false)
})

it('no item keeps an outcome of a small target', async () => {
  const { items } = await campaign.api.world.store.query({
    ...{ pk: `C#alpha#BLOCKS#${REGION}`, prefix: 'BLOCK#', limit: 1_000 },
  })
  const records = items.flatMap(({ data }) =>
    Object.entries((data['ledger'] as { targets: Record<string, object> }).targets),
  )
  const small = records.filter(([id]) => smallIds.includes(id))
  expect(small).toHaveLength(smallIds.length)
  for (const [, record] of small) expect(Object.keys(record).toSorted()).toEqual(['doors', 'small'])
})

it('coverage differs between two answers by no sum over fewer than 11 doors', async () => {
  interface Row {
    block?: string
    doors: number
    counts: { knocked: number } | null
  }
  const { blocks, total } = await campaign.get<{ blocks: Row[]; total: Row }>(`/v1/coverage?region=${REGION}`)
  // Any area is a sum of whole blocks; what one block tells is told of 11 doors at least, so differences are, too.
  for (const { counts, doors } of blocks) if (counts) expect(doors).toBeGreaterThanOrEqual(11)
  expect(total.counts?.knocked).toBe(blocks.reduce((sum, { counts }) => sum + (counts?.knocked ?? 0), 0))
})
