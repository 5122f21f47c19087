/** Regions that go, come back and change under a server that uses them. */
import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { writeTinyRegion } from '../../support/worlds/tiny-region.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'

const BUNDLED = join(import.meta.dirname, '../../../data/paris-9e-10e')
const REQUEST = {
  region: 'paris-9e-10e',
  area: { precincts: ['0925'] },
  volunteers: 2,
  minutes: 30,
  iterations: 200,
}

let regions: string
let folder: string
let version: string
let server: ServerProcess

beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), 'doorwalk-regions-change-'))
  regions = join(home, 'regions')
  folder = join(regions, 'paris-9e-10e')
  await cp(BUNDLED, folder, { recursive: true })
  await cp(join(await writeTinyRegion(), 'tiny'), join(regions, 'tiny'), { recursive: true })
  version = (await readdir(folder, { withFileTypes: true })).find((entry) => entry.isDirectory())!.name
  server = await startServerProcess(join(home, 'data'), { regions: [regions], env: PATIENT })
})
afterAll(() => server.stop())

interface Answer {
  status: number
  text: string
  code: string | undefined
}

async function call(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isProblem = answer.headers.get('Content-Type') === 'application/problem+json'
  return {
    status: answer.status,
    text,
    code: isProblem ? (JSON.parse(text) as { code: string }).code : undefined,
  }
}

/** Every call that reads a region, for a plan that was made before. */
async function readers(plan: Plan): Promise<Record<string, string>> {
  const { id: planId, walks } = plan
  const walk = walks[0]!.walkId
  const calls: Record<string, Promise<Answer>> = {
    list: call('/v1/regions'),
    precincts: call('/v1/regions/paris-9e-10e/precincts'),
    map: call('/v1/regions/paris-9e-10e/map.geojson'),
    plan: call('/v1/plans', { ...REQUEST, seed: Math.floor(performance.now()) }),
    estimate: call('/v1/plans/estimate', {
      region: 'paris-9e-10e',
      area: REQUEST.area,
      volunteers: 2,
      minutes: 30,
    }),
    coverage: call('/v1/coverage?region=paris-9e-10e'),
    stored: call(`/v1/plans/${planId}`),
    page: call(`/v1/plans/${planId}.html`),
    pack: call(`/v1/walks/${walk}/pack`),
    gpx: call(`/v1/walks/${walk}.gpx`),
  }
  const told: Record<string, string> = {}
  for (const [name, answer] of Object.entries(calls)) {
    const { status, code } = await answer
    told[name] = code === undefined ? String(status) : `${status} ${code}`
  }
  return told
}

const ALL_WELL = {
  list: '200',
  precincts: '200',
  map: '200',
  plan: '201',
  estimate: '200',
  coverage: '200',
  stored: '200',
  page: '200',
  pack: '200',
  gpx: '200',
}

it('answers with a code and never with a bug while a region is gone, damaged or replaced, and goes on', async () => {
  const made = await call('/v1/plans', REQUEST)
  expect(made.status, made.text).toBe(201)
  const plan = JSON.parse(made.text) as Plan
  expect(await readers(plan)).toEqual(ALL_WELL)

  await rename(folder, `${regions}-gone`)
  const gone = await readers(plan)
  expect(gone).toMatchObject({ list: '200', precincts: '404 region.unknown', plan: '404 region.unknown' })
  expect(gone).toMatchObject({ stored: '200', gpx: '200' })
  expect(Object.values(gone).filter((told) => told.startsWith('500'))).toEqual([])

  // Half copied: the folder is there, its files are not.
  await cp(`${regions}-gone`, folder, { recursive: true })
  for (const entry of await readdir(join(folder, version), { withFileTypes: true })) {
    if (entry.name !== 'manifest.json') await rm(join(folder, version, entry.name), { recursive: true })
  }
  const half = await readers(plan)
  expect(half).toMatchObject({ list: '200', precincts: '503 region.damaged', stored: '200', gpx: '200' })
  expect(Object.values(half).filter((told) => told.startsWith('500'))).toEqual([])

  await writeFile(join(folder, 'current.json'), '{')
  const broken = await readers(plan)
  expect(broken).toMatchObject({ list: '200', precincts: '503 region.damaged', stored: '200' })
  expect(Object.values(broken).filter((told) => told.startsWith('500'))).toEqual([])

  await rm(folder, { recursive: true })
  await rename(`${regions}-gone`, folder)
  expect(await readers(plan)).toEqual(ALL_WELL)
  expect(server.log()).not.toContain('"status":500')
})
