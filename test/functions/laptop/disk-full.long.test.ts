/** A disk that is full while the server runs: it stays up, loses nothing that it acknowledged, and goes on. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { IS_LONG } from '../../support/length.ts'
import { PATIENT, type ServerProcess, runCommand, startServerProcess } from '../../support/servers/serve.ts'
import { NO_MOUNT, type SmallDisk, mayMount, mountSmallDisk } from '../../support/small-disk.ts'
import { until } from '../../support/until.ts'

const REGION = 'paris-9e-10e'
const AREA = { precincts: ['0925'] }

let disk: SmallDisk | undefined
let server: ServerProcess | undefined

afterEach(async () => {
  await server?.kill()
  disk?.unmount()
})

interface Answer {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

async function call(path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(server!.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${server!.key}`, 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] }
}

/** Ids of the areas that were acknowledged. */
let kept: string[]
const makeArea = async (): Promise<Answer> => {
  const answer = await call('/v1/areas', { label: `Area ${'x'.repeat(50)}`, region: REGION, area: AREA })
  if (answer.status === 201) kept.push(String(answer.body['id']))
  else expect([507, 429], JSON.stringify(answer.body)).toContain(answer.status)
  return answer
}

async function missing(): Promise<string[]> {
  const gone: string[] = []
  for (const id of kept) if ((await call(`/v1/areas/${id}`)).status !== 200) gone.push(id)
  return gone
}

describe.skipIf(!mayMount())(`a full disk (${NO_MOUNT}: skipped)`, () => {
  it('answers 507, reads on, writes again once there is room, and has lost nothing after kill -9', async () => {
    kept = []
    disk = mountSmallDisk('size=24m')!
    const data = join(disk.path, 'data')
    const log = join(disk.path, 'log')
    const settings = { env: { ...PATIENT, DOORWALK_RATE: '100000' }, shell: `exec 2>>${log}` }
    server = await startServerProcess(data, settings)
    await makeArea()
    // Found no room when it was planned, or while: it waits.
    const long = { region: REGION, area: AREA, volunteers: 2, minutes: 60, iterations: 3_000 }
    const job = await call('/v1/plans', long, { Prefer: 'respond-async' })
    expect(job.status).toBe(202)
    disk.fill()

    const refused = await until(async () => {
      const answer = await makeArea()
      return answer.status === 507 && answer
    })
    expect(refused.body).toMatchObject({ code: 'storage.full', title: 'Disk full or read-only' })
    expect(refused.headers.get('Retry-After')).toBe('5')
    expect((await call('/healthz')).status).toBe(200)
    expect(await missing()).toEqual([])
    const plan = await call('/v1/plans', { ...long, seed: 2 })
    expect(plan.status).toBe(507)

    const at = String(job.headers.get('Location'))
    await until(
      async () => {
        const { status, body } = await call(at)
        return status === 200 || body['waitsFor'] === 'room'
      },
      { pause: 100 },
    )

    disk.clear()
    await until(async () => (await makeArea()).status === 201)
    for (let more = 0; more < 20; more++) await makeArea()
    await until(async () => (await call(at)).status === 200, { pause: 100 })
    await server.kill()

    server = await startServerProcess(data, settings)
    expect(await missing()).toEqual([])
    expect((await call(at)).status).toBe(200)
    const files = await readdir(join(data, 'blobs'), { recursive: true })
    expect(files.filter((name) => name.endsWith('~'))).toEqual([])
    expect(await readFile(log, 'utf8')).toContain('"status":507')
  })

  it.runIf(IS_LONG)('does not start on a full disk, says so, and starts once there is room', async () => {
    kept = []
    disk = mountSmallDisk('size=8m')!
    const data = join(disk.path, 'data')
    server = await startServerProcess(data, { env: { DOORWALK_RATE: '100000' } })
    await makeArea()
    await server.kill()
    disk.fill()
    const refused = await runCommand(['serve', '--port', '0', '--data', data])
    expect(refused.text).toMatch(/no room left.*make room and start again/)
    expect(refused.code).toBe(1)
    disk.clear()
    server = await startServerProcess(data, { env: { DOORWALK_RATE: '100000' } })
    expect(await missing()).toEqual([])
  })
})

it('takes a limit on the size of files for a disk that is full, and goes on in the next file', async () => {
  kept = []
  const data = join(await mkdtemp(join(tmpdir(), 'doorwalk-limit-')), 'data')
  // Blocks of 512 bytes: the log of the database ends at 100 KB.
  server = await startServerProcess(data, { env: { DOORWALK_RATE: '100000' }, shell: 'ulimit -f 200' })
  let refused = 0
  while (kept.length < 300 && refused < 300) if ((await makeArea()).status === 507) refused++
  expect(kept).toHaveLength(300)
  expect(refused).toBeGreaterThan(0)
  await server.kill()
  server = await startServerProcess(data, { env: { DOORWALK_RATE: '100000' } })
  expect(await missing()).toEqual([])
})

describe.skipIf(!mayMount())(
  `a disk that becomes read-only while the server runs (${NO_MOUNT}: skipped)`,
  () => {
    it('is told by a code, reads go on, and so do writes once it may be written again', async () => {
      kept = []
      const data = join(await mkdtemp(join(tmpdir(), 'doorwalk-read-only-')), 'data')
      server = await startServerProcess(data, { env: { ...PATIENT, DOORWALK_RATE: '100000' } })
      await makeArea()
      const plan = { region: REGION, area: AREA, volunteers: 1, minutes: 30, iterations: 200 }
      expect((await call('/v1/plans', plan)).status).toBe(201)
      const blobs = join(data, 'blobs')
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', blobs]).status).toBe(0)
      const refused = await call('/v1/plans', { ...plan, seed: 2 }).finally(() => {
        spawnSync('umount', ['-l', blobs])
      })
      expect(refused.body, server.log()).toMatchObject({ status: 507, code: 'storage.unwritable' })
      expect(await missing()).toEqual([])
      expect((await call('/v1/plans', { ...plan, seed: 2 })).status).toBe(201)
      expect(server.log()).not.toContain('"status":500')
    })
  },
)
