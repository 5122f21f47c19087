/** What the client does when a call goes wrong: asks again where that is safe, and says what it was. */
import { expect, it, vi } from 'vitest'
import { NoAnswerError, ProblemError, createDoorwalk } from '@doorwalk/client'
import { waitBefore } from '../../packages/client/src/pause.ts'

type Step = Response | Error | 'silence'

interface Seen {
  method: string
  url: string
  key: string | null
  authorization: string | null
  text: string
}

/** A client of a server that answers so, one after the other; the last answer again and again. */
function scripted(steps: Step[], settings: { retries?: number; timeout?: number } = {}) {
  const seen: Seen[] = []
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const request = new Request(address, init)
    const { method, url, headers } = request
    seen.push({
      method,
      url,
      key: headers.get('Idempotency-Key'),
      authorization: headers.get('Authorization'),
      text: await request.text(),
    })
    const step = steps[Math.min(seen.length, steps.length) - 1]!
    if (step instanceof Error) throw step
    if (step === 'silence') {
      return new Promise((_, reject) => {
        init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error))
      })
    }
    return step.clone()
  }
  const doorwalk = createDoorwalk({ url: 'https://walks.example.org/', key: 'dw_1', fetch, ...settings })
  return { doorwalk, seen }
}

const fine = (body: unknown = {}): Response => Response.json(body)
const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  Response.json(
    {
      status,
      code,
      detail: 'what to do',
      requestId: 'req_7',
      errors: [{ pointer: '/minutes', detail: 'too many' }],
    },
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  )
const busy = problem(503, 'service.closing', { 'Retry-After': '0' })
const cut = new TypeError('fetch failed')
const AREA = { body: { region: 'city', label: 'North', area: { precincts: ['1'] } } }
const WEBHOOK = { body: { url: 'https://example.org/hook', label: 'ours' } }

it('sends a POST again under the same key and with the same body, until it is answered', async () => {
  const { doorwalk, seen } = scripted([
    cut,
    busy,
    problem(409, 'idempotency.in_progress', { 'Retry-After': '0' }),
    fine(),
  ])
  await doorwalk.POST('/v1/areas', AREA)
  expect(seen).toHaveLength(4)
  expect(new Set(seen.map(({ key }) => key)).size).toBe(1)
  expect(seen[0]!.key).toMatch(/^[\x21-\x7e]{20,200}$/)
  expect(seen.map(({ text }) => JSON.parse(text) as unknown)).toEqual(Array(4).fill(AREA.body))
  expect(seen[3]).toMatchObject({ authorization: 'Bearer dw_1', url: 'https://walks.example.org/v1/areas' })
})

it('sends bytes as they are, of a table in another encoding', async () => {
  const bytes = new Uint8Array([0x69, 0x64, 0x0a, 0xe9, 0x0a])
  const sent: ArrayBuffer[] = []
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    sent.push(await new Request(address, init).arrayBuffer())
    return sent.length === 1 ? busy.clone() : fine()
  }
  const doorwalk = createDoorwalk({ url: 'http://here', fetch })
  const headers = { 'Content-Type': 'text/csv; charset=windows-1252' }
  const params = { query: { region: 'city' } }
  await doorwalk.POST('/v1/buildings', { params, headers, body: bytes })
  expect(sent.map((body) => [...new Uint8Array(body)])).toEqual([[...bytes], [...bytes]])
})

it('needs neither crypto nor DOMException, as in React Native', async () => {
  vi.stubGlobal('crypto', undefined)
  vi.stubGlobal('DOMException', undefined)
  const { doorwalk, seen } = scripted([busy, fine()])
  await doorwalk.POST('/v1/areas', AREA)
  vi.unstubAllGlobals()
  expect(seen[0]!.key).toMatch(/^[0-9a-f]{32}$/)
  expect(seen[1]!.key).toBe(seen[0]!.key)
})

it('takes a new key for each call, and the one that it is given', async () => {
  const { doorwalk, seen } = scripted([fine()])
  await doorwalk.POST('/v1/areas', AREA)
  await doorwalk.POST('/v1/areas', AREA)
  await doorwalk.POST('/v1/areas', { ...AREA, params: { header: { 'Idempotency-Key': 'mine' } } })
  expect(seen[0]!.key).not.toBe(seen[1]!.key)
  expect(seen[2]!.key).toBe('mine')
})

