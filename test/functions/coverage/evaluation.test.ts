/** A hold-out in pairs, from the draw with its published hash to the evaluation, through the API. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Evaluation } from '@doorwalk/core/evaluation/answer'
import { drawPairs } from '@doorwalk/core/ledger/holdout'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

const REGION = 'paris-9e-10e'
const PAIRS = { region: REGION, unit: 'precinct', share: 0.5, pairs: { field: 'taux_abstention' } }

interface Unit {
  unit: string
  stratum: number
  heldOut: boolean
  doors: number
}
interface Answer {
  status: number
  json: Record<string, unknown>
}

let api: TestApi
let key: string
beforeAll(async () => {
  api = await openTestApi({ regionRoots: [join(import.meta.dirname, '../../../data')] })
  key = await api.key('alpha', 'organiser')
})
afterAll(() => api.close())

async function call(path: string, body?: unknown, method = 'POST'): Promise<Answer> {
  const answer = await api.call(path, { key, method, ...(body === undefined ? {} : { body }) })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}
async function draw(wish: object): Promise<{ at: string; holdout: Record<string, unknown> }> {
  const { status, json } = await call('/v1/holdouts', wish)
  expect([status, json]).toEqual([201, json])
  return { at: `/v1/holdouts/${String(json['id'])}`, holdout: json }
}
async function unitsAt(at: string): Promise<Unit[]> {
  return (await call(`${at}/assignment`, undefined, 'GET')).json['units'] as Unit[]
}
async function scores(): Promise<Map<string, number>> {
  const { json } = await call(`/v1/regions/${REGION}/precincts`, undefined, 'GET')
  const list = json['features'] as { properties: Record<string, number | string> }[]
  return new Map(
    list.map(({ properties }) => [String(properties['code']), Number(properties['taux_abstention'])]),
  )
}

describe('a hold-out in pairs', () => {
  let at: string
  let holdout: Record<string, unknown>
  let units: Unit[]

  it('tells the hash of its seed first, and no evaluation before it is unsealed', async () => {
    ;({ at, holdout } = await draw(PAIRS))
    expect(holdout).toMatchObject({ units: 14, drawn: 7, seed: null, strata: null })
    expect(holdout['pairs']).toEqual({ field: 'taux_abstention', without: 0 })
    const sealed = await call(`${at}/evaluation`, { results: [{ precinct: '0918', share: 30 }] })
    expect([sealed.status, sealed.json['code']]).toEqual([409, 'holdout.sealed'])
    const { json } = await call(`${at}/unseal`)
    expect(createHash('sha256').update(String(json['seed'])).digest('hex')).toBe(holdout['seedHash'])
    units = await unitsAt(at)
    const byCode = await scores()
    const again = units.map(({ unit, doors }) => ({ id: unit, doors, value: byCode.get(unit)! }))
    const drawn = drawPairs(again, { seed: String(json['seed']), share: 0.5 })
    expect(drawn.map(({ heldOut, stratum }) => [stratum, heldOut])).toEqual(
      units.map(({ heldOut, stratum }) => [stratum, heldOut]),
    )
  })

  it('has one held out of each two that are neighbours by the score', async () => {
    const byCode = await scores()
    const order = units.toSorted((a, b) => byCode.get(a.unit)! - byCode.get(b.unit)!)
    expect(order.map(({ stratum }) => stratum)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    for (let pair = 0; pair < 7; pair++)
      expect(units.filter(({ stratum, heldOut }) => stratum === pair && heldOut)).toHaveLength(1)
  })

  it('finds what was added to the canvassed precincts, and says what before and after would have', async () => {
    const last = await scores()
    const results = units.map(({ unit, heldOut, stratum }) => {
      const share = last.get(unit)! + 4 + (heldOut ? 0 : 3) + (stratum % 2 === 0 ? 0.5 : -0.5)
      return { precinct: unit, votes: Math.round(share * 100), registered: 10_000 }
    })
    const { status, json } = await call(`${at}/evaluation`, { results, lastField: 'taux_abstention' })
    const told = json as unknown as Evaluation
    expect([status, told.design, told.difference.precincts]).toEqual([200, 'pairs', 14])
    expect(told.regression!.points).toBeCloseTo(3, 1)
    expect(told.beforeAfter!.canvassed - told.beforeAfter!.heldOut).toBeCloseTo(3, 1)
    expect(told.notes[0]).toContain('Do not compare before and after')
    const partner = units.find(({ stratum, heldOut }) => stratum === 0 && heldOut)!.unit
    const some = results.filter(({ precinct }) => precinct !== partner)
    const less = (await call(`${at}/evaluation`, { results: some })).json as unknown as Evaluation
    expect(less.broken).toEqual([{ stratum: 0, missing: [partner], used: false }])
    expect([less.drawn.groupsUsed, less.regression, less.beforeAfter]).toEqual([6, null, null])
  })

  it.each([
    [{ results: [] }, 400, 'request.invalid'],
    [{ results: [{ precinct: '0918', votes: 3 }] }, 400, 'request.invalid'],
    [{ results: [{ precinct: '0918', votes: 3, registered: 2 }] }, 400, 'request.invalid'],
    [{ results: [{ precinct: '0918', share: 3, name: 'x' }] }, 400, 'request.invalid'],
    [{ results: [{ precinct: '0918', share: 3 }], lastField: 'nothing' }, 400, 'evaluation.results'],
    [{ results: [{ precinct: 'x', share: 3 }] }, 422, 'evaluation.too_few'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await call(`${at}/evaluation`, body)
    expect([answer.status, answer.json['code']]).toEqual([status, code])
  })
})

describe('a hold-out in pairs by a ranking', () => {
  const formula = { preset: 'mobilise', own: 'pct_gregoire' }
  const byRanking = (ranking: string) => ({ ...PAIRS, pairs: { ranking } })

  it('is drawn by its scores, and can be drawn again when the ranking has changed or gone', async () => {
    const wish = { name: 'first', region: REGION, formula }
    const { json: ranking } = await call('/v1/rankings', wish)
    const { areas } = ranking['precincts'] as { areas: { code: string; score: number }[] }
    const { at, holdout } = await draw(byRanking('first'))
    const of = { id: ranking['id'], name: 'first', version: 1 }
    expect(holdout['pairs']).toEqual({ field: 'first', ranking: of, without: 0 })
    const weights = [{ field: 'taux_abstention', weight: -1 }]
    expect((await call('/v1/rankings', { ...wish, formula: { weights } })).status).toBe(201)
    await api.call(`/v1/rankings/${String(ranking['id'])}`, { key, method: 'DELETE' })
    const { json } = await call(`${at}/unseal`)
    const units = await unitsAt(at)
    const score = new Map(areas.map(({ code, score: value }) => [code, value]))
    const again = units.map(({ unit, doors }) => ({ id: unit, doors, value: score.get(unit)! }))
    expect(drawPairs(again, { seed: String(json['seed']), share: 0.5 })).toMatchObject(
      units.map(({ unit, heldOut, stratum }) => ({ id: unit, heldOut, stratum })),
    )
    // By a score of their own: not as by abstention alone.
    const byAbstention = await scores()
    const order = units.toSorted((a, b) => byAbstention.get(a.unit)! - byAbstention.get(b.unit)!)
    expect(order.map(({ stratum }) => stratum)).not.toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
  })

  it('leaves out precincts that the ranking does not have', async () => {
    const numbers = [...(await scores()).keys()].slice(0, 6).map((precinct, at) => {
      return { precinct, values: { members: at } }
    })
    const own = { weights: [{ field: 'members', weight: 1 }] }
    await call('/v1/rankings', { name: 'own', region: REGION, formula: own, numbers })
    const { holdout } = await draw(byRanking('own'))
    expect(holdout).toMatchObject({ units: 6, drawn: 3, pairs: { without: 8 } })
  })

  it.each([
    [{ pairs: { ranking: 'nobody' } }, 404, 'ranking.unknown', 'nobody'],
    [{ pairs: { ranking: 'x', field: 'taux_abstention' } }, 400, 'request.invalid', '/pairs'],
    [{ pairs: { ranking: 'x' }, unit: 'block' }, 400, 'request.invalid', '/unit'],
  ])('is refused where it cannot be drawn: %j', async (wish, status, code, words) => {
    const answer = await call('/v1/holdouts', { ...PAIRS, ...wish })
    expect([answer.status, answer.json['code']]).toEqual([status, code])
    expect(JSON.stringify(answer.json)).toContain(words)
  })
})

it('a hold-out of blocks has no results to evaluate', async () => {
  const { at } = await draw({ region: REGION, unit: 'block', share: 0.2 })
  await call(`${at}/unseal`)
  const { status, json } = await call(`${at}/evaluation`, { results: [{ precinct: '0918', share: 3 }] })
  expect([status, json['code']]).toEqual([422, 'evaluation.not_precincts'])
})

it.each([
  [{ ...PAIRS, unit: 'block' }, 400, '/unit: '],
  [{ ...PAIRS, strata: { field: 'taux_abstention' } }, 400, '/strata: '],
  [{ ...PAIRS, pairs: { field: 'code_bv' } }, 400, '/pairs/field: '],
  [{ ...PAIRS, share: 0.1 }, 422, '1 of 14 precincts would be held out; expected 3'],
])('pairs are refused where they cannot be drawn: %j', async (wish, status, words) => {
  const answer = await call('/v1/holdouts', wish)
  expect(answer.status).toBe(status)
  expect(JSON.stringify(answer.json)).toContain(words.replace(': ', ''))
})

describe('the draw of pairs', () => {
  const units = Array.from({ length: 103 }, (_, index) => ({
    id: `u${index}`,
    doors: 1,
    value: (index * 7) % 31,
  }))

  it('is the same for a seed whatever the order, and other for another', () => {
    const drawn = drawPairs(units, { seed: 's', share: 0.2 })
    expect(drawPairs(units.toReversed(), { seed: 's', share: 0.2 }).toReversed()).toEqual(drawn)
    expect(drawPairs(units, { seed: 't', share: 0.2 })).not.toEqual(drawn)
  })

  it.each([0.5, 0.3, 0.2, 0.01])('holds out one of each piece, and the share of all: %f', (share) => {
    const drawn = drawPairs(units, { seed: 's', share })
    const held = drawn.filter(({ heldOut }) => heldOut)
    expect(held).toHaveLength(Math.min(Math.round(103 * share), 51))
    expect(new Set(held.map(({ stratum }) => stratum)).size).toBe(held.length)
    const sizes = held.map((one) => drawn.filter(({ stratum }) => stratum === one.stratum).length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2)
  })
})
