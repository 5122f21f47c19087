/** How a server starts where something is in the way, and how it ends with work under way. */
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { IS_LONG } from '../../support/length.ts'
import { NO_PROC } from '../../support/servers/listeners.ts'
import { processorSeconds } from '../../support/servers/processor.ts'
import { type ServerProcess, runCommand, startServerProcess } from '../../support/servers/serve.ts'
import { NO_MOUNT, mayMount, mountSmallDisk } from '../../support/small-disk.ts'
import { until } from '../../support/until.ts'

const LONG_PLAN = {
  region: 'paris-9e-10e',
  area: { precincts: ['0925'] },
  volunteers: 2,
  minutes: 60,
  iterations: 50_000_000,
}

const ABANDONED = 100
/** Takes some seconds of processor; a region in which there is nothing leased. */
const ESTIMATE = { region: 'paris-9e-10e', volunteers: 40, minutes: 120 }
/** Of processor, until some are being made; and until those have noticed that nobody waits. */
const [SECONDS_TO_BEGIN, SECONDS_TO_END] = [3, 15]

let server: ServerProcess | undefined
afterEach(async () => {
  await server?.kill()
  server = undefined
})

async function newFolder(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'doorwalk-start-')), 'data')
}

function post(path: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(server!.url + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server!.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
}

/** Once that many calls of a route are under way, as the server tells when it ends. */
async function planning(): Promise<void> {
  const list = `${server!.url}/v1/plans`
  const headers = { Authorization: `Bearer ${server!.key}` }
  await until(
    async () => {
      const { plans } = (await (await fetch(list, { headers })).json()) as { plans: { status: string }[] }
      return plans.some(({ status }) => status === 'running')
    },
    { pause: 100 },
  )
}

it('answers the calls under way before it ends, takes no new ones, and lets nobody have its port before', async () => {
  server = await startServerProcess(await newFolder(), { env: { DOORWALK_SYNC_SECONDS: '4' } })
  const { port } = new URL(server.url)
  const second = await runCommand(['serve', '--port', port, '--data', await newFolder()])
  expect(second.text).toContain(`port ${port} is taken; choose another one with --port`)
  expect(second.code).toBe(1)

  const waiting = post('/v1/plans', LONG_PLAN)
  await planning()
  const ended = server.stop()
  await until(() => server!.log().includes('Calls under way: 1'))
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  // Its time was over, and it became a job: the answer of a server that goes on.
  expect((await waiting).status).toBe(202)
  expect(await ended).toBe(0)
  expect(server.log()).not.toContain('Cut after')
})

it('says what it cut when the time is over', async () => {
  const env = { DOORWALK_SYNC_SECONDS: '600', DOORWALK_DRAIN_SECONDS: '0.2' }
  server = await startServerProcess(await newFolder(), { env })
  const waiting = post('/v1/plans', LONG_PLAN).then(
    () => 'answered',
    () => 'cut',
  )
  await planning()
  expect(await server.stop()).toBe(0)
  expect(await waiting).toBe('cut')
  expect(server.log()).toContain('Cut after 0.2 s, without an answer: POST /v1/plans')
})

it.runIf(IS_LONG)('ends at once by the second signal', async () => {
  server = await startServerProcess(await newFolder(), { env: { DOORWALK_SYNC_SECONDS: '600' } })
  const waiting = post('/v1/plans', LONG_PLAN).catch(() => 'cut')
  await planning()
  const first = server.stop()
  await until(() => server!.log().includes('Calls under way: 1'))
  void server.stop()
  expect(await first).toBe(128 + 15)
  expect(await waiting).toBe('cut')
})

it('leases nothing for whom it cut', async () => {
  const data = await newFolder()
  const env = { DOORWALK_SYNC_SECONDS: '600', DOORWALK_DRAIN_SECONDS: '0.2' }
  server = await startServerProcess(data, { env })
  const waiting = post('/v1/plans', { ...LONG_PLAN, commit: true }).catch(() => 'cut')
  await planning()
  expect(await server.stop()).toBe(0)
  expect(await waiting).toBe('cut')
  server = await startServerProcess(data, { env })
  const headers = { Authorization: `Bearer ${server.key}` }
  const list = await fetch(`${server.url}/v1/plans`, { headers })
  expect(await list.json()).toMatchObject({ plans: [] })
})

describe.skipIf(NO_PROC)(
  `of ${ABANDONED} estimates that nobody waits for any more (${NO_PROC}: skipped)`,
  () => {
    /** They are under way when their callers go: the server has begun to plan, and cannot have ended. */
    async function abandonEstimates(): Promise<void> {
      server = await startServerProcess(await newFolder(), { env: { DOORWALK_RATE: '1000000' } })
      const goneCallers = new AbortController()
      const asked = Array.from({ length: ABANDONED }, (_, seed) =>
        post('/v1/plans/estimate', { ...ESTIMATE, seed }, goneCallers.signal).then(
          ({ status }) => status,
          () => 'gone',
        ),
      )
      const { pid } = server
      const before = processorSeconds(pid)
      await until(() => processorSeconds(pid) - before > SECONDS_TO_BEGIN)
      goneCallers.abort()
      expect(await Promise.all(asked)).toContain('gone')
    }

    it('none holds up the end of the server, or is gone on with', async () => {
      await abandonEstimates()
      const { pid } = server!
      const used = processorSeconds(pid)
      let last = used
      const watching = setInterval(() => {
        try {
          last = processorSeconds(pid)
        } catch {
          // It has ended.
        }
      }, 20)
      const from = performance.now()
      expect(await server!.stop()).toBe(0)
      clearInterval(watching)
      expect(performance.now() - from).toBeLessThan(30_000)
      expect(last - used).toBeLessThan(SECONDS_TO_END)
      expect(server!.log()).not.toContain('Cut after')
      expect(() => processorSeconds(pid)).toThrow('ENOENT')
    })

    it('none is gone on with: the server falls quiet, and answers the next', async () => {
      await abandonEstimates()
      const { pid } = server!
      const from = processorSeconds(pid)
      await until(async () => {
        const used = processorSeconds(pid)
        await new Promise((done) => setTimeout(done, 2_000))
        return processorSeconds(pid) - used < 0.1
      })
      // A hundred of them would take minutes.
      expect(processorSeconds(pid) - from).toBeLessThan(SECONDS_TO_END)
      const next = await until(
        async () => {
          const answer = await post('/v1/plans/estimate', { ...ESTIMATE, seed: ABANDONED })
          return answer.status !== 503 && answer
        },
        { pause: 1_000 },
      )
      expect(next.status).toBe(200)
    })
  },
)

it('makes a demo key anew where the file holds none', async () => {
  const data = await newFolder()
  server = await startServerProcess(data)
  const { key } = server
  await server.kill()
  for (const damage of [
    () => truncate(join(data, 'demo-key'), 0),
    () => truncate(join(data, 'demo-key'), 9),
  ]) {
    await damage()
    server = await startServerProcess(data)
    expect(server.key).toMatch(/^dw_.{20,}$/)
    expect(server.key).not.toBe(key)
    expect(await readFile(join(data, 'demo-key'), 'utf8')).toBe(`${server.key}\n`)
    expect(
      (await post('/v1/areas', { label: 'a', region: 'paris-9e-10e', area: LONG_PLAN.area })).status,
    ).toBe(201)
    await server.kill()
  }
})

it.runIf(IS_LONG)('says that the data folder is a file', async () => {
  const data = await newFolder()
  await writeFile(data, '')
  const refused = await runCommand(['serve', '--port', '0', '--data', data])
  expect(refused.text).toMatch(/is no folder|is a file/)
  expect(refused.text).not.toContain('bug')
})

describe.skipIf(!mayMount())(`a disk that is mounted for reading only (${NO_MOUNT}: skipped)`, () => {
  it.each(IS_LONG ? ['new', 'known'] : ['new'])(
    'says that a %s data folder may not be written',
    async (kind) => {
      const disk = mountSmallDisk('size=8m')!
      const data = join(disk.path, 'data')
      if (kind === 'known') {
        server = await startServerProcess(data)
        await server.stop()
      } else await mkdir(data)
      spawnSync('mount', ['-o', 'remount,ro', disk.path])
      const refused = await runCommand(['serve', '--port', '0', '--data', data])
      disk.unmount()
      expect(refused.text).toContain('may not be written')
      expect(refused.text).not.toContain('bug')
      expect(refused.code).toBe(1)
    },
  )
})
