/** An answer that is exchanged for another leaves nothing of itself behind, whoever exchanges it. */
import { expect, it } from 'vitest'
import { DEFAULTS } from '@doorwalk/functions/config'
import type { Call } from '@doorwalk/functions/http/env'
import { openFrame } from '@doorwalk/functions/http/frame'
import { HttpProblem } from '@doorwalk/functions/http/problem'

/** As the server packs its answers: what is long, and has a body. */
async function pack(c: Call, next: () => Promise<void>): Promise<void> {
  await next()
  const { res } = c
  if (!res.body || Number(res.headers.get('Content-Length') ?? long.length) < 1_024) return
  c.res = new Response(res.body.pipeThrough(new CompressionStream('gzip')), res)
  c.res.headers.delete('Content-Length')
  c.res.headers.set('Content-Encoding', 'gzip')
}

function openApp() {
  const config = { ...DEFAULTS, corsOrigins: ['https://app.example'] }
  const world = { config, log: () => undefined, clock: { now: () => 0 }, id: () => 'req_1' }
  return openFrame(world, [pack])
}

const long = 'x'.repeat(2_000)
const HEADERS = {
  Location: '/v1/plans/pln_1',
  ETag: '"1"',
  'Content-Length': String(long.length),
  'Content-Disposition': 'attachment',
  'Cache-Control': 'max-age=60',
  'Retry-After': '60',
  'Preference-Applied': 'respond-async',
}

it('a problem after an answer has nothing of its headers, and keeps those of the call', async () => {
  const app = openApp()
  app.use('/made', async (c: Call, next) => {
    c.header('RateLimit', '"campaign";r=1;t=1')
    await next()
    throw new HttpProblem(410, 'campaign.erased', long)
  })
  app.post('/made', (c) => c.body(long, 201, HEADERS))
  const answer = await app.request('/made', {
    method: 'POST',
    headers: { 'Accept-Encoding': 'gzip', Origin: 'https://app.example' },
  })
  expect(answer.status).toBe(410)
  for (const name of Object.keys(HEADERS))
    expect(answer.headers.get(name), name).toBe(name === 'Cache-Control' ? 'no-store' : null)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  expect(answer.headers.get('Content-Encoding')).toBe('gzip')
  expect(answer.headers.get('RateLimit')).toBe('"campaign";r=1;t=1')
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://app.example')
  const body = new Response(answer.body?.pipeThrough(new DecompressionStream('gzip')))
  expect(await body.json()).toMatchObject({ code: 'campaign.erased', detail: long })
})

it('a wrong method is said in the encoding that it claims', async () => {
  const app = openApp()
  app.get('/:name', (c) => c.text('here'))
  for (const path of ['/short', `/${long}`]) {
    const answer = await app.request(path, { method: 'PUT', headers: { 'Accept-Encoding': 'gzip' } })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')).toBe('GET, HEAD')
    const encoding = answer.headers.get('Content-Encoding')
    const body = encoding === 'gzip' ? answer.body?.pipeThrough(new DecompressionStream('gzip')) : answer.body
    expect(await new Response(body).json()).toMatchObject({ code: 'request.method', instance: path })
  }
})

it('a page that has not changed has no body and says nothing of one', async () => {
  const app = openApp()
  app.get('/page', (c) => c.body(long, 200, { 'Content-Type': 'text/html', 'Content-Length': '2000' }))
  const tag = (await app.request('/page')).headers.get('ETag')
  const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': String(tag) }
  const answer = await app.request('/page', { headers })
  expect(answer.status).toBe(304)
  expect(await answer.text()).toBe('')
  for (const name of ['Content-Encoding', 'Content-Length', 'Content-Type']) {
    expect(answer.headers.get(name), name).toBeNull()
  }
})
