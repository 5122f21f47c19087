/** The end of a server as a caller sees it who has a connection already. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Server } from 'node:http'
import { expect, it } from 'vitest'
import type { Env } from '@doorwalk/functions/http/env'
import { problemResponse } from '@doorwalk/functions/http/problem'
import { openDrain } from '@doorwalk/functions/laptop/drain'
import { until } from '../../support/until.ts'

it('answers what came before the end, and refuses what comes after it on the same connection', async () => {
  const app = new OpenAPIHono<Env>()
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const drain = openDrain(server)
  let answer = (): void => undefined
  app.use(drain.watch)
  app.onError((error, c) => problemResponse(error, { id: 'req_1', path: c.req.path }))
  app.get('/slow', async (c) => {
    await new Promise<void>((done) => (answer = done))
    return c.text('done')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }

  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (data) => void (heard += data.toString()))
  socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await until(() => drain.underWay() === 1)
  const cut = drain.end(60_000)
  socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n')
  answer()
  expect(await cut).toEqual([])
  await until(() => heard.includes('done'))
  const second = heard.slice(heard.indexOf('done'))
  // The connection may be closed before the second is read.
  if (second.includes('HTTP/1.1')) expect(second).toMatch(/503[\s\S]*"code":"service.closing"/)
  expect(heard).toMatch(/connection: close/i)
  socket.destroy()
})

it('refuses what is new with a word that programs know', async () => {
  const app = new OpenAPIHono<Env>()
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const drain = openDrain(server)
  app.use(drain.watch)
  app.onError((error, c) => problemResponse(error, { id: 'req_1', path: c.req.path }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  await drain.end(60_000)
  const refused = await app.request('/')
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ code: 'service.closing' })
})