it('sends a POST that might be carried out twice again only when nothing was done', async () => {
  const failing = scripted([busy, fine()])
  await expect(failing.doorwalk.POST('/v1/webhooks', WEBHOOK)).rejects.toMatchObject({ status: 503 })
  const silent = scripted([cut, fine()])
  await expect(silent.doorwalk.POST('/v1/webhooks', WEBHOOK)).rejects.toThrow(NoAnswerError)
  const refused = scripted([problem(429, 'rate.exceeded', { 'Retry-After': '0' }), fine()])
  await refused.doorwalk.POST('/v1/webhooks', WEBHOOK)
  expect([failing, silent, refused].map(({ seen }) => seen.length)).toEqual([1, 1, 2])
  expect(refused.seen[1]!.key).toBeNull()
})

it('sends a PUT again, but not one with If-Match', async () => {
  const params = { path: { campaign: 'c' } }
  const body = {}
  const free = scripted([busy, fine()])
  await free.doorwalk.PUT('/v1/campaigns/{campaign}', { params, body })
  const bound = scripted([busy, fine()])
  const withTag = { params: { ...params, header: { 'If-Match': '"1"' } }, body }
  await expect(bound.doorwalk.PUT('/v1/campaigns/{campaign}', withTag)).rejects.toThrow(ProblemError)
  expect([free.seen.length, bound.seen.length]).toEqual([2, 1])
})

it('counts a DELETE as done that finds nothing after an attempt without an answer', async () => {
  const options = { params: { path: { areaId: 'area_1' } } }
  const gone = problem(404, 'area.unknown')
  const { doorwalk } = scripted([cut, gone])
  await expect(doorwalk.DELETE('/v1/areas/{areaId}', options)).resolves.toBeUndefined()
  await expect(scripted([gone]).doorwalk.DELETE('/v1/areas/{areaId}', options)).rejects.toMatchObject({
    status: 404,
  })
})

it('gives up after the attempts there are, and says what the problem was', async () => {
  const { doorwalk, seen } = scripted([busy], { retries: 2 })
  const error: unknown = await doorwalk.GET('/v1/regions').catch((thrown: unknown) => thrown)
  expect(seen).toHaveLength(3)
  expect(error).toBeInstanceOf(ProblemError)
  expect(error).toMatchObject({
    name: 'ProblemError',
    message: 'what to do',
    status: 503,
    code: 'service.closing',
    requestId: 'req_7',
    fields: [{ pointer: '/minutes', detail: 'too many' }],
    retryAfter: 0,
  })
})

it('asks nobody again who said no', async () => {
  const { doorwalk, seen } = scripted([problem(404, 'walk.unknown')])
  const asked = doorwalk.GET('/v1/walks/{walkId}', { params: { path: { walkId: 'x' } } })
  await expect(asked).rejects.toMatchObject({ code: 'walk.unknown' })
  expect(seen).toHaveLength(1)
})

it('reads a page of a proxy as a problem without a code', async () => {
  const page = new Response('<h1>Bad gateway</h1>', {
    status: 502,
    statusText: 'Bad Gateway',
    headers: { 'X-Request-Id': 'r' },
  })
  const { doorwalk } = scripted([page], { retries: 0 })
  await expect(doorwalk.GET('/v1/regions')).rejects.toMatchObject({
    code: '',
    message: '502 Bad Gateway',
    requestId: 'r',
  })
})

it('tells at once who is asked to come back in an hour', async () => {
  const { doorwalk, seen } = scripted([problem(429, 'rate.exceeded', { 'Retry-After': '3600' })])
  await expect(doorwalk.GET('/v1/regions')).rejects.toMatchObject({ retryAfter: 3600 })
  expect(seen).toHaveLength(1)
})

it('says when no answer comes at all, and from where', async () => {
  const { doorwalk, seen } = scripted([cut], { retries: 1 })
  const asked = doorwalk.GET('/v1/regions')
  await expect(asked).rejects.toThrow(
    'no answer to GET https://walks.example.org/v1/regions after 2 attempts: fetch failed',
  )
  expect(seen).toHaveLength(2)
})

it('ends an attempt that takes too long, and tries another', async () => {
  const { doorwalk, seen } = scripted(['silence', fine({ regions: [] })], { timeout: 20 })
  await expect(doorwalk.GET('/v1/regions')).resolves.toEqual({ regions: [] })
  expect(seen).toHaveLength(2)
})

