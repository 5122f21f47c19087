/** A printed walk typed in: the numbers are those of the page, a sheet counts once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Walk } from '@doorwalk/core/walk/answer'
import { numberedTargets } from '@doorwalk/core/walk/numbering'
import { type Campaign, openCampaign } from '../../support/scenes/campaign.ts'
import { World } from '../../support/worlds/osm-fixture.ts'
import { prepareWorld } from '../../support/worlds/prepared.ts'

const REGION = 'houses-and-flats'

/** One street: three blocks of flats on one side, a row of ten houses on the other. */
function street(): World {
  const world = new World(REGION)
  world.box([-60, -60, 300, 120])
  world.line(
    [0, 100, 200].map((x) => [x, 0]),
    { highway: 'residential', name: 'Rue Droite' },
  )
  const at = (number: number) => ({ 'addr:housenumber': String(number), 'addr:street': 'Rue Droite' })
  for (let n = 0; n < 3; n++) {
    const tags = { building: 'apartments', 'building:levels': '4', 'building:flats': '12', ...at(2 * n + 1) }
    world.building([10 + 40 * n, 8, 16, 10], tags)
  }
  for (let n = 0; n < 10; n++)
    world.building([10 + 12 * n, -18, 10, 10], {
      building: 'house',
      'building:levels': '2',
      ...at(2 * n + 2),
    })
  return world
}

interface Answer {
  accepted: string[]
  duplicate: string[]
  corrected: string[]
  refused: { stop: string; reason: string; detail: string }[]
}

let root: string
let campaign: Campaign
let walk: Walk
let flats: string[]
let row: string[]
beforeAll(async () => {
  root = (await prepareWorld(street())).root
  campaign = await openCampaign({ regionRoots: [root] })
  const plan = await campaign.plan({ region: REGION, volunteers: 1, minutes: 240, commit: true })
  walk = plan.walks[0]!
  const listed = numberedTargets(walk)
  flats = listed.filter(({ target }) => target.doors === 12).map(({ label }) => label)
  row = listed.filter(({ label }) => /[a-z]$/.test(label)).map(({ label }) => label)
  expect(flats).toHaveLength(3)
  expect(row.length).toBeGreaterThan(3)
})
afterAll(() => campaign.api.close())

const path = () => `/v1/walks/${walk.walkId}/paper`
const typed = async (body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
  const answer = await campaign.send(path(), body, { headers })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as Answer
}
const counts = async (): Promise<{ knocked: number; opened: number } | null> =>
  (
    await campaign.get<{ total: { counts: { knocked: number; opened: number } | null } }>(
      `/v1/coverage?region=${REGION}`,
    )
  ).total.counts

