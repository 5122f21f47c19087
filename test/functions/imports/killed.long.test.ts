/** An import whose server is killed half-way ends, at the next start, as one that was left in peace. */
import { mkdtemp, readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

const LINES = 150_000
const ENV = { DOORWALK_RATE: '10000000' }

interface Told {
  id: string
  status: string
  counts: Record<'rows' | 'accepted' | 'refused', number>
  upload?: { url: string }
}

let server: ServerProcess
afterEach(() => server.kill())

async function ask(path: string, body?: unknown): Promise<Told> {
  const answer = await fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  expect(answer.ok, text).toBe(true)
  return JSON.parse(text) as Told
}

/** Every thousandth line is wrong. */
function list(): string {
  const rows = Array.from({ length: LINES }, (_, at) => {
    const doors = at % 1000 === 7 ? 'many' : String(1 + (at % 40))
    return `crm-${at},${(2.349 + (at % 500) / 1e5).toFixed(6)},${(48.8772 + at / 4e7).toFixed(6)},${doors}`
  })
  return ['id,lng,lat,doors', ...rows, ''].join('\n')
}

async function begin(text: string): Promise<string> {
  const { id, upload } = await ask('/v1/imports', {
    region: 'paris-9e-10e',
    kind: 'targets',
    name: 'big.csv',
  })
  expect((await fetch(upload!.url, { method: 'PUT', body: text })).ok).toBe(true)
  await ask(`/v1/imports/${id}/start`, {})
  return id
}

async function ended(id: string): Promise<Told> {
  return until(
    async () => {
      const told = await ask(`/v1/imports/${id}`)
      return !['queued', 'running'].includes(told.status) && told
    },
    { pause: 100 },
  )
}

/** What is stored of the list, whatever the id of its import. */
async function stored(data: string): Promise<string[]> {
  const root = join(data, 'blobs/campaigns/demo/lists')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((each) => each.isFile()).sort((a, b) => (a.name < b.name ? -1 : 1))
  return Promise.all(
    files.map(
      async ({ parentPath, name }) =>
        `${name} ${(await readFile(join(parentPath, name))).toString('base64')}`,
    ),
  )
}

it('ends in the same state when its server is killed half-way', { timeout: 300_000 }, async () => {
  const text = list()
  const peace = await mkdtemp(join(tmpdir(), 'doorwalk-killed-'))
  server = await startServerProcess(peace, { env: ENV })
  const whole = await ended(await begin(text))
  expect(whole).toMatchObject({ status: 'done', counts: { rows: LINES, refused: LINES / 1000 } })
  await server.stop()

  const data = await mkdtemp(join(tmpdir(), 'doorwalk-killed-'))
  server = await startServerProcess(data, { env: ENV })
  const id = await begin(text)
  let half = await ask(`/v1/imports/${id}`)
  while (half.counts.rows < LINES / 3) {
    half = await ask(`/v1/imports/${id}`)
    expect(['queued', 'running'], 'was over before it was seen half-way').toContain(half.status)
  }
  await server.kill()
  server = await startServerProcess(data, { env: ENV })
  const again = await ended(id)
  expect(again.counts).toEqual(whole.counts)
  const [one, other] = [await stored(peace), await stored(data)]
  expect(other.length).toBeGreaterThan(0)
  expect(other.join() === one.join(), 'the same bytes').toBe(true)
})
