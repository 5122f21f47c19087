/** Callers who take their time: their connections are closed, and everybody else is answered meanwhile. */
import { mkdtemp } from 'node:fs/promises'
import { type Socket, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { IS_LONG } from '../../support/length.ts'
import { type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

const CALLERS = 200

let server: ServerProcess
beforeAll(async () => {
  server = await startServerProcess(join(await mkdtemp(join(tmpdir(), 'doorwalk-slow-')), 'data'))
})
afterAll(() => server.stop())

/** A connection that says so much and no more; `heard` is what came back, `closed` whether it was closed. */
function halfCall(text: string): { socket: Socket; heard: () => string; closed: () => boolean } {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  let heard = ''
  let isClosed = false
  socket.on('data', (data) => void (heard += data.toString()))
  socket.on('error', () => undefined)
  socket.on('close', () => void (isClosed = true))
  socket.write(text)
  return { socket, heard: () => heard, closed: () => isClosed }
}

it.runIf(IS_LONG)('closes connections that never end the head of their request', async () => {
  const calls = Array.from({ length: CALLERS }, () =>
    halfCall('GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-A: '),
  )
  // A byte now and then does not keep it open.
  const dripping = setInterval(() => {
    for (const { socket } of calls) if (!socket.destroyed) socket.write('a')
  }, 500)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  await until(() => calls.every(({ closed }) => closed()), { pause: 200 })
  clearInterval(dripping)
  for (const { heard } of calls) expect(heard()).toMatch(/^(HTTP\/1\.1 408|$)/)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

it.runIf(IS_LONG)('closes connections that never end the body of their request', async () => {
  const head = `POST /v1/plans HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${server.key}\r\n`
  const call = halfCall(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`)
  const dripping = setInterval(() => void (call.socket.destroyed || call.socket.write(' ')), 500)
  await until(() => call.closed(), { pause: 200 })
  clearInterval(dripping)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

it('does not wait for connections that say nothing when it ends', async () => {
  const silent = Array.from({ length: 20 }, () => halfCall(''))
  const halved = halfCall('GET /healthz HTTP/1.1\r\nHost: lo')
  await until(async () => (await fetch(`${server.url}/healthz`)).status === 200)
  expect(await server.stop()).toBe(0)
  for (const { socket } of [...silent, halved]) socket.destroy()
  server = await startServerProcess(join(await mkdtemp(join(tmpdir(), 'doorwalk-slow-')), 'data'))
})
