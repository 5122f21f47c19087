/** The key of the demo campaign over starts: the same one, until somebody takes it back. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDemo } from '@doorwalk/functions/laptop/demo'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

let api: TestApi
let data: string
beforeAll(async () => {
  api = await openTestApi()
  data = await mkdtemp(join(tmpdir(), 'doorwalk-demo-'))
})
afterAll(() => api.close())

it('stays the same from start to start, and away once it is revoked', async () => {
  const key = String(await openDemo(api.world, data))
  expect(await openDemo(api.world, data)).toBe(key)
  const { keys } = (await (await api.call('/v1/keys', { key })).json()) as { keys: { keyId: string }[] }
  expect((await api.call(`/v1/keys/${keys[0]?.keyId}`, { key, method: 'DELETE' })).status).toBe(204)
  expect(await openDemo(api.world, data)).toBeUndefined()
  expect((await api.call('/v1/keys', { key })).status).toBe(401)
  // Who runs the server lets himself in again.
  await rm(join(data, 'demo-key'))
  const next = String(await openDemo(api.world, data))
  expect(next).not.toBe(key)
  expect(await readFile(join(data, 'demo-key'), 'utf8')).toBe(`${next}\n`)
  expect((await api.call('/v1/keys', { key: next })).status).toBe(200)
})

it('comes back with a campaign that was erased', async () => {
  const key = String(await openDemo(api.world, data))
  expect((await api.call('/v1/campaigns/demo', { key, method: 'DELETE' })).status).toBe(204)
  expect(await openDemo(api.world, data)).toBe(key)
})
