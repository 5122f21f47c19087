/**
 * A campaign, lived by the document: every call of it in an order in which each has something to do, and around each
 * call random ones, right and spoilt, about what exists. Never a 5xx, no answer beside the document, and every call
 * goes well at least once. A fixed seed here; `npm run test:fuzz` sends 2,000 requests of a new one and prints what
 * came.
 */
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import recorded from '../../../functions/src/document/examples.json' with { type: 'json' }
import { type ApiDocument, currentDocument } from '../../../scripts/document/current.ts'
import { type AnswerCheck, answerCheck } from '../../support/fuzz/answer-check.ts'
import { type Known, knownIds } from '../../support/fuzz/known.ts'
import { type Request, requestOf } from '../../support/fuzz/requests.ts'
import { type Call, type Wish, callsOf, plainWish, wishesOf } from '../../support/fuzz/wishes.ts'
import { rounds } from '../../support/length.ts'
import { type TestApi, OPERATOR_KEY, openTestApi } from '../../support/servers/api.ts'
import { until } from '../../support/until.ts'

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? rounds({ short: 140, long: 1_000 }))
const IS_LOUD = process.env['FUZZ_REQUESTS'] !== undefined
const SEED = IS_LOUD ? Number(process.env['FUZZ_SEED'] ?? Date.now() % 1e9) : 20_260_314
/** Allowed for webhooks, and nobody listens there. */
const NOBODY = 'http://127.0.0.1:9'
const DATA = join(import.meta.dirname, '../../../data')
const REGION = 'paris-9e-10e'
/** Random ones at each right one: more where there is a body to spoil. */
const around = ({ operation }: Call): number => (operation.requestBody ? 4 : 1)

let api: TestApi
let document: ApiDocument
let calls: Call[]
let check: AnswerCheck
let otherKeys: string[]
let known: Known

beforeAll(async () => {
  api = await openTestApi({ regionRoots: [DATA], requestsPerMinute: 1_000_000, webhookAllow: [NOBODY] })
  document = await currentDocument()
  check = answerCheck(document)
  // As the examples were recorded: a campaign from its settings to its end.
  const order = Object.keys(recorded)
  const place = ({ operation }: Call): number => order.indexOf(operation.operationId)
  calls = callsOf(document).sort((a, b) => place(a) - place(b))
  otherKeys = [
    await api.key('beta', 'organiser'),
    await api.key('beta', 'service'),
    await api.key('beta', 'read', 'reporter'),
    ...[OPERATOR_KEY, 'dw_x', ''],
  ]
  known = knownIds()
})
afterAll(() => api.close())

interface Tally {
  sent: number
  faults: string[]
  statuses: Record<number, number>
  /** Answers that went well, by call. */
  well: Record<string, number>
}

/** What a call left to be done is waited for. */
async function workedOff(location: string, key: string): Promise<void> {
  await until(async () => {
    const answer = await api.call(location, { key })
    const { status } = (await answer.json()) as { status?: unknown }
    return !['queued', 'running', 'taking_back'].includes(String(status))
  })
}

/** Odd addresses may be of another call than was meant. */
const isLed = (url: string): boolean => /\.\.|%2e/i.test(url)

