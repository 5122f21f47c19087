/** A real server, and strangers on both sides: who sends it bombs, and receivers that lead its messages elsewhere. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Delivery } from '@doorwalk/functions/webhooks/deliveries'
import { rawCall } from '../../support/servers/raw-http.ts'
import { type Receiver, openReceiver, status } from '../../support/servers/receiver.ts'
import { type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

const NAMES = pathToFileURL(join(import.meta.dirname, '../../support/servers/rebound-names.mjs')).href
const MEGABYTE = 1 << 20

let server: ServerProcess
let inside: Receiver
let outside: Receiver

beforeAll(async () => {
  inside = await openReceiver()
  outside = await openReceiver()
  const data = join(await mkdtemp(join(tmpdir(), 'doorwalk-strangers-')), 'data')
  const env = { DOORWALK_WEBHOOK_ALLOW: outside.origin, NODE_OPTIONS: `--import=${NAMES}` }
  server = await startServerProcess(data, { env })
})
afterAll(async () => {
  await server.stop()
  await Promise.all([inside.kill(), outside.kill()])
})

const headers = () => ({ Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' })

async function post(path: string, body: object = {}): Promise<Record<string, string>> {
  const answer = await fetch(server.url + path, {
    ...{ method: 'POST', headers: headers(), body: JSON.stringify(body) },
  })
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return (await answer.json()) as Record<string, string>
}

/** The first attempt of a message to an address. */
async function attempt(url: string): Promise<Delivery['attempts'][number]> {
  const { id } = await post('/v1/webhooks', { url, label: 'stranger' })
  await post(`/v1/webhooks/${id}/test`)
  return until(async () => {
    const read = await fetch(`${server.url}/v1/webhooks/${id}/deliveries`, { headers: headers() })
    const { deliveries } = (await read.json()) as { deliveries: Delivery[] }
    return deliveries[0]?.attempts[0]
  })
}

/** Most that it has ever had in memory, bytes. */
async function mostMemory(): Promise<number> {
  const text = await readFile(`/proc/${server.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(text)?.[1]) * 1024
}

it.each(['name', 'mapped'])('connects to nothing on this machine that a public %s leads to', async (name) => {
  const { port } = new URL(inside.origin)
  const { status: answered, error } = await attempt(`https://${name}.rebind.example:${port}/hook`)
  expect(answered).toBeNull()
  expect(error).toContain('does not lead to a public address')
  expect(inside.received).toEqual([])
})

it.each([301, 302, 303, 307, 308])('goes nowhere that a %i sends it', async (code) => {
  outside.answer = status(code, { Location: `${inside.origin}/metadata` })
  expect(await attempt(`${outside.origin}/hook`)).toMatchObject({ status: code, error: null })
  expect(inside.received).toEqual([])
})

it.runIf(process.platform === 'linux')('keeps no answer of a receiver that never ends', async () => {
  const before = await mostMemory()
  const chunk = Buffer.alloc(MEGABYTE)
  let sent = 0
  outside.answer = (response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' })
    const pour = (): void => {
      while (!response.destroyed && sent < 500 * MEGABYTE) {
        sent += chunk.length
        if (!response.write(chunk)) return void response.once('drain', pour)
      }
    }
    pour()
  }
  expect(await attempt(`${outside.origin}/hook`)).toMatchObject({ status: 200 })
  expect(sent).toBeLessThan(50 * MEGABYTE)
  expect((await mostMemory()) - before).toBeLessThan(100 * MEGABYTE)
})

it.runIf(process.platform === 'linux')('unpacks no bomb', async () => {
  const bomb = gzipSync(Buffer.alloc(400 * MEGABYTE, ' '))
  expect(bomb.length).toBeLessThan(MEGABYTE)
  const before = await mostMemory()
  for (const path of ['/v1/plans', '/v1/visits', '/v1/buildings?region=paris-9e-10e', '/v1/areas'])
    for (const encoding of ['gzip', 'x-gzip', 'identity, gzip']) {
      // On a connection of its own: the server reads no more of a body that it refuses.
      const answer = await rawCall(server.url + path, {
        ...{ method: 'POST', headers: { ...headers(), 'Content-Encoding': encoding }, body: bomb },
      })
      expect(answer.status, path).toBe(415)
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'request.content_encoding' })
    }
  expect((await mostMemory()) - before).toBeLessThan(100 * MEGABYTE)
})
