/** A region that is taken away, and replaced by another one of its name, while a real server plans with it. */
import { mkdtemp, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { REGION, quarter } from '../../support/scenes/campaign.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'
import { prepareWorld } from '../../support/worlds/prepared.ts'

const REQUEST = { region: REGION, volunteers: 3, minutes: 60, iterations: 2_000 }

let regions: string
let other: string
let server: ServerProcess
beforeAll(async () => {
  regions = (await prepareWorld(quarter())).root
  const grown = quarter()
  grown.building([0, 300, 30, 20], { building: 'apartments', 'building:flats': '40' })
  other = (await prepareWorld(grown)).root
  const data = join(await mkdtemp(join(tmpdir(), 'doorwalk-replaced-')), 'data')
  server = await startServerProcess(data, { regions: [regions], env: PATIENT })
})
afterAll(() => server.stop())

const call = (path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

const planned = async (over: object = {}): Promise<Plan> => {
  const answer = await call('/v1/plans', { ...REQUEST, ...over })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Plan
}

it('ends the plans that are being made by one or the other, and tells no bug', async () => {
  const draft = await planned()
  const held = await planned({ commit: true, seed: 2 })
  const long = { ...REQUEST, iterations: 30_000 }
  const jobs = await Promise.all(
    [3, 4, 5, 6, 7, 8].map(async (seed) => {
      const answer = await call('/v1/plans', { ...long, seed }, { Prefer: 'respond-async' })
      expect(answer.status).toBe(202)
      return String(answer.headers.get('Location'))
    }),
  )
  const asking = Array.from({ length: 6 }, (_, seed) => call('/v1/plans', { ...REQUEST, seed: 20 + seed }))

  // Away for a moment: a folder is not replaced in one step.
  await rename(join(regions, REGION), join(regions, '..', `${REGION}-away-${process.pid}`))
  const away = await call('/v1/plans', { ...REQUEST, seed: 9 })
  expect([404, 503]).toContain(away.status)
  expect(((await away.json()) as { code: string }).code).toMatch(/^region\./)
  await rename(join(other, REGION), join(regions, REGION))

  for (const answer of await Promise.all(asking)) {
    if (answer.status === 201) continue
    expect([404, 503], await answer.clone().text()).toContain(answer.status)
    expect(((await answer.json()) as { code: string }).code).toMatch(/^region\./)
  }
  for (const path of jobs) {
    const ended = await until(
      async () => {
        const answer = await call(path)
        return answer.status !== 202 && answer
      },
      { pause: 100 },
    )
    if (ended.status === 200) continue
    expect(await ended.json(), path).toMatchObject({
      code: expect.stringMatching(/^(region|plan)\./) as string,
    })
    expect([404, 410, 422, 503]).toContain(ended.status)
  }

  const next = await planned({ seed: 10 })
  expect(next.region.version).not.toBe(draft.region.version)
  expect((await call(`/v1/coverage?region=${REGION}`)).status).toBe(200)
  // What was planned before is stored whole, and may be held and walked, or says why not.
  for (const { id, walks } of [draft, held])
    for (const path of [`/v1/plans/${id}`, `/v1/plans/${id}.html`, `/v1/walks/${walks[0]!.walkId}.gpx`])
      expect((await call(path)).status, path).toBe(200)
  const walk = `/v1/walks/${held.walks[0]!.walkId}`
  for (const [path, body] of [
    [`${walk}/start`, {}],
    [`/v1/plans/${draft.id}/commit`, {}],
    [`/v1/plans/${held.id}/replan`, { present: [held.walks[0]!.walker], keep: 'walks' }],
    [`${walk}/finish`, {}],
  ] as const) {
    const answer = await call(path, body)
    expect([200, 201, 404, 409, 503], `${path} ${await answer.clone().text()}`).toContain(answer.status)
  }
  expect(server.log()).not.toContain('"status":500')
})
