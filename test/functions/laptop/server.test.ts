/** The running server: what survives kill -9, who is let in, how it starts and ends. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { PAGE_FILES } from '@doorwalk/functions/laptop/build-pages'
import { PATIENT, type ServerProcess, runCommand, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

const REGION = 'paris-9e-10e'
const AREA = { precincts: ['0925'] }
const body = { region: REGION, area: AREA, volunteers: 4, minutes: 60, iterations: 2_000 }
const ASYNC = { Prefer: 'respond-async' }

let home: string
let data: string
let server: ServerProcess

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'doorwalk-serve-'))
  data = join(home, '.doorwalk')
  server = await startServerProcess(data, { env: PATIENT })
})
afterAll(() => server.stop())

interface CallInit {
  method?: string
  body?: unknown
  headers?: Record<string, string>
}

function call(path: string, { method = 'GET', body, headers = {} }: CallInit = {}): Promise<Response> {
  return fetch(server.url + path, {
    method,
    headers: {
      Authorization: `Bearer ${server.key}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

async function submit(request: object): Promise<string> {
  const answer = await call('/v1/plans', { method: 'POST', body: request, headers: ASYNC })
  expect(answer.status, await answer.clone().text()).toBe(202)
  return String(answer.headers.get('Location'))
}

async function finished(path: string): Promise<Plan> {
  const answer = await until(
    async () => {
      const answer = await call(path)
      if (answer.status !== 200) expect(answer.status, await answer.clone().text()).toBe(202)
      return answer.status === 200 && answer
    },
    { pause: 100 },
  )
  return (await answer.json()) as Plan
}

it('finishes after kill -9 what it had accepted, and keeps what it had answered', async () => {
  const area = { label: 'Kept', region: REGION, area: AREA }
  const stored = (await (await call('/v1/areas', { method: 'POST', body: area })).json()) as { id: string }
  // Long enough to be seen while it runs.
  const path = await submit({ ...body, iterations: 6_000 })
  const status = await until(
    async () => {
      const { status } = (await (await call(path)).json()) as { status?: string }
      return status !== 'queued' && (status ?? 'done')
    },
    { pause: 20 },
  )
  expect(status).toBe('running')
  const { key } = server
  await server.kill()

  server = await startServerProcess(data, { env: PATIENT })
  expect(server.key).toBe(key)
  expect((await call(`/v1/areas/${stored.id}`)).status).toBe(200)
  const plan = await finished(path)
  expect(plan.walks).toHaveLength(4)
  const walk = await call(`/v1/walks/${plan.walks[0]!.walkId}.gpx`)
  expect(await walk.text()).toContain('<trk>')

  await server.kill()
  server = await startServerProcess(data, { env: PATIENT })
  expect(await finished(path)).toEqual(plan)
})

const hasCurl = spawnSync('curl', ['--version']).status === 0

describe.skipIf(!hasCurl)('a newcomer with curl (skipped where there is no curl)', () => {
  it.each([
    ['a plan', PATIENT],
    ['a plan that takes too long to wait for', { DOORWALK_SYNC_SECONDS: '0.01' }],
  ])('gets from the README to %s, its walk, the GPX and the page to print', async (_, env) => {
    const steps = await newcomerSteps('README.md')
    expect(await newcomerSteps('docs/api.md')).toBe(steps)
    const cwd = await mkdtemp(join(tmpdir(), 'doorwalk-newcomer-'))
    const slow = env === PATIENT ? undefined : await startServerProcess(join(cwd, 'slow'), { env })
    const key = (slow ?? server).key
    await mkdir(join(cwd, '.doorwalk'))
    await writeFile(join(cwd, '.doorwalk/demo-key'), `${key}\n`)
    const script = steps.replace('http://127.0.0.1:8787', (slow ?? server).url)
    expect(script).not.toBe(steps)
    const { stderr } = await promisify(execFile)('sh', ['-e', '-u', '-c', script], { cwd })
    expect(stderr).toBe('')
    if (slow) expect(slow.log()).toMatch(/"POST","route":"\/v1\/plans","status":202/)
    await slow?.stop()
    const read = (file: string): Promise<string> => readFile(join(cwd, file), 'utf8')
    const plan = JSON.parse(await read('plan.json')) as Plan
    expect(plan.walks).toHaveLength(4)
    expect(JSON.parse(await read('walk.json'))).toMatchObject({ walkId: plan.walks[0]!.walkId })
    expect(await read('walk.gpx')).toMatch(/^<\?xml[\s\S]*<wpt [\s\S]*<trk>[\s\S]*<\/gpx>\s*$/)
    const page = await read('walk.html')
    expect(page).toContain('<svg')
    expect(page).not.toMatch(/(src|href)="http/)
  })
})

/** The block of commands that begins by starting the server. */
async function newcomerSteps(file: string): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../..', file), 'utf8')
  return /```sh\n(# npm ci && npm start[\s\S]*?)```/.exec(text)?.[1] ?? `${file} has no such block`
}