it('stops when its caller goes away, with his reason', async () => {
  const reason = new Error('enough')
  const { doorwalk, seen } = scripted(['silence'])
  const control = new AbortController()
  const asked = doorwalk.GET('/v1/regions', { signal: control.signal })
  await vi.waitFor(() => expect(seen).toHaveLength(1))
  control.abort(reason)
  await expect(asked).rejects.toBe(reason)
  const waiting = new AbortController()
  const other = scripted([problem(503, 'service.closing', { 'Retry-After': '30' })])
  const again = other.doorwalk.GET('/v1/regions', { signal: waiting.signal })
  await vi.waitFor(() => expect(other.seen).toHaveLength(1))
  waiting.abort(reason)
  await expect(again).rejects.toBe(reason)
})

it('gives the key to its own server only', async () => {
  const { doorwalk, seen } = scripted([fine()])
  await doorwalk.fetch('/v1/walks/wlk_1.gpx')
  await doorwalk.fetch('https://walks.example.org/v1/walks/wlk_1.gpx')
  expect(seen.map(({ url }) => url)).toEqual(Array(2).fill('https://walks.example.org/v1/walks/wlk_1.gpx'))
  for (const address of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'https://walks.example.org.evil/',
  ]) {
    await expect(doorwalk.fetch(address)).rejects.toThrow(TypeError)
  }
  expect(seen).toHaveLength(2)
})

it('asks for the key each time, and sends none when there is none', async () => {
  let key: string | null = null
  const seen: (string | null)[] = []
  const fetch = async (_: string, { headers }: RequestInit): Promise<Response> => {
    seen.push(new Headers(headers).get('Authorization'))
    return fine()
  }
  const doorwalk = createDoorwalk({ url: 'http://here', key: () => key, fetch })
  await doorwalk.GET('/healthz')
  key = 'dw_2'
  await doorwalk.GET('/healthz')
  expect(seen).toEqual([null, 'Bearer dw_2'])
})

it('wants the address of the server where there is no page', () => {
  expect(() => createDoorwalk()).toThrow(/^url: missing/)
})

it('waits longer each time, never the same for all, and as long as the server says', () => {
  const longest = [1, 2, 3, 9].map((failed) => waitBefore(failed, null, 1))
  expect(longest).toEqual([300, 600, 1200, 10_000])
  expect(waitBefore(3, null, 0)).toBe(0)
  expect(waitBefore(1, 7, 0)).toBe(7_000)
  expect(waitBefore(1, 7, 1)).toBeGreaterThan(7_000)
})

/** A client of a server whose plan is done at last, and the headers with which it was asked. */
function planning(answers: { status: number; headers?: Record<string, string>; body?: object }[]) {
  const asked: (string | null)[][] = []
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    asked.push([new URL(url).pathname, headers.get('Prefer'), headers.get('If-None-Match')])
    const { status, headers: more = {}, body = null } = answers[asked.length - 1]!
    return new Response(body && JSON.stringify(body), { status, headers: more })
  }
  return { doorwalk: createDoorwalk({ url: 'http://here', fetch }), asked }
}

it('waits for a plan with the tag of the answer before, and asks to be kept waiting', async () => {
  const { doorwalk, asked } = planning([
    { status: 202, headers: { ETag: '"1"' }, body: { id: 'p', progress: null } },
    { status: 304 },
    { status: 202, headers: { ETag: '"2"' }, body: { id: 'p', progress: { share: 0.5 } } },
    { status: 200, body: { id: 'p', walks: [] } },
  ])
  const heard: unknown[] = []
  const plan = await doorwalk.waitFor('p', { onProgress: ({ progress }) => heard.push(progress) })
  expect(plan).toMatchObject({ walks: [] })
  expect(heard).toEqual([null, { share: 0.5 }])
  expect(asked.map(([path]) => path)).toEqual(Array(4).fill('/v1/plans/p'))
  expect(asked.map(([, prefer]) => prefer)).toEqual(Array(4).fill('wait=2'))
  expect(asked.map(([, , tag]) => tag)).toEqual([null, '"1"', '"1"', '"2"'])
})

it('lets the server wait longer where nobody wants to hear how far it is', async () => {
  const { doorwalk, asked } = planning([{ status: 200, body: { id: 'p', walks: [] } }])
  await doorwalk.waitFor('p')
  expect(asked).toEqual([['/v1/plans/p', 'wait=20', null]])
})

it('throws why a plan failed', async () => {
  const { doorwalk } = planning([
    { status: 422, body: { code: 'plan.failed', detail: 'no street', errors: [] } },
  ])
  await expect(doorwalk.waitFor({ id: 'p' })).rejects.toThrow('no street')
})
