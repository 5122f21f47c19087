/** The programs of examples/ and of the guides, run as their readers run them, against a real server. */
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Doorwalk, createDoorwalk } from '@doorwalk/client'
import { programOf } from '../support/page-programs.ts'
import { type Program, startProgram } from '../support/servers/example.ts'
import { type Road, openRoad } from '../support/servers/flaky-road.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../support/servers/serve.ts'

const EXAMPLES = join(import.meta.dirname, '../../examples')
const REGION = 'paris-9e-10e'

const OPERATOR_KEY = 'dw_operator-of-the-readers-0123456789'

let server: ServerProcess
/** Of an organiser. */
let key: string
let doorwalk: Doorwalk
let folder: string
let road: Road
let receiver: Program | undefined
/** The receiver's: the server has to know it beforehand. */
let port: number
beforeAll(async () => {
  port = await freePort()
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-examples-'))
  const env = {
    ...PATIENT,
    DOORWALK_OPERATOR_KEY: OPERATOR_KEY,
    DOORWALK_WEBHOOK_ALLOW: `http://127.0.0.1:${port}`,
  }
  server = await startServerProcess(join(folder, 'data'), { env })
  road = await openRoad(server.url)
  const operator = createDoorwalk({ url: server.url, key: server.key })
  const campaign = 'readers'
  const body = { campaign, scopes: ['organiser' as const], label: 'readers' }
  key = (await operator.POST('/v1/keys', { body })).key
  doorwalk = createDoorwalk({ url: server.url, key })
  // Whenever the tests run: nobody is sent out at night.
  await doorwalk.PUT('/v1/campaigns/{campaign}', {
    params: { path: { campaign } },
    body: { firstKnock: '00:00', lastKnock: '23:59' },
  })
})
afterAll(async () => {
  await receiver?.kill()
  await road.close()
  await server.kill()
  await rm(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const held = createServer().listen(0, '127.0.0.1')
  await once(held, 'listening')
  const { port } = held.address() as AddressInfo
  await new Promise((done) => held.close(done))
  return port
}

const example = (name: string, more: { args?: string[]; env?: Record<string, string> } = {}): Program =>
  startProgram(join(EXAMPLES, name), {
    folder,
    ...more,
    env: { DOORWALK_URL: server.url, DOORWALK_KEY: key, ...more.env },
  })

/** What a page tells to save, saved. */
async function guide(
  page: string,
  { mark = 'ts', env = {} }: { mark?: string; env?: Record<string, string> } = {},
) {
  const file = join(folder, `${page}.mjs`)
  await writeFile(file, await programOf(`docs/${page}.md`, mark))
  return startProgram(file, { folder, env: { DOORWALK_URL: server.url, DOORWALK_KEY: key, ...env } })
}

it('all of them are run here', async () => {
  expect((await readdir(EXAMPLES)).sort()).toEqual([
    'README.md',
    'volunteer.ts',
    'webhook-receiver.ts',
    'weekend.ts',
  ])
})

it('volunteer.ts has 80 lines, takes a walk, and loses nothing without a network or when it is closed', async () => {
  const source = await readFile(join(EXAMPLES, 'volunteer.ts'), 'utf8')
  expect(source.trim().split('\n').length).toBeLessThanOrEqual(80)

  const phone = await doorwalk.POST('/v1/keys', { body: { scopes: ['reporter'], label: 'phones' } })
  const env = { DOORWALK_KEY: phone.key, DOORWALK_URL: road.url }
  const args = [REGION, '2.3475', '48.8791', '60']
  const app = example('volunteer.ts', { env, args })
  await app.says(/\d+ stops, [1-9]\d* doors/)
  await app.says(/^1\. .+: \d+ doors/m)
  app.type('2 1')
  await app.says(/^2\. /m)
  road.cut(true)
  app.type('x')
  await app.says(/no network: 1 reports are kept/)
  await app.kill()

  road.cut(false)
  const again = example('volunteer.ts', { env, args })
  const left = Number((await again.says(/^(\d+)\. /m)).replace('.', ''))
  expect(left).toBeGreaterThanOrEqual(2)
  for (let doors = 0; doors < 60; doors++) again.type('')
  expect(await again.ended(), again.text()).toBe(0)
  expect(again.text()).toContain('The walk is finished')
  expect(again.text()).not.toContain('stops,')
  expect(again.text()).not.toContain('not taken')
  const { total } = await doorwalk.GET('/v1/coverage', { params: { query: { region: REGION } } })
  expect(total.leased).toBe(0)
  expect(total.later + total.done).toBeGreaterThan(0)
})

it('weekend.ts plans, saves what is printed, and plans again at the roll-call', async () => {
  const weekend = example('weekend.ts')
  expect(await weekend.ended(), weekend.text()).toBe(0)
  const text = weekend.text()
  expect(text.match(/^(Saturday|Sunday), \d{4}: [1-9]\d* walks, [1-9]\d* doors$/gm)).toHaveLength(4)
  expect(text).toMatch(/^roll-call, \d{4}: .*unchanged/m)
  expect(text).toMatch(/^\d+ of [1-9]\d* doors done/m)
  const files = Object.keys(unzipSync(await readFile(join(folder, 'weekend.zip'))))
  expect(files.filter((name) => name.endsWith('.html')).length).toBeGreaterThan(3)
})

it('webhook-receiver.ts believes what the server signs, and each event once', async () => {
  const hook = await doorwalk.POST('/v1/webhooks', {
    body: { url: `http://127.0.0.1:${port}/hooks`, label: 'ours' },
  })
  receiver = example('webhook-receiver.ts', {
    env: { DOORWALK_WEBHOOK_SECRET: hook.secret, PORT: String(port) },
  })
  await receiver.says(/listens on port \d+/)
  const params = { path: { webhookId: hook.id } }
  await doorwalk.POST('/v1/webhooks/{webhookId}/test', { params })
  await receiver.says(/webhook\.test/)
  const forged = await fetch(`http://127.0.0.1:${port}/hooks`, { method: 'POST', body: '{}' })
  expect(forged.status).toBe(401)
  await receiver.says(/webhook-id: missing/)
  const request = {
    region: REGION,
    area: { precincts: ['0925'] },
    volunteers: 1,
    minutes: 30,
    iterations: 20,
  }
  const plan = await doorwalk.makePlan(request)
  await receiver.says(new RegExp(`plan ${plan.id}: [1-9]\\d* doors`))
})

it('the first walk comes onto a map', async () => {
  const first = await guide('guide-first-walk')
  expect(await first.ended(), first.text()).toBe(0)
  expect(first.text().match(/^walk \d: [1-9]\d* doors, [1-9]\d* m, \d+ minutes, wlk_/gm)).toHaveLength(4)
  const map = await readFile(join(folder, 'walks.html'), 'utf8')
  expect(map.match(/"type":"LineString"/g)!.length).toBeGreaterThan(3)
  expect(await readFile(join(folder, 'walk-1.html'), 'utf8')).toContain('<svg')
})

it('a weekend is planned, printed, called over and counted', async () => {
  const weekend = await guide('guide-weekend')
  expect(await weekend.ended(), weekend.text()).toBe(0)
  expect(weekend.text()).toMatch(/^(\d+|more than 40) walks of 90 minutes reach 80 % of the doors$/m)
  expect(weekend.text().match(/^(late )?evening \d{4} done [1-9]\d* doors$/gm)).toHaveLength(4)
  expect(weekend.text()).toMatch(/^walk 1: .+, unchanged$/m)
  expect(weekend.text()).toMatch(/^1 taken, 0 not$/m)
})

it('an offline app takes a walk, reports, hears of others and ends early', async () => {
  const app = await guide('guide-offline')
  expect(await app.ended(), app.text()).toBe(0)
  expect(app.text()).toMatch(/^sent$/m)
  expect(app.text()).not.toMatch(/not taken|kept/)
  expect(app.text()).toMatch(/^[1-9]\d* stops in 15 minutes, \d+ targets given back$/m)
})

it('webhooks are made, received, listed and given another secret', async () => {
  await receiver?.kill()
  receiver = await guide('guide-webhooks', { env: { PORT: String(port) } })
  await receiver.says(/webhook\.test/)
  await receiver.says(/[1-9]\d* doors are planned/)
  await receiver.says(/from now on both are used: true/)
  expect(receiver.text()).toMatch(/^plan\.completed /m)
})

it('a sandbox is a campaign that ends tomorrow', async () => {
  const sandbox = await guide('guide-first-walk', {
    mark: 'ts sandbox',
    env: { DOORWALK_OPERATOR_KEY: OPERATOR_KEY },
  })
  expect(await sandbox.ended(), sandbox.text()).toBe(0)
  const [, day, made] = /^a campaign until (\S+), its key: (dw_\S+)$/m.exec(sandbox.text()) ?? []
  const own = createDoorwalk({ url: server.url, key: made })
  const params = { path: { campaign: 'sandbox' } }
  expect(await own.GET('/v1/campaigns/{campaign}', { params })).toMatchObject({ ballots: [day] })
  const start: [number, number] = [2.3475, 48.8791]
  const walk = await own.POST('/v1/walks', { body: { region: REGION, start, minutes: 20 } })
  expect(walk.doors).toBeGreaterThan(0)
})