it('answers others while it plans, cancels the plan, and is ready for the next', async () => {
  const path = await submit({ ...body, iterations: 50_000_000 })
  await until(
    async () => {
      const job = (await (await call(path)).json()) as { progress: { stage: string } | null }
      return job.progress?.stage === 'solver'
    },
    { pause: 100 },
  )
  for (let asked = 0; asked < 20; asked++) expect((await call('/healthz')).status).toBe(200)
  expect(await (await call(path)).json()).toMatchObject({ status: 'running' })
  expect((await call(path, { method: 'DELETE' })).status).toBe(204)
  expect((await call(path)).status).toBe(410)
  const next = await call('/v1/plans', { method: 'POST', body: { ...body, seed: 3 } })
  expect([201, 202]).toContain(next.status)
  await finished(String(next.headers.get('Location')))
})

it('hands the demo key to this machine only', async () => {
  const open = await fetch(`${server.url}/demo-key.json`)
  expect(await open.json()).toEqual({ campaign: 'demo', key: server.key })
  const foreign = await fetch(`${server.url}/demo-key.json`, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
  expect(foreign.status).toBe(404)
  expect(await foreign.text()).not.toContain(server.key)
  const proxied = await fetch(`${server.url}/demo-key.json`, { headers: { 'X-Forwarded-For': '192.0.2.1' } })
  expect(await proxied.json()).toMatchObject({ status: 404, code: 'demo.closed' })
  expect((await stat(join(data, 'demo-key'))).mode & 0o077).toBe(0)
})

it('reads without a key on this machine, and writes with one only', async () => {
  expect((await fetch(`${server.url}/v1/regions`)).status).toBe(200)
  expect((await fetch(`${server.url}/v1/plans`, { method: 'POST', body: '{}' })).status).toBe(401)
  const foreign = await fetch(`${server.url}/v1/regions`, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
  expect(foreign.status).toBe(401)
})

it('serves the pages and the reference under a policy that lets nothing foreign in', async () => {
  for (const path of [
    '/docs',
    '/docs/swagger-ui-bundle.js',
    '/docs/start.js',
    '/',
    ...PAGE_FILES.map((name) => `/${name}`),
  ]) {
    const answer = await fetch(server.url + path)
    expect(answer.status, path).toBe(200)
    expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    await answer.arrayBuffer()
  }
  expect(await (await fetch(`${server.url}/docs`)).text()).not.toMatch(/https?:\/\//)
  for (const path of [
    '/docs/..%2fpackage.json',
    '/vendor/leaflet/../../package.json',
    '/package.json',
    '/src/main.ts',
  ]) {
    expect((await fetch(server.url + path)).status, path).toBe(404)
  }
})

describe('a caller who takes gzip', () => {
  const long = 'x'.repeat(1_500)
  const asked: [
    string,
    number,
    string,
    { method?: string; body?: string; headers?: Record<string, string> },
  ][] = [
    ['an unknown plan', 404, '/v1/plans/pln_none', {}],
    ['a plan with a long name', 400, `/v1/plans/${long}`, {}],
    ['an unknown address', 404, `/v1/${long}`, {}],
    ['a wrong method', 405, '/v1/plans', { method: 'PATCH' }],
    ['a wrong method of a long address', 405, `/v1/areas/${long}`, { method: 'PUT' }],
    ['a form there is none of', 406, '/v1/regions', { headers: { Accept: `text/x-${long}` } }],
    ['too long a body', 413, '/v1/plans', { method: 'POST', body: JSON.stringify('x'.repeat(6_000_000)) }],
    [
      'a packed body',
      415,
      '/v1/plans',
      { method: 'POST', body: '{}', headers: { 'Content-Encoding': 'br' } },
    ],
    ['a bad body', 400, '/v1/plans', { method: 'POST', body: JSON.stringify({ region: [long], x: long }) }],
  ]

  it.each(asked)('reads what was wrong with %s', async (_, status, path, { headers, ...init }) => {
    const answer = await fetch(server.url + path, {
      ...init,
      headers: {
        Authorization: `Bearer ${server.key}`,
        'Accept-Encoding': 'gzip',
        ...(init.body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
    })
    expect(await answer.json()).toMatchObject({
      status,
      type: expect.stringContaining('urn:doorwalk') as string,
    })
    expect(answer.status).toBe(status)
    // The connection is there for the next call, or it was said that it is not.
    expect(answer.headers.get('Connection')).toBe('keep-alive')
  })
})

it('says that it ends the connection of one who sends what it does not read', async () => {
  const head = `POST /v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`
  const heard = await say(`${head}Content-Length: 900000000\r\n\r\n{`)
  expect(heard).toMatch(/^HTTP\/1.1 413 /)
  expect(heard).toMatch(/\r\nconnection: close\r\n/i)
  expect(heard).toContain('"code":"request.too_large"')
})

it('answers who speaks HTTP/1.0 and names no host, and opens the demo to nobody of no name', async () => {
  expect(await say('GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 [\s\S]*{"status":"ok"}$/)
  expect(await say('GET /demo-key.json HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 404 /)
  expect(await say('GET /v1/regions HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 401 /)
  const wrong = await say('GET /healthz HTTP/1.0\r\nHost: a b\r\n\r\n')
  expect(wrong).toMatch(/^HTTP\/1.1 400 [\s\S]*"code":"request.malformed"/)
})

/** All that comes back on a connection until it is closed. */
async function say(request: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.write(request)
  return text(socket)
}

it('compresses, and knows its own tags again', async () => {
  const path = '/v1/regions/paris-9e-10e/map.geojson'
  const first = await call(path, { headers: { 'Accept-Encoding': 'gzip' } })
  expect(first.headers.get('Content-Encoding')).toBe('gzip')
  await first.arrayBuffer()
  const tag = String(first.headers.get('ETag'))
  const again = await call(path, { headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': tag } })
  expect(again.status).toBe(304)
})

it('has no demo once there is an operator key, which makes the keys of campaigns', async () => {
  const operatorKey = 'dw_operator-key-of-this-test-0123456789'
  const closed = await startServerProcess(`${data}-3`, { env: { DOORWALK_OPERATOR_KEY: operatorKey } })
  expect((await fetch(`${closed.url}/demo-key.json`)).status).toBe(404)
  expect((await fetch(`${closed.url}/v1/regions`)).status).toBe(401)
  const made = await fetch(`${closed.url}/v1/keys`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${operatorKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ campaign: 'saturday', scopes: ['read'], label: 'first' }),
  })
  expect(made.status).toBe(201)
  const { key } = (await made.json()) as { key: string }
  const regions = await fetch(`${closed.url}/v1/regions`, { headers: { Authorization: `Bearer ${key}` } })
  expect(regions.status).toBe(200)
  expect(await closed.stop()).toBe(0)
})

it('stops with a sentence when it cannot start', async () => {
  const taken = await runCommand(['serve', '--port', '0', '--data', data])
  expect(taken.text).toContain('choose another --data')
  expect(taken.code).toBe(1)
  const open = await runCommand(['serve', '--host', '0.0.0.0', '--port', '0', '--data', `${data}-2`])
  expect(open.text).toContain('DOORWALK_OPERATOR_KEY')
  expect(open.code).toBe(2)
  const wrong = await runCommand(['serve', '--port', 'many'])
  expect(wrong.text).toContain('got "many"')
  expect(wrong.code).toBe(2)
})

it('ends when asked to, logs JSON lines only, and leaves the folder to the next', async () => {
  const log = server.log()
  expect(await server.stop()).toBe(0)
  const lines = log.split('\n').filter((line) => line.startsWith('{'))
  expect(lines.length).toBeGreaterThan(5)
  const events = new Set(lines.map((line) => (JSON.parse(line) as { event: string }).event))
  expect([...events].sort()).toEqual(['plan.done', 'request'])
  expect(log).not.toMatch(/wlk_/)
  expect(await readFile(join(data, 'demo-key'), 'utf8')).toBe(`${server.key}\n`)
  server = await startServerProcess(data, { env: PATIENT })
})
