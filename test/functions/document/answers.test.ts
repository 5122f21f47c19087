/** Kinds of answers that random requests showed to be beside the document. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentDocument, currentText } from '../../../scripts/document/current.ts'
import { type AnswerCheck, answerCheck } from '../../support/fuzz/answer-check.ts'
import { type Call, callsOf } from '../../support/fuzz/wishes.ts'
import { type CallInit, type TestApi, openTestApi } from '../../support/servers/api.ts'

const DATA = join(import.meta.dirname, '../../../data')

let api: TestApi
let key: string
let calls: Call[]
let check: AnswerCheck
beforeAll(async () => {
  api = await openTestApi({ regionRoots: [DATA] })
  key = await api.key('alpha', 'organiser')
  const document = await currentDocument()
  calls = callsOf(document)
  check = answerCheck(document)
})
afterAll(() => api.close())

async function ask(name: string, path: string, init: CallInit = {}): Promise<Response> {
  const { operation } = calls.find((each) => each.operation.operationId === name)!
  const answer = await api.call(path, { key, ...init })
  const { status, headers } = answer
  expect(
    check(operation, { status, headers, text: await answer.clone().text() }),
    `${name} ${status}`,
  ).toEqual([])
  return answer
}

it('of a refusal by the call itself: the caller was let in, and is counted', async () => {
  const body = { scopes: ['read'], label: 'theirs', campaign: 'beta' }
  const answer = await ask('createKey', '/v1/keys', { method: 'POST', body })
  expect(answer.status).toBe(403)
  expect(answer.headers.has('RateLimit')).toBe(true)
})

it('of what has not changed: counted, too', async () => {
  const first = await ask('listAreas', '/v1/areas')
  const headers = { 'If-None-Match': first.headers.get('ETag')! }
  const again = await ask('listAreas', '/v1/areas', { headers })
  expect(again.status).toBe(304)
  expect(again.headers.has('RateLimit')).toBe(true)
})

it('of plans and walks in every form: the name to keep it by', async () => {
  const body = { region: 'paris-9e-10e', area: { precincts: ['0925'] }, volunteers: 1, iterations: 1 }
  const made = await ask('createPlan', '/v1/plans', { method: 'POST', body })
  const { id, walks } = (await made.json()) as { id: string; walks: { walkId: string }[] }
  for (const form of ['csv', 'geojson'])
    expect((await ask('getPlan', `/v1/plans/${id}.${form}`)).headers.has('Content-Disposition'), form).toBe(
      true,
    )
  for (const form of ['csv', 'geojson', 'gpx']) {
    const walk = await ask('getWalk', `/v1/walks/${walks[0]!.walkId}.${form}`)
    expect(walk.headers.has('Content-Disposition'), form).toBe(true)
  }
})

it('of lists: in parts, and line by line', async () => {
  const body = { region: 'tiny', label: 'north', area: { precincts: ['0901'] } }
  expect((await ask('createArea', '/v1/areas', { method: 'POST', body })).status).toBe(201)
  const part = await ask('listAreas', '/v1/areas?fields=id,label&region=tiny')
  expect(Object.keys(((await part.json()) as { areas: object[] }).areas[0]!).sort()).toEqual(['id', 'label'])
  const lines = await ask('listVisits', '/v1/visits?region=tiny', {
    headers: { Accept: 'application/x-ndjson' },
  })
  expect(lines.headers.get('Content-Type')).toContain('application/x-ndjson')
  const { operation } = calls.find((each) => each.operation.operationId === 'listVisits')!
  const { headers } = lines
  const line = { id: 'a', target: 'osm:w1', surplus: 1 }
  expect(check(operation, { status: 200, headers, text: `${JSON.stringify(line)}\n` }).join()).toContain(
    'surplus',
  )
})

it('of boxes: a bound that there is none of is left away', async () => {
  expect(await currentText()).not.toMatch(/"(?:minimum|maximum)":null/)
  expect((await ask('listRegions', '/v1/regions')).status).toBe(200)
})

it('is a fault where a header, a field or a status is not in the document', async () => {
  const { operation } = calls.find((each) => each.operation.operationId === 'getHealth')!
  const answer = await api.call('/healthz')
  const { headers } = answer
  const json = (await answer.json()) as object
  const more = JSON.stringify({ ...json, surplus: 1 })
  expect(check(operation, { status: 200, headers, text: more }).join()).toContain('surplus')
  expect(check(operation, { status: 200, headers, text: '{}' })).not.toEqual([])
  expect(check(operation, { status: 418, headers, text: '' })).toEqual(['418 is not promised'])
  const strange = new Headers([...headers, ['Location', '/']])
  expect(check(operation, { status: 200, headers: strange, text: JSON.stringify(json) })).toEqual([
    'header Location is not promised',
  ])
})
