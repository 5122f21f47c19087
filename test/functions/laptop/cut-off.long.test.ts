/** Files of the database of a real server that were cut off while it did not run. */
import { cp, mkdtemp, readdir, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { type ServerProcess, runCommand, startServerProcess } from '../../support/servers/serve.ts'

const AREAS = 40
const AREA = { label: 'Area', region: 'paris-9e-10e', area: { precincts: ['0925'] } }

let home: string
let server: ServerProcess | undefined
/** Ids that were acknowledged, in their order. */
const kept: string[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'doorwalk-cut-'))
  // Each start writes the log before into a table.
  for (let start = 0; start < 3; start++) {
    server = await startServerProcess(join(home, 'whole'), { env: { DOORWALK_RATE: '100000' } })
    for (let made = 0; made < AREAS; made++) {
      const answer = await call('/v1/areas', AREA)
      expect(answer.status).toBe(201)
      kept.push(((await answer.json()) as { id: string }).id)
    }
    await server.kill()
  }
})
afterEach(async () => {
  await server?.kill()
  server = undefined
})

const call = (path: string, body?: object): Promise<Response> =>
  fetch(server!.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${server!.key}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** A copy of which the files of a kind keep a share of their bytes. */
async function cut(kind: string, share: number): Promise<string> {
  const data = await mkdtemp(join(home, 'copy-'))
  await cp(join(home, 'whole'), data, { recursive: true })
  const [table] = (await readdir(data)).filter((name) => name.startsWith('table'))
  const names = (await readdir(join(data, table!))).filter((name) => name.endsWith(kind)).sort()
  expect(names).not.toEqual([])
  const path = join(data, table!, names.at(-1)!)
  await truncate(path, Math.floor((await stat(path)).size * share))
  return data
}

it.each([0, 0.5, 0.99])('does not start with a table of which %f is there, and says which', async (share) => {
  const data = await cut('.ldb', share)
  const { code, text } = await runCommand(['serve', '--port', '0', '--data', data])
  expect(text).toMatch(/is damaged, and was left as it is:\n {2}- the table \d+\.ldb has \d+ bytes/)
  expect(text).not.toContain('bug')
  expect(code).toBe(1)
  const repaired = await runCommand(['doctor', '--data', data, '--repair'])
  expect(repaired.text).toMatch(/Repaired: \d+ items can be read/)
  server = await startServerProcess(data)
  expect((await call('/healthz')).status).toBe(200)
})

it.each([0.3, 0.6, 0.97])(
  'starts with a log of which %f is there: all before the cut is there',
  async (share) => {
    server = await startServerProcess(await cut('.log', share))
    const found = await Promise.all(kept.map(async (id) => (await call(`/v1/areas/${id}`)).status))
    expect(found.slice(0, 2 * AREAS)).toEqual(Array.from({ length: 2 * AREAS }, () => 200))
    const last = found.slice(2 * AREAS)
    const first = last.indexOf(404)
    expect(first).toBeGreaterThan(AREAS * share * 0.5)
    expect(new Set(last.slice(first))).toEqual(new Set([404]))
    expect((await call('/v1/areas', AREA)).status).toBe(201)
  },
)
