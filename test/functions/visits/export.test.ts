/** `GET /v1/visits`: what was reported comes out again, page by page, and of small targets nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { ReportedVisit } from '@doorwalk/functions/visits/export'
import { type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'

interface Page {
  visits: ReportedVisit[]
  next: string | null
}
interface Sent {
  id: string
  target: string
  at: string
  knocked: number
  opened: number
  optedOut?: number
}

let campaign: Campaign
let plan: Plan
const doorsOf = new Map<string, number>()
const sent: Sent[] = []
const path = `/v1/visits?region=${REGION}`
const large = (): Sent[] => sent.filter(({ target }) => doorsOf.get(target)! >= 11)

beforeAll(async () => {
  campaign = await openCampaign()
  plan = await campaign.plan({ volunteers: 8, minutes: 120 })
  const targets = plan.walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets))
  for (const { id, doors } of targets) doorsOf.set(id, doors)
  // Twice each, the later one first, as phones do that were offline.
  for (const hour of [14, 10])
    for (const [index, { id, doors }] of targets.entries())
      sent.push({
        ...{
          id: `visit-${hour}-${index}`,
          target: id,
          at: `2026-03-1${1 + (index % 3)}T${hour}:0${index % 10}:00+01:00`,
        },
        ...{ knocked: doors, opened: Math.floor(doors / 3), optedOut: index % 2 },
      })
  for (let from = 0; from < sent.length; from += 500) {
    const answer = await campaign.send('/v1/visits', { region: REGION, visits: sent.slice(from, from + 500) })
    expect(((await answer.json()) as { refused: [] }).refused).toEqual([])
  }
})
afterAll(() => campaign.api.close())

async function all(query: string): Promise<ReportedVisit[]> {
  const visits: ReportedVisit[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page = await campaign.get(`${path}${query}${cursor === '' ? '' : `&cursor=${cursor}`}`)
    visits.push(...page.visits)
    cursor = page.next
  }
  return visits
}
const ids = (visits: { id: string }[]): string[] => visits.map(({ id }) => id).sort()

describe('visits', () => {
  it('come out as they were reported, each once, however they are paged', async () => {
    expect(large().length).toBeGreaterThan(20)
    expect(sent.length).toBeGreaterThan(large().length)
    const whole = await all('&limit=1000')
    expect(ids(whole)).toEqual(ids(large()))
    const [one] = large()
    const found = whole.find(({ id }) => id === one!.id)
    expect(found).toEqual({
      ...one,
      block: found!.block,
      refused: 0,
      revisit: 0,
      noAccess: false,
      scope: 'doors',
    })
    for (const limit of [1, 3, 7]) expect(await all(`&limit=${limit}`)).toEqual(whole)
    const places = whole.map(({ block, at }) => `${block} ${new Date(at).toISOString()}`)
    expect(places).toEqual(places.toSorted())
  })

  it('of a target below 11 doors are told in no form: not its id, not a count, not the id of a report', async () => {
    const small = sent.filter(({ target }) => doorsOf.get(target)! < 11)
    expect(small.length).toBeGreaterThan(0)
    for (const Accept of ['application/json', 'application/x-ndjson']) {
      const answer = await campaign.api.call(`${path}&limit=1000`, { key: campaign.key, headers: { Accept } })
      const text = await answer.text()
      for (const { id, target } of small) {
        expect(text).not.toContain(`"${id}"`)
        expect(text).not.toContain(`"${target}"`)
      }
    }
  })

  it('are told of a time, which begins with its first moment and ends before its last', async () => {
    const [from, to] = ['2026-03-12T10:00:00+01:00', '2026-03-12T14:03:00+01:00']
    const query = `&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`
    const within = large().filter(
      ({ at }) => Date.parse(at) >= Date.parse(from) && Date.parse(at) < Date.parse(to),
    )
    expect(within.length).toBeGreaterThan(3)
    expect(ids(await all(`${query}&limit=2`))).toEqual(ids(within))
    const unclear = await campaign.api.call(`${path}&from=yesterday`, { key: campaign.key })
    expect(await unclear.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '?from' }] })
    const turned = `&from=${encodeURIComponent(to)}&to=${encodeURIComponent(from)}`
    const nothing = await campaign.api.call(path + turned, { key: campaign.key })
    expect(await nothing.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '?from' }] })
  })

  it('come line by line, with a link to the next page, and with some fields only', async () => {
    const lines: string[] = []
    for (let next: string | undefined = `${path}&limit=20&fields=target,id`; next !== undefined;) {
      const answer: Response = await campaign.api.call(next, {
        ...{ key: campaign.key, headers: { Accept: 'application/x-ndjson' } },
      })
      expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson')
      const text = await answer.text()
      expect(text === '' || text.endsWith('}\n')).toBe(true)
      lines.push(...text.split('\n').filter((line) => line !== ''))
      next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1]
    }
    const read = lines.map((line) => JSON.parse(line) as { id: string; target: string })
    expect(ids(read)).toEqual(ids(large()))
    expect(Object.keys(read[0]!)).toEqual(['id', 'target'])
    const part = await campaign.get<Page>(`${path}&limit=1&fields=knocked`)
    expect(part.visits).toEqual([{ knocked: expect.any(Number) as number }])
  })

  it('come once, and no more, where others report while they are read', async () => {
    const first: Page = await campaign.get(`${path}&limit=10`)
    const { target } = large()[0]!
    const late = { id: 'visit-late', target, at: '2026-03-01T10:00:00+01:00', knocked: 1 }
    await campaign.send('/v1/visits', { region: REGION, visits: [late] })
    const rest: ReportedVisit[] = []
    for (let cursor = first.next; cursor !== null;) {
      const page: Page = await campaign.get(`${path}&limit=10&cursor=${cursor}`)
      rest.push(...page.visits)
      cursor = page.next
    }
    const told = ids([...first.visits, ...rest]).filter((id) => id !== late.id)
    expect(told).toEqual(ids(large()))
  })

  it('are of the campaign of the key and of its scopes, and of a region that there is', async () => {
    const { api } = campaign
    const stranger = await api.key('beta', 'read')
    expect(await (await api.call(path, { key: stranger })).json()).toEqual({ visits: [], next: null })
    const reporter = await api.key('alpha', 'reporter')
    expect((await api.call(path, { key: reporter })).status).toBe(403)
    const nowhere = await api.call('/v1/visits?region=atlantis', { key: campaign.key })
    expect([nowhere.status, ((await nowhere.json()) as { code: string }).code]).toEqual([
      404,
      'region.unknown',
    ])
    for (const cursor of ['x', 'Mg', 'WyJhIl0x', Buffer.from('["a",1]').toString('base64url')]) {
      const answer = await api.call(`${path}&cursor=${cursor}`, { key: campaign.key })
      expect([answer.status, ((await answer.json()) as { code: string }).code], cursor).toEqual([
        ...[400, 'request.cursor'],
      ])
    }
  })
})
