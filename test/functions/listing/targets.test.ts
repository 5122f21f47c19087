/** The targets of an area as a list: whole over its pages, alike in every form, and silent about few households. */
import type { Problem } from '@doorwalk/functions/http/problem'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListedTarget } from '@doorwalk/core/listing/listed-target'
import { type Campaign, CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'

interface Page {
  targets: ListedTarget[]
  total: number
  next: string | null
}

let campaign: Campaign
beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.api.close())

const page = (query = ''): Promise<Page> => campaign.get<Page>(`/v1/targets?region=${REGION}${query}`)
const all = async (of = campaign): Promise<ListedTarget[]> =>
  (await of.get<Page>(`/v1/targets?region=${REGION}&limit=1000`)).targets
const asked = (query: string, accept?: string): Promise<Response> =>
  campaign.api.call(`/v1/targets?region=${REGION}${query}`, {
    key: campaign.key,
    ...(accept === undefined ? {} : { headers: { Accept: accept } }),
  })
const visit = (target: string, counts: object) => ({
  ...{ id: `visit-${target}`, target, at: new Date(campaign.api.world.clock.now()).toISOString() },
  ...counts,
})

describe('a list of targets', () => {
  it('is whole over its pages, each target once, street by street', async () => {
    const whole = await all()
    const paged: ListedTarget[] = []
    let query = '&limit=50'
    for (;;) {
      const { targets, next, total } = await page(query)
      expect(total).toBe(whole.length)
      paged.push(...targets)
      if (next === null) break
      query = `&limit=50&cursor=${next}`
    }
    expect(paged).toEqual(whole)
    expect(new Set(whole.map(({ target }) => target)).size).toBe(192)
    const rue0 = whole
      .filter(({ address }) => address.endsWith('Rue 0'))
      .map(({ address }) => Number.parseInt(address))
    expect(rue0).toEqual(rue0.toSorted((a, b) => a - b))
    expect(whole[0]).toMatchObject({ doorsSource: 'flats', score: 50, key: false, precinct: null })
  })

  it('says the same as a table and as a map, and where they go on', async () => {
    const whole = await all()
    const table = await asked('', 'text/csv')
    expect(table.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    const rows = parse(await table.text(), { columns: true }) as unknown as Record<string, string>[]
    expect(rows.map(({ target, doors, state }) => [target, Number(doors), state])).toEqual(
      whole.map(({ target, doors, state }) => [target, doors, state ?? '']),
    )
    const map = (await (await asked('', 'application/geo+json')).json()) as {
      total: number
      features: { id: string; geometry: { coordinates: number[] }; properties: object }[]
    }
    expect(map.features.map(({ id, geometry }) => [id, geometry.coordinates])).toEqual(
      whole.map(({ target, location }) => [target, location]),
    )
    const first = await asked('&limit=100', 'text/csv')
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.get('Link') ?? '')![1]!
    const rest = await campaign.api.call(link, { key: campaign.key, headers: { Accept: 'text/csv' } })
    expect(rest.headers.get('Link')).toBeNull()
    const joined = (await first.text()) + (await rest.text())
    expect(parse(joined, { columns: true })).toEqual(rows)
  })

  it('holds what an area holds, and its own targets as a campaign knows them', async () => {
    const other = await openCampaign()
    const near = {
      id: 'hall;=1+1',
      location: CENTRE,
      doors: 30,
      key: true,
      address: { number: '1', street: '=cmd' },
    }
    const gone = (await all())[0]!
    const import_ = { targets: [near, { id: gone.target, exclude: true }] }
    // The list of before is kept for its next page, and for no list of after.
    const before = await all(other)
    expect(before.some(({ target }) => target === gone.target)).toBe(true)
    expect((await other.send(`/v1/buildings?region=${REGION}`, import_)).status).toBe(200)
    const listed = await all(other)
    expect(listed).toHaveLength(before.length)
    expect(listed.find(({ target }) => target === near.id)).toMatchObject({ doors: 30, doorsSource: 'client', key: true, score: 100 }) // prettier-ignore
    expect(listed.some(({ target }) => target === gone.target)).toBe(false)
    const headers = { Accept: 'text/csv' }
    const table = await other.api.call(`/v1/targets?region=${REGION}`, { key: other.key, headers })
    const text = await table.text()
    expect(text).toContain("hall;'=1+1")
    expect(text).not.toMatch(/(^|[,;])"?=/m)
    const [lng, lat] = CENTRE
    const ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x, y]) => [lng + 0.0007 * (x! - 0.5), lat + 0.0005 * (y! - 0.5)]) // prettier-ignore
    const area = { label: 'middle', region: REGION, area: { type: 'Polygon', coordinates: [ring] } }
    const stored = (await (await other.send('/v1/areas', area)).json()) as { id: string }
    const { targets } = await other.get<Page>(`/v1/targets?region=${REGION}&area=${stored.id}`)
    const inside = listed.filter(
      ({ location: [x, y] }) => Math.abs(x - lng) < 0.00035 && Math.abs(y - lat) < 0.00025,
    )
    expect(targets.map(({ target }) => target)).toEqual(inside.map(({ target }) => target))
    expect(targets.length).toBeGreaterThan(0)
    await other.api.close()
  })
})

