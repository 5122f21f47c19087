/** Who reaches a running server, and what in it: its ports, its files, and what is open without a key. */
import { chmod, lstat, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NO_PROC, listeningPorts } from '../../support/servers/listeners.ts'
import { rawCall } from '../../support/servers/raw-http.ts'
import { type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'

let data: string
let server: ServerProcess
let port: string

beforeAll(async () => {
  data = join(await mkdtemp(join(tmpdir(), 'doorwalk-reach-')), 'data')
  server = await startServerProcess(data)
  port = new URL(server.url).port
})
afterAll(() => server.stop())

it.skipIf(NO_PROC)(`listens on its own port and on no other`, async () => {
  // The table answers by now.
  expect((await rawCall(`${server.url}/healthz`)).status).toBe(200)
  expect(listeningPorts(server.pid)).toEqual([Number(port)])
})

async function openToOthers(path: string): Promise<string[]> {
  const entry = await lstat(path)
  const found = (entry.mode & 0o077) === 0 ? [] : [path]
  if (!entry.isDirectory()) return found
  for (const name of await readdir(path)) found.push(...(await openToOthers(join(path, name))))
  return found
}

it('keeps its files to their owner, and closes those that an earlier version left open', async () => {
  expect(await openToOthers(data)).toEqual([])
  await server.kill()
  const table = join(data, 'table')
  await chmod(data, 0o755)
  await chmod(table, 0o755)
  for (const name of await readdir(table)) await chmod(join(table, name), 0o644)
  await chmod(join(data, 'demo-key'), 0o644)
  server = await startServerProcess(data)
  port = new URL(server.url).port
  expect(await openToOthers(data)).toEqual([])
  expect(server.log()).toMatch(/"event":"data.closed","files":\d/)
})

it('says at start what is open', () => {
  expect(server.log()).toMatch(/Open on this machine without a key: .*\/demo-key\.json/)
})

/** What browsers and proxies send along; `PORT` stands for the server's own. */
const FOREIGN: Record<string, Record<string, string>> = {
  'a page of another site': { Origin: 'https://elsewhere.example' },
  'a page on another port of this machine': { Origin: 'http://localhost:3000' },
  'a page of this machine under another name': { Origin: 'http://localhost:PORT', Host: '127.0.0.1:PORT' },
  'a page over TLS': { Origin: 'https://127.0.0.1:PORT' },
  'a file or a sandboxed frame': { Origin: 'null' },
  'another site, as browsers say': { 'Sec-Fetch-Site': 'cross-site' },
  'another port, as browsers say': { 'Sec-Fetch-Site': 'same-site' },
  'a script tag': { 'Sec-Fetch-Dest': 'script' },
  'a frame': { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'iframe' },
  'a link of another page': { Referer: 'http://localhost:3000/page' },
  'a link that names nothing': { Referer: 'about:blank' },
  'a name that was bound to this machine': { Host: 'elsewhere.example:PORT' },
  'a name that was bound to this machine, and its page': {
    Host: 'elsewhere.example:PORT',
    Origin: 'http://elsewhere.example:PORT',
    'Sec-Fetch-Site': 'same-origin',
  },
  'a name that begins like ours': { Host: 'localhost.elsewhere.example' },
  'a name that ends in a dot': { Host: 'localhost.:PORT' },
  'a proxy': { 'X-Forwarded-For': '192.0.2.1' },
  'a proxy that names a host': { 'X-Forwarded-Host': 'localhost' },
  'a proxy of the standard': { Forwarded: 'for=192.0.2.1' },
  'a content network': { 'CF-Connecting-IP': '192.0.2.1' },
}

const OWN: Record<string, Record<string, string>> = {
  'a program': {},
  'a program by another name': { Host: 'localhost:PORT' },
  'our page': {
    Origin: 'http://127.0.0.1:PORT',
    Referer: 'http://127.0.0.1:PORT/plan',
    'Sec-Fetch-Site': 'same-origin',
    'Sec-Fetch-Dest': 'empty',
  },
  'a link that somebody typed': { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Dest': 'document' },
  'our page through a tunnel': { Host: 'localhost:9000', Origin: 'http://localhost:9000' },
}

function withPort(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
  )
}

it.each(Object.entries(FOREIGN))('gives nothing to %s', async (_, headers) => {
  const key = await rawCall(`${server.url}/demo-key.json`, { headers: withPort(headers) })
  expect(key.status).toBe(404)
  expect(key.body).not.toContain(server.key)
  const regions = await rawCall(`${server.url}/v1/regions`, { headers: withPort(headers) })
  expect(regions.status).toBe(401)
  for (const { headers } of [key, regions]) expect(headers['access-control-allow-origin']).toBeUndefined()
})

it.each(Object.entries(OWN))('is open to %s', async (_, headers) => {
  const key = await rawCall(`${server.url}/demo-key.json`, { headers: withPort(headers) })
  expect(JSON.parse(key.body)).toEqual({ campaign: 'demo', key: server.key })
  expect((await rawCall(`${server.url}/v1/regions`, { headers: withPort(headers) })).status).toBe(200)
})

it('lets no page of another origin ask first whether it may call', async () => {
  for (const path of ['/v1/keys', '/demo-key.json']) {
    const headers = { Origin: 'http://localhost:3000', 'Access-Control-Request-Method': 'POST' }
    const answer = await rawCall(server.url + path, { method: 'OPTIONS', headers })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(answer.headers['access-control-allow-private-network']).toBeUndefined()
  }
})
