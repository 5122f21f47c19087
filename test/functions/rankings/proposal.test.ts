/** `/v1/rankings/{id}/proposal`: the answer of the command, by what the campaign knows, and clear refusals. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import type { Proposal } from '@doorwalk/core/proposal/answer'
import { inlinePlanner } from '@doorwalk/functions/planner/inline'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { BUNDLED, bundledRegion } from '../../support/worlds/regions.ts'

const REGION = 'paris-9e-10e'
const WISH = { volunteers: 3, minutes: 45, evenings: 2, startAt: '2026-03-14T14:00:00+01:00', seed: 3 }

let api: TestApi
let key: string
let ranking: string
beforeAll(async () => {
  api = await openTestApi({ regionRoots: [BUNDLED] })
  key = await api.key('alpha', 'organiser')
  const body = { name: 'turnout', region: REGION, formula: { preset: 'mobilise', own: 'pct_gregoire' } }
  const made = await api.call('/v1/rankings', { key, method: 'POST', body })
  ranking = ((await made.json()) as { id: string }).id
})
afterAll(() => api.close())

const propose = (body: object, { id = ranking, by = key } = {}) =>
  api.call(`/v1/rankings/${id}/proposal`, { key: by, method: 'POST', body })

describe('a proposal of a stored ranking', () => {
  it('is that of the command, and leaves out what the campaign excludes', async () => {
    const answer = await propose(WISH)
    expect(answer.status).toBe(200)
    const told = (await answer.json()) as Proposal
    const file = join(await mkdtemp(join(tmpdir(), 'doorwalk-proposal-')), 'where.json')
    const code = await main(
      [
        ...['rank', '--region', BUNDLED, '--preset', 'mobilise', '--own', 'pct_gregoire', '--out', file],
        ...['--volunteers', '3', '--minutes', '45', '--evenings', '2', '--seed', '3'],
        ...['--start-at', WISH.startAt],
      ],
      { out: () => {}, err: () => {}, isTerminal: false },
    )
    expect(code).toBe(0)
    const { proposal } = JSON.parse(await readFile(file, 'utf8')) as { proposal: Proposal }
    expect(told).toEqual(proposal)
    expect(told.evenings).toHaveLength(2)
    const first = told.evenings[0]!
    expect(told.scorePerHour).toBeGreaterThanOrEqual(told.oneByOne)
    // What it says an evening is, a plan takes.
    const plan = { ...first.plan, iterations: 100 }
    expect((await api.call('/v1/plans', { key, method: 'POST', body: plan })).status).toBe(201)

    const code1 = first.areas[0]!.code
    const list = await api.call(`/v1/targets?region=${REGION}&precincts=${code1}&limit=5000`, { key })
    const { targets } = (await list.json()) as { targets: { target: string }[] }
    const shut = { targets: targets.map(({ target }) => ({ id: target, exclude: true })) }
    const stored = await api.call(`/v1/buildings?region=${REGION}`, { key, method: 'POST', body: shut })
    expect(stored.status).toBe(200)
    const other = (await (await propose(WISH)).json()) as Proposal
    const codes = other.evenings.flatMap(({ areas }) => areas.map(({ code: each }) => each))
    expect(codes).not.toContain(code1)
  })

  it('is refused with what to mend', async () => {
    const refusal = async (body: object, more: Parameters<typeof propose>[1] = {}) => {
      const answer = await propose(body, more)
      const { code, errors } = (await answer.json()) as { code: string; errors?: { pointer: string }[] }
      return [answer.status, code, ...(errors ?? []).map(({ pointer }) => pointer)]
    }
    expect(await refusal(WISH, { id: 'rk_none' })).toEqual([404, 'ranking.unknown'])
    expect(await refusal({ ...WISH, region: REGION })).toEqual([400, 'request.invalid', '/region'])
    expect(await refusal({ ...WISH, evenings: 15 })).toEqual([400, 'request.invalid', '/evenings'])
    expect(await refusal({ ...WISH, start: [2.2, 48.8] })).toEqual([400, 'start.unreachable', '/start'])
    const foreign = await api.key('beta', 'organiser')
    expect(await refusal(WISH, { by: foreign })).toEqual([404, 'ranking.unknown'])
    const reporter = await api.key('alpha', 'reporter')
    expect((await propose(WISH, { by: reporter })).status).toBe(403)
  })

  it('ends when its time is over', async () => {
    const { regions } = bundledRegion()
    const planner = inlinePlanner({ regions, clock: { now: () => performance.now() } })
    const kept = await (await api.call(`/v1/rankings/${ranking}`, { key })).arrayBuffer()
    const request = { ...WISH, region: REGION, reach: 15 }
    const task = { request, ranking: new Uint8Array(kept), ledger: { verdicts: {}, heldOut: [] } }
    await expect(planner.propose(task, { milliseconds: 0 })).rejects.toMatchObject({ code: 'proposal.late' })
  })
})
