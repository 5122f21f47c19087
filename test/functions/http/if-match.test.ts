/** Two organisers change the same settings: the second learns that they are no longer what he has read. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

let api: TestApi
let key: string
const PATH = '/v1/campaigns/alpha'
beforeEach(async () => {
  api = await openTestApi()
  key = await api.key('alpha', 'organiser')
})
afterEach(() => api.close())

const tagOf = (answer: Response): string => answer.headers.get('ETag') ?? ''
const read = () => api.call(PATH, { key })
const write = (delayHours: number, headers: Record<string, string> = {}) =>
  api.call(PATH, { key, method: 'PUT', body: { revisit: { delayHours } }, headers })

it('changes settings only while they are what was read', async () => {
  const before = tagOf(await read())
  expect(before).toMatch(/^"[0-9a-f]{24}"$/)
  const first = await write(10, { 'If-Match': before })
  expect(first.status).toBe(200)
  const late = await write(20, { 'If-Match': before })
  expect(late.status).toBe(412)
  expect(await late.json()).toMatchObject({ code: 'request.changed' })
  const now = await read()
  expect(await now.json()).toMatchObject({ revisit: { delayHours: 10 } })
  expect(tagOf(now)).toBe(tagOf(first))
  expect((await write(30, { 'If-Match': `"other", W/${tagOf(now)}` })).status).toBe(200)
  expect((await write(40, { 'If-Match': '*' })).status).toBe(200)
  expect((await write(50)).status).toBe(200)
})

it('lets one of several who read the same win', async () => {
  const tag = tagOf(await read())
  const answers = await Promise.all([1, 2, 3, 4].map((hours) => write(hours, { 'If-Match': tag })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
})

it('answers an unchanged reading with 304, and a change with new settings', async () => {
  const tag = tagOf(await read())
  const headers = { 'If-None-Match': tag }
  expect((await api.call(PATH, { key, headers })).status).toBe(304)
  await write(9)
  expect((await api.call(PATH, { key, headers })).status).toBe(200)
})