/** Sends it, and holds the answer to the document. */
async function send({ call, url, init }: Request, tally: Tally): Promise<void> {
  const came = await api.call(url, init)
  const { status, headers } = came
  const text = await came.text()
  tally.sent += 1
  tally.statuses[status] = (tally.statuses[status] ?? 0) + 1
  const isHead = init.method === 'HEAD'
  const method = isHead ? 'GET' : init.method
  const asked = calls.find((each) => each.path === call.path && each.method === method)
  const isNone = [404, 405].includes(status) && (isHead || /request\.(unknown_address|method)"/.test(text))
  const isHeld = asked !== undefined && !isNone && !isLed(url)
  const faults = isHeld
    ? check(asked.operation, { status, headers, text }, isHead)
    : [`${status} of no call`].filter(() => status >= 500)
  const sent = typeof init.body === 'string' ? init.body : ''
  const about = `${init.method} ${url} ${sent.slice(0, 600)} → ${status} ${text.slice(0, 400)}`
  tally.faults.push(...faults.map((fault) => `${call.operation.operationId}: ${fault}\n  ${about}`))
  if (!isHeld || status >= 300 || isHead) return
  const { operationId } = asked.operation
  tally.well[operationId] = (tally.well[operationId] ?? 0) + 1
  if (status === 202 && init.key !== undefined) await workedOff(headers.get('Location') ?? '', init.key)
  known.learn(operationId, text)
}

/** By whatever method: the end of a campaign, or settings that end it, are tried on one that nothing else needs. */
const ENDING = '/v1/campaigns/{campaign}'
/** What a call needs one more of, in their order. */
const NEEDS: Record<string, string[]> = {
  deleteHoldout: ['createHoldout'],
  downloadTargets: ['createTargetFile', 'getTargetFile'],
}

/** All calls of a campaign in their order, with the wishes for each, until enough were sent. */
async function live(campaign: string, { wishes, tally }: { wishes: (call: Call) => Wish[]; tally: Tally }) {
  const key = await api.key(campaign, 'organiser')
  known.forget()
  const surroundings = { document, known, otherKeys, region: REGION, webhookUrl: `${NOBODY}/` }
  const ask = async (call: Call, wish: Wish, as = { campaign, key }): Promise<void> => {
    if (tally.sent >= REQUESTS) return
    await send(requestOf(call, wish, { ...surroundings, ...as, at: api.clock.time }), tally)
  }
  for (const call of calls) {
    const { operationId } = call.operation
    for (const name of NEEDS[operationId] ?? []) {
      await ask(
        calls.find(({ operation }) => operation.operationId === name)!,
        plainWish,
      )
    }
    await ask(call, plainWish)
    for (const [i, wish] of wishes(call).entries()) {
      const side = `${campaign}-${operationId.toLowerCase()}-${i}`
      const isEnding = call.path === ENDING
      await ask(call, wish, isEnding ? { campaign: side, key: await api.key(side, 'organiser') } : undefined)
    }
  }
  api.clock.time += 60_000
}

it(`answers ${REQUESTS} requests made from the document as it says, and none with 5xx`, async () => {
  const tally: Tally = { sent: 0, faults: [], statuses: {}, well: {} }
  const each = calls.reduce((sum, call) => sum + 1 + around(call), 0)
  const campaigns = Math.ceil(REQUESTS / each) + 1
  const named = document.components.schemas
  const random = new Map(
    calls.map((call) => [
      call,
      fc.sample(wishesOf(call, named), { numRuns: campaigns * around(call), seed: SEED }),
    ]),
  )
  await live('fuzz-0', { wishes: () => [], tally })
  for (let i = 0; tally.sent < REQUESTS; i += 1) {
    const wishes = (call: Call): Wish[] => random.get(call)!.slice(i * around(call), (i + 1) * around(call))
    await live(`fuzz-${i + 1}`, { wishes, tally })
  }
  const fewest = Object.entries(tally.well).sort(([, a], [, b]) => a - b)
  if (IS_LOUD)
    console.info(
      [`${tally.sent} requests, seed ${SEED}, answered ${JSON.stringify(tally.statuses)}`]
        .concat(`went well, by call: ${fewest.map(([name, times]) => `${name} ${times}`).join(', ')}`)
        .join('\n'),
    )
  expect([...new Set(tally.faults)], `seed ${SEED}`).toEqual([])
  const never = calls.map(({ operation }) => operation.operationId).filter((name) => !tally.well[name])
  expect(never, 'calls that never went well').toEqual([])
  // A run that only ever sees a few refusals shows little.
  const seen = [200, 201, 202, 204, 400, ...(REQUESTS < 1_000 ? [] : [401, 403, 404, 405, 406, 415])]
  for (const status of seen)
    expect(
      tally.statuses[status] ?? 0,
      `answers with ${status}: ${JSON.stringify(tally.statuses)}`,
    ).toBeGreaterThan(0)
})