describe('the state of a target', () => {
  it('is among the fields that are asked for, and costs nothing where it is not', async () => {
    const fields = async (names: string) => (await page(`&limit=1&fields=${names}`)).targets[0]
    const [first] = (await page('&limit=1')).targets
    const { target, doors, state } = first!
    expect(await fields('target,doors,state')).toEqual({ target, doors, state })
    expect(await fields('target,doors')).toEqual({ target, doors })
  })

  it('is told from 11 doors up, and never below', async () => {
    const listed = await all()
    const large = listed.filter(({ doors }) => doors >= 11)
    const small = listed.filter(({ doors }) => doors < 11)
    expect([large.length, small.length]).toEqual([96, 96])
    const [done, again, never] = large
    const visits = [
      visit(done!.target, { knocked: done!.doors, opened: 2, refused: done!.doors - 2 }),
      visit(again!.target, { knocked: again!.doors, opened: 1 }),
      visit(never!.target, { knocked: 1, optedOut: 1, scope: 'target' }),
      visit(small[0]!.target, { knocked: 6, opened: 6 }),
      visit(small[1]!.target, { knocked: 6, optedOut: 1 }),
    ]
    const answer = await campaign.send('/v1/visits', { region: REGION, visits })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const plan = await campaign.plan({ volunteers: 2, minutes: 60, commit: true })
    const leased = new Set(
      plan.walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets.map(({ id }) => id))),
    )
    const states = new Map((await all()).map(({ target, state }) => [target, state]))
    expect([done, again, never].map((each) => states.get(each!.target))).toEqual([
      'done',
      'not_before',
      'never',
    ])
    expect(small.map(({ target }) => states.get(target))).toEqual(small.map(() => null))
    const held = large.filter(({ target }) => leased.has(target))
    expect(held.length).toBeGreaterThan(0)
    expect(held.map(({ target }) => states.get(target))).toEqual(held.map(() => 'leased'))
  })

  it('of what is held out is told with the doors that show it', async () => {
    const other = await openCampaign()
    await other.send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.5 })
    const held = (await all(other)).filter(({ state }) => state === 'hold_out')
    expect(held.length).toBeGreaterThan(0)
    expect(held.every(({ doors }) => doors >= 11)).toBe(true)
    await other.api.close()
  })
})

describe('what cannot be listed', () => {
  it.each([
    ['&area=area_none', 404, 'area.unknown'],
    ['&precincts=1', 400, 'area.no_precincts'],
    ['&priority=x', 400, 'priority.no_precincts'],
    ['&limit=5001', 400, 'request.invalid'],
    ['&colour=red', 400, 'request.invalid'],
    ['&area=a&precincts=b', 400, 'request.invalid'],
    ['&cursor=eA', 400, 'request.cursor'],
    ['&fields=name', 400, 'request.invalid'],
  ])('is refused: %s', async (query, status, code) => {
    const answer = await asked(query)
    const { code: told } = (await answer.json()) as { code: string }
    expect([answer.status, told]).toEqual([status, code])
  })

  it.each([
    ['&precincts=1', '?precincts'],
    ['&priority=x', '?priority'],
    ['&limit=5001', '?limit'],
  ])('is told by its parameter: %s', async (query, pointer) => {
    const { detail, errors } = (await (await asked(query)).json()) as Problem
    expect(errors).toMatchObject([{ pointer }])
    expect(detail).toMatch(new RegExp(`^\\${pointer}: `))
  })

  it('an area told by a walk needs streets', async () => {
    const walk = { walkFrom: { start: CENTRE, minutes: 5 } }
    const stored = await campaign.send('/v1/areas', { label: 'near', region: REGION, area: walk })
    const { id } = (await stored.json()) as { id: string }
    const answer = await asked(`&area=${id}`)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      400,
      'area.needs_streets',
    ])
  })

  it('a form that it does not have', async () => {
    expect((await asked('', 'application/gpx+xml')).status).toBe(406)
  })
})