describe('a sheet', () => {
  it('is taken by printed numbers, once, and what it says is in the coverage', async () => {
    const stops = [
      { stop: flats[0], knocked: 12, opened: 4, refused: 1 },
      { stop: row[0], knocked: 1, opened: 1 },
      { stop: '99', knocked: 1 },
    ]
    const answer = await typed({ stops })
    expect(answer.accepted).toEqual([flats[0], row[0]])
    expect(answer.refused).toMatchObject([{ stop: '99', reason: 'unknown_target' }])
    expect((await typed({ stops })).duplicate).toEqual([flats[0], row[0]])
    expect(await counts()).toMatchObject({ knocked: 12, opened: 4 })
  })

  it('is corrected by other numbers, which count instead, but for what was so few doors that no counts are kept', async () => {
    const slip = [{ stop: flats[0], knocked: 500, opened: 4, refused: 1 }]
    const before = await counts()
    const wrong = await typed({ stops: slip })
    expect(wrong).toMatchObject({ accepted: [], duplicate: [], corrected: [flats[0]] })
    expect((await counts())!.knocked).toBe(before!.knocked + 488)
    const right = [
      { stop: flats[0], knocked: 12, opened: 4, refused: 1 },
      { stop: row[0], knocked: 1 },
    ]
    expect(await typed({ stops: right })).toMatchObject({ corrected: [flats[0]], duplicate: [row[0]] })
    expect(await counts()).toEqual(before)
    expect((await typed({ stops: right })).duplicate).toEqual([flats[0], row[0]])
  })

  it('is taken as CSV, with words of either language', async () => {
    const text = `stop;knocked;opened;noAccess\n${flats[1]};12;3;\n${flats[2]};;;Vrai\n`
    const answer = await typed(text, { 'Content-Type': 'text/csv' })
    expect(answer.accepted).toEqual([flats[1], flats[2]])
    expect(await counts()).toMatchObject({ knocked: 24, opened: 7 })
  })

  it('counts a whole row where its houses need not be told apart, else asks which', async () => {
    const number = row[1]!.replace(/[a-z]+$/, '')
    const targets = walk.stops[Number(number) - 1]!.targets
    const unsure = await typed({ stops: [{ stop: number, knocked: targets.length, opened: 1 }] })
    expect(unsure.refused[0]?.detail).toContain(row[1])
    const doors = targets.reduce((sum, target) => sum + target.doors, 0)
    expect((await typed({ stops: [{ stop: number, knocked: doors }] })).accepted).toContain(number)
  })

  it('of a walk that is planned for later was walked already: its visits are of now', async () => {
    const later = await openCampaign({ regionRoots: [root] })
    const { time } = later.api.clock
    const startAt = new Date(time + 3 * 86_400_000).toISOString()
    const { walks } = await later.plan({ region: REGION, volunteers: 1, startAt, commit: true })
    const { walkId } = walks[0]!
    const { label } = numberedTargets(walks[0]!).find(({ target }) => target.doors === 12)!
    const answer = await later.send(`/v1/walks/${walkId}/paper`, { stops: [{ stop: label, noAccess: true }] })
    expect(await answer.json()).toEqual({
      ...{ accepted: [label], duplicate: [], corrected: [], refused: [], state: 'leased' },
    })
    const { visits } = await later.get<{ visits: { at: string }[] }>(`/v1/visits?region=${REGION}`)
    expect(visits.map(({ at }) => Date.parse(at))).toEqual([time])
    await later.api.close()
  })

  it('that came back for good ends its walk, once every line of it is taken', async () => {
    const own = await openCampaign({ regionRoots: [root] })
    const { walks } = await own.plan({ region: REGION, volunteers: 1, commit: true })
    const { walkId } = walks[0]!
    const [one, two] = numberedTargets(walks[0]!).filter(({ target }) => target.doors === 12)
    const type = async (stops: object[], query = '?finish=true') => {
      const answer = await own.send(`/v1/walks/${walkId}/paper${query}`, { stops })
      return (await answer.json()) as { state?: string; code?: string }
    }
    const state = async () => (await own.get<{ state: string }>(`/v1/walks/${walkId}/state`)).state
    expect(await type([{ stop: one!.label, knocked: 12 }], '')).toMatchObject({ state: 'leased' })
    expect(await type([{ stop: '99', knocked: 1 }])).toMatchObject({ state: 'leased' })
    expect(await type([{ stop: one!.label, knocked: 12 }], '?finish=x')).toMatchObject({
      code: 'request.invalid',
    })
    expect(await type([{ stop: two!.label, knocked: 12 }])).toMatchObject({ state: 'finished' })
    expect(await state()).toBe('finished')
    expect(await type([{ stop: two!.label, knocked: 12 }])).toMatchObject({ state: 'finished' })
    const draft = (await own.plan({ region: REGION, volunteers: 1 })).walks[0]
    const line = { stop: numberedTargets(draft!)[0]!.label, noAccess: true }
    const typed = await own.send(`/v1/walks/${draft!.walkId}/paper?finish=true`, { stops: [line] })
    expect(await typed.json()).toMatchObject({ state: 'draft' })
    await own.api.close()
  })

  it.each<[string, string]>([
    ['an unknown column', 'stop;name\n1;Ada\n'],
    ['a wrong count', 'stop;knocked\n1;many\n'],
    ['no column of stops', 'knocked\n1\n'],
    ['no line', 'stop\n'],
    ['neither yes nor no', 'stop;noAccess\n1;peut-être\n'],
  ])('with %s is refused whole', async (_, text) => {
    const answer = await campaign.send(path(), text, { headers: { 'Content-Type': 'text/csv' } })
    expect(answer.status, await answer.clone().text()).toBe(400)
  })

  it('is read no further than a walk has stops', async () => {
    const text = `stop;knocked\n${'1;1\n'.repeat(600)}1;many\n`
    const answer = await campaign.send(path(), text, { headers: { 'Content-Type': 'text/csv' } })
    expect(await answer.json()).toMatchObject({ status: 400, code: 'request.malformed' })
  })

  it('is JSON or CSV', async () => {
    const answer = await campaign.send(path(), '<stops/>', { headers: { 'Content-Type': 'text/xml' } })
    expect(answer.status).toBe(415)
    expect((await campaign.send(path(), { stops: [{ stop: '1', name: 'Ada' }] })).status).toBe(400)
  })

  it('prints the numbers that are typed in, and for which walk', async () => {
    const answer = await campaign.api.call(`/v1/walks/${walk.walkId}.html`, { key: campaign.key })
    const page = await answer.text()
    for (const label of flats) expect(page).toMatch(new RegExp(`<td class="number">★?${label}</td>`))
    expect(page).toContain(walk.walkId)
  })

  it('is printed in large letters where they are asked for, and nothing else is', async () => {
    const get = (form: string) => campaign.api.call(`/v1/${form}`, { key: campaign.key })
    const usual = await (await get(`walks/${walk.walkId}.html`)).text()
    const large = await get(`walks/${walk.walkId}.html?print=large`)
    expect(large.status).toBe(200)
    expect(bodyPoints(usual)).toBeLessThan(12)
    expect(bodyPoints(await large.text())).toBeGreaterThanOrEqual(16)
    const normal = await (await get(`walks/${walk.walkId}.html?print=normal`)).text()
    expect(bodyPoints(normal)).toBe(bodyPoints(usual))
    const { planId } = (await (await get(`walks/${walk.walkId}`)).json()) as { planId: string }
    expect(bodyPoints(await (await get(`plans/${planId}.html?print=large`)).text())).toBeGreaterThanOrEqual(
      16,
    )
    for (const path of [
      `walks/${walk.walkId}.gpx?print=large`,
      `walks/${walk.walkId}?print=large`,
      `walks/${walk.walkId}.html?print=huge`,
      `plans/${planId}.csv?print=large`,
    ]) {
      const answer = await get(path)
      expect(answer.status, path).toBe(400)
      expect(await answer.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '?print' }] })
    }
  })

  it('is a table for people in a language that is asked for, and else for programs', async () => {
    const get = (form: string) => campaign.api.call(`/v1/${form}`, { key: campaign.key })
    const bytes = async (form: string) => Buffer.from(await (await get(form)).arrayBuffer()).toString()
    const { planId } = (await (await get(`walks/${walk.walkId}`)).json()) as { planId: string }
    expect(await bytes(`walks/${walk.walkId}.csv`)).toMatch(/^walk,walkId,walker,kind,/)
    for (const form of [`walks/${walk.walkId}.csv`, `plans/${planId}.csv`]) {
      expect(await bytes(`${form}?language=fr`)).toMatch(/^\uFEFFTournée;Équipe;N°;Adresse;/)
      expect(await bytes(`${form}?language=en`)).toMatch(/^\uFEFFWalk,Team,No\.,Address,/)
    }
    const rows = (await bytes(`walks/${walk.walkId}.csv?language=fr`)).trim().split('\r\n')
    expect(rows).toHaveLength(1 + walk.stops.flatMap(({ targets }) => targets).length + walk.reserves.length)
    expect(rows.join()).not.toMatch(/osm:|wlk_|doorsSource|grid/)
    for (const path of [`walks/${walk.walkId}.gpx`, `plans/${planId}.html`, `plans/${planId}`]) {
      const answer = await get(`${path}?language=fr`)
      expect(answer.status, path).toBe(400)
      expect(await answer.json()).toMatchObject({ errors: [{ pointer: '?language' }] })
    }
    expect((await get(`walks/${walk.walkId}.csv?language=de`)).status).toBe(400)
  })
})

function bodyPoints(page: string): number {
  return Number(/body \{[^}]*font: ([\d.]+)pt/.exec(page)?.[1])
}
